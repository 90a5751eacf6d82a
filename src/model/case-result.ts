import type { Outcome, Verdict } from "./finding.ts";
import type { Words } from "./words.ts";

/** What came out otherwise than a case (用例) expects, at the place of what it expects. */
export type Mismatch = { readonly line: number; readonly column: number } & (
  | {
      readonly of: "finding";
      /** `clause` or `clause@rule`, as the case has it. */
      readonly key: string;
      readonly expected: Outcome;
      /** Absent: no finding rests on the clause. */
      readonly got?: Outcome;
      /** What the findings of that outcome say. */
      readonly says: readonly Words[];
    }
  | {
      readonly of: "verdict";
      readonly expected: Verdict;
      readonly got: Verdict;
      /** The findings that fail or are to be reviewed, each by its clause and rule. */
      readonly open: readonly { readonly key: string; readonly outcome: Outcome; readonly says: Words }[];
    }
  | {
      readonly of: "arithmetic";
      readonly equation: string;
      /** It is wrong, or none of its numbers is one of the case. */
      readonly is: "wrong" | "unrelated";
    }
);

/** How a case went. */
export interface CaseResult {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly verdict: Verdict;
  /** The equations that the case shows its figures by. */
  readonly arithmetic: readonly string[];
  /** What the case expects of clauses and was so, by `clause` or `clause@rule`. */
  readonly met: Readonly<Record<string, Outcome>>;
  readonly mismatches: readonly Mismatch[];
}

/** How the cases of a file went. */
export interface CaseFileResult {
  readonly file: string;
  /** The id of the plan that decided them. */
  readonly plan: string;
  readonly cases: readonly CaseResult[];
}

/** How many of several files' cases came out as expected, and how many didn't. */
export function countCases(files: readonly CaseFileResult[]): {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
} {
  const all = files.flatMap(({ cases }) => cases);
  const failed = all.filter(({ mismatches }) => mismatches.length > 0).length;
  return { cases: all.length, passed: all.length - failed, failed };
}
