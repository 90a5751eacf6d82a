import type * as zod from "zod";
import type { Condition } from "./condition.ts";
import type { DeclarationKey } from "./evidence.ts";
import type { Basis } from "./quantity.ts";
import type { ProvisionEntry } from "./rule.ts";

/** A limit as a plan file writes it: the figure with its unit, read into a quantity when bound. */
export interface Figure {
  readonly value: number | string;
  readonly unit: string;
  readonly of?: Basis | undefined;
}

/** The pieces that rules build the shapes of their sections from. */
export interface SectionKit {
  /** An entry with `clause`, `with`, `when`, `force` and what the rule adds. */
  entry<Shape extends zod.ZodRawShape>(
    shape: Shape,
  ): zod.ZodType<ProvisionEntry & zod.output<zod.ZodObject<Shape>>>;
  readonly clauseId: zod.ZodType<string>;
  readonly condition: zod.ZodType<Condition>;
  readonly mineral: zod.ZodType<string>;
  readonly minerals: zod.ZodType<readonly string[]>;
  readonly figure: zod.ZodType<Figure>;
  readonly unit: zod.ZodType<string>;
  /** A plain decimal number from zero up. */
  readonly number: zod.ZodType<number | string>;
  readonly words: zod.ZodType<{ zh: string; en: string }>;
  /** A zone of the plan, by its name, or a kind of zone. */
  readonly zone: zod.ZodType<string>;
  /** Another clause, and when it holds. */
  readonly clauseWhen: zod.ZodType<{ clause: string; when: Condition }>;
  /** Statements of fact (声明事项), each true or false. */
  readonly declared: zod.ZodType<Readonly<Partial<Record<DeclarationKey, boolean>>>>;
}
