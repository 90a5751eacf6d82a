import type { Citation, Outcome, Verdict } from "./finding.ts";
import type { Plan } from "./plan.ts";
import type { Words } from "./words.ts";

/** What a change does to applicants; `changed` where neither can be told. */
export const EFFECTS = ["stricter", "looser", "changed"] as const;
export type Effect = (typeof EFFECTS)[number];

/** The parts of a plan, in the order of a report. */
export const PARTS = [
  "plan",
  "rule",
  "zone",
  "block",
  "clause",
  "term",
  "contradiction",
  "unpublished",
] as const;
export type Part = (typeof PARTS)[number];

/** One consequence of the difference between two plans: a limit raised, a mineral freed, a zone moved. */
export interface Change {
  readonly part: Part;
  readonly kind: "added" | "removed" | "changed";
  readonly effect: Effect;
  /** For `rule`: which. */
  readonly rule?: string;
  /** What changed: `最低开采规模（岩金，大型）`. */
  readonly subject: Words;
  /** The rule, zone or clause that it is of. */
  readonly of?: Words;
  /** Whom it concerns. */
  readonly scope?: Words;
  readonly from?: Words;
  readonly to?: Words;
  /** Where the old plan says so, and where the new one does. */
  readonly old?: Citation;
  readonly new?: Citation;
}

/** An application that the two plans decide differently. */
export interface VerdictChange {
  readonly application: string;
  readonly file: string;
  readonly from: Verdict;
  readonly to: Verdict;
  /** The clauses whose outcome differs and that weigh on one of the verdicts. */
  readonly clauses: readonly {
    readonly id: string;
    readonly rule: string;
    readonly from?: Outcome;
    readonly to?: Outcome;
    /** What is found by the new plan, or was by the old where the new one has no such clause. */
    readonly message: Words;
  }[];
}

/** The applications that were decided by both plans. */
export interface VerdictChanges {
  readonly decided: number;
  readonly changes: readonly VerdictChange[];
}

/** What the difference between two plans comes to. */
export interface PlanDiff {
  readonly old: Pick<Plan, "id" | "title" | "titleEn" | "file" | "sha256">;
  readonly new: Pick<Plan, "id" | "title" | "titleEn" | "file" | "sha256">;
  readonly changes: readonly Change[];
  /** Absent: no applications were given. */
  readonly verdicts?: VerdictChanges;
}
