import type { Result, Row, Takes } from "../../model/screen-row.ts";

/** What is known of a run at its end (筛查汇总): counts of all candidates, put out or not, and the rows with the largest margins. */
export interface Counts {
  readonly total: number;
  readonly verdicts: Readonly<Record<Result, number>>;
  /** Where counts are taken in the input's order: the results in that order, and who takes room. */
  readonly inOrder?:
    | {
        readonly verdicts: Readonly<Record<Result, number>>;
        readonly takes: Readonly<Record<Takes, number>>;
      }
    | undefined;
  /** How often a rule decides against a candidate, by its id. */
  readonly rules: ReadonlyMap<string, number>;
  /** How often a fact is missing, by its field. */
  readonly missing: ReadonlyMap<string, number>;
  readonly best: readonly Row[];
}
