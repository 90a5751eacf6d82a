import type { ZodType } from "zod";
import type { Condition } from "./condition.ts";
import type { Facts } from "./facts.ts";
import type { Citation, Force, Ruling } from "./finding.ts";
import type { PlanInForce } from "./plan.ts";
import type { Reads } from "./reading.ts";
import type { SectionKit } from "./section.ts";
import type { Standards } from "./standards.ts";
import type { Proof } from "./truth.ts";
import type { Words } from "./words.ts";

/** What every entry of a rule's section has: the clauses it rests on and whom it concerns. */
export interface ProvisionEntry {
  /** The clause that decides; several if they say the same. */
  readonly clause: string | readonly string[];
  /** Clauses it leans on. */
  readonly with?: readonly string[] | undefined;
  readonly when?: Condition | undefined;
  /** Where one clause holds several provisions of different force. */
  readonly force?: Force | undefined;
  /** What this one of a clause's several provisions asks, where the clause's own words say more. */
  readonly asks?: Words | undefined;
}

/** An entry made ready to be judged: its clauses cited, its scope compiled. */
export interface Provision {
  readonly force: Force;
  readonly clauses: readonly Citation[];
  readonly also: readonly Citation[];
  readonly scope: (facts: Facts) => Proof;
  /** What the deciding clause asks, in our words. */
  readonly asks: Words;
}

/** What a rule is given when it is bound to a plan; it lives as long as the plan does. */
export interface Bench {
  readonly inForce: PlanInForce;
  readonly standards: Standards;
  provision(entry: ProvisionEntry): Provision;
  condition(condition: Condition | undefined): (facts: Facts) => Proof;
}

/** Judges one application; made once for a plan, called for every application. */
export type Judge = (facts: Facts) => readonly Ruling[];

type EntryOf<Section> = Section extends readonly (infer Entry)[] ? Entry : ProvisionEntry;

/**
 * A rule (规则): one subject of the plans, whole. Its file holds the shape of its section in a plan
 * file, whom it concerns, how it decides and what it says.
 */
export interface Rule<Section = unknown> {
  readonly id: string;
  readonly title: Words;
  /** What it is for, and which provisions of the plans belong to it. */
  readonly purpose: Words;
  /** The national law that such provisions carry out. */
  readonly law: Words;
  /** An application that meets it, one that doesn't. */
  readonly passes: Words;
  readonly fails: Words;
  /** A section of a plan file, with XX for the county in the clauses' ids; absent if there can be none. */
  readonly example?: string;
  /** The shape of its section in a plan file. Built on demand: a compiled plan needs no schema. */
  readonly section: (kit: SectionKit) => ZodType<Section>;
  /** How an entry of its section reads, field by field, and which way a limit of it is stricter. */
  readonly reads: Reads<EntryOf<Section>>;
  /** Decides by `section`, or by law alone if the plan has none. */
  readonly bind: (section: Section | undefined, bench: Bench) => Judge;
}
