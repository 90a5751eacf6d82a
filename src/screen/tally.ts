import { RESULTS, type Result, type Row, type RowInOrder, type Takes } from "../model/screen-row.ts";
import { byMargin, rankOf } from "./order/sort-key.ts";

/** How many of the best are shown. */
const BEST = 10;

/** What the summary of a run says, counted while rows pass by; it keeps ten of them. */
export class Tally {
  readonly verdicts: Record<Result, number> = { pass: 0, review: 0, fail: 0, unusable: 0 };
  /** Where counts are taken in order; the lists below are then of that reading. */
  inOrder: { readonly verdicts: Record<Result, number>; readonly takes: Record<Takes, number> } | undefined;
  readonly rules = new Map<string, number>();
  readonly missing = new Map<string, number>();
  /** Passing candidates with the largest least margin, the best first. */
  best: readonly Row[] = [];

  get total(): number {
    return RESULTS.reduce((sum, result) => sum + this.verdicts[result], 0);
  }

  add(row: Row): void {
    const { cumulative, missing } = row;
    this.verdicts[row.verdict] += 1;
    if (cumulative !== undefined) this.addInOrder(cumulative);
    const { verdict, binding } = cumulative ?? row;
    if (binding !== undefined && verdict !== "pass") count(this.rules, binding.rule);
    for (const field of missing) count(this.missing, field);
    if (verdict === "pass") this.best = best([...this.best, row]);
  }

  private addInOrder({ verdict, takes }: RowInOrder): void {
    this.inOrder ??= {
      verdicts: { pass: 0, review: 0, fail: 0, unusable: 0 },
      takes: { yes: 0, maybe: 0, no: 0 },
    };
    this.inOrder.verdicts[verdict] += 1;
    this.inOrder.takes[takes] += 1;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function best(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => byMargin(rankOf(a), rankOf(b))).slice(0, BEST);
}
