import { type Words, words } from "./words.ts";

/** Why a line with a normative word is cited by no clause. */
export const UNCITED = {
  heading: words("标题或表名", "a heading, or the title of a table"),
  description: words("叙述现状、成效或问题", "it tells of what is or was"),
  target: words("规划自身的目标", "an aim of the plan itself"),
  "government-duty": words("约束主管部门", "a duty of the authorities"),
  duplicate: words("重复其他条款", "it says again what a clause says"),
} as const satisfies Record<string, Words>;
export type UncitedBecause = keyof typeof UNCITED;

/** `both`: once with pass and once without; `met` and `unmet`: only that; `never`: neither. */
export type Ways = "both" | "met" | "unmet" | "never";

/** A clause that isn't decided both ways. */
export interface LeftClause {
  readonly clause: string;
  readonly ways: Exclude<Ways, "both">;
  /** Why it can't be, where a file of cases says so: then it counts as covered. */
  readonly reason?: string;
}

/** What cases and applications exercise of the clauses that bind and that a rule decides. */
export interface ExerciseCoverage {
  readonly cases: number;
  readonly applications: number;
  readonly binding: number;
  readonly both: number;
  readonly left: readonly LeftClause[];
  /** Of the binding ones, those decided both ways or with a reason: 0 to 100. */
  readonly percent: number;
  /** Cases that don't come out as they expect: what they expect isn't counted. */
  readonly failed: readonly { readonly name: string; readonly file: string; readonly line: number }[];
}

/** Why an entry of `uncited` explains no line. */
export type IdleUncited = "not-found" | "several-lines" | "nothing-to-explain";

/** Which lines with a normative word a plan's clauses cite. */
export interface TextCoverage {
  readonly file: string;
  /** Lines with a normative word. */
  readonly normative: number;
  readonly cited: number;
  /** Left out with a reason (`uncited` in the plan). */
  readonly explained: readonly { readonly line: number; readonly because: UncitedBecause }[];
  readonly open: readonly {
    readonly line: number;
    readonly words: readonly string[];
    readonly text: string;
  }[];
  readonly idle: readonly { readonly phrase: string; readonly why: IdleUncited }[];
}

/** What a plan's clauses are used for, and how far that is tried. */
export interface PlanCoverage {
  readonly plan: { readonly id: string; readonly title: Words; readonly file: string };
  readonly clauses: number;
  /** Clause ids by what they are used for. */
  readonly rule: readonly string[];
  readonly manual: readonly string[];
  readonly background: readonly string[];
  /** Those of any use that rest on something that the plan names but doesn't print. */
  readonly unpublished: readonly string[];
  /** The clauses that each rule uses, in the order of the rules; zones and blocks besides. */
  readonly rules: readonly { readonly rule: string; readonly clauses: readonly string[] }[];
  readonly exercise?: ExerciseCoverage;
  readonly text?: TextCoverage;
}
