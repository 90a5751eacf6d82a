import type { DeclarationKey } from "./evidence.ts";
import type { Family, MineralClass } from "./mineral.ts";
import type { Figure } from "./section.ts";
import type * as t from "./terms.ts";
import type { Change, Complexity, Method, Right, Size } from "./terms.ts";

/**
 * What an application is about, in the plan's words: 新建 or 新设 (a 探转采 is one of them), 改扩建,
 * 延续, 变更, 转让, 探转采.
 */
export const STAGES = ["new", "expansion", "renewal", "change", "transfer", "conversion"] as const;
export type Stage = (typeof STAGES)[number];

type OneOrMore<T> = T | readonly T[];

/**
 * To whom a provision applies (适用条件), as a plan file writes it. All keys must hold; a list means
 * any of its values. An absent fact makes the condition unknown, not false.
 */
export interface Condition {
  readonly right?: Right;
  readonly stage?: OneOrMore<Stage>;
  readonly changes?: OneOrMore<Change>;
  /** Names of minerals or groups; holds for every mineral they cover. */
  readonly mineral?: OneOrMore<string>;
  readonly class?: OneOrMore<MineralClass>;
  /** 固体矿产: neither water nor gas nor heat. */
  readonly solid?: boolean;
  readonly family?: OneOrMore<Family>;
  /** 露天+地下 counts as either. */
  readonly method?: OneOrMore<Method>;
  readonly depositSize?: OneOrMore<Size>;
  readonly mineSize?: OneOrMore<Size>;
  readonly complexity?: Complexity;
  /** A zone's name or kind: the site lies in it or touches it. */
  readonly touches?: OneOrMore<string>;
  readonly arable?: boolean;
  readonly allocation?: OneOrMore<t.Allocation>;
  readonly authority?: OneOrMore<t.Authority>;
  readonly funding?: OneOrMore<t.FundingSource>;
  /** 全额出资. */
  readonly fullyFunded?: boolean;
  readonly base?: {
    readonly right?: Right;
    readonly sameHolder?: boolean;
    readonly relation?: OneOrMore<t.BaseRelation>;
    /** Growth of the area over the base right's, per cent, inclusive. */
    readonly growsAtMost?: number;
    readonly sameMineral?: boolean;
    readonly within?: boolean;
  };
  readonly applicant?: OneOrMore<t.ApplicantKind>;
  readonly declared?: Readonly<Partial<Record<DeclarationKey, boolean>>>;
  readonly coMinerals?: boolean;
  /** 年产…及以上: the output reaches a figure, that figure included. */
  readonly outputAtLeast?: Figure;
  readonly any?: readonly Condition[];
  readonly not?: Condition;
}
