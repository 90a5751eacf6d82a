import type { Result, Row } from "../../model/screen-row.ts";

/** What is known of a run at its end (筛查汇总): counts of all candidates, put out or not, and the rows with the largest margins. */
export interface Counts {
  readonly total: number;
  readonly verdicts: Readonly<Record<Result, number>>;
  /** How often a rule decides against a candidate, by its id. */
  readonly rules: ReadonlyMap<string, number>;
  /** How often a fact is missing, by its field. */
  readonly missing: ReadonlyMap<string, number>;
  readonly best: readonly Row[];
}
