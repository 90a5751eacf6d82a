import type { Outcome, Verdict } from "./finding.ts";
import type { LonLatPolygons } from "./measured-site.ts";
import type { Words } from "./words.ts";

/** The form of a result, named in every one: additive changes only within a version. */
export const ROW_SCHEMA = "mineright/screen@1";

/** What a candidate can come to: a verdict, or that it can't be read. */
export type Result = Verdict | "unusable";
export const RESULTS = ["pass", "review", "fail", "unusable"] as const satisfies readonly Result[];

/** How far a figure of the candidate is from a limit of the plan (余量). */
export interface RowMargin {
  readonly rule: string;
  readonly clause: string;
  /** In `unit`; negative: short of the limit. */
  readonly left: string;
  readonly limit: string;
  readonly unit: string;
  /** `left` as a share of the limit; absent where the limit is zero. */
  readonly share?: number;
}

/** A finding that stands against the candidate, or binds it most. */
export interface RowFinding {
  readonly rule: string;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly message: Words;
}

/**
 * Whether a candidate takes room from those after it (占用余量): one that passes does, one under review may, and
 * one that fails, that doesn't fit or that adds nothing to what exists doesn't.
 */
export type Takes = "yes" | "maybe" | "no";

/** What becomes of a candidate in the input's order, after those before it have taken their room (依次累计). */
export interface RowInOrder {
  /** Never better than the verdict of the candidate alone. */
  readonly verdict: Result;
  readonly takes: Takes;
  readonly binding?: RowFinding;
  readonly fails: readonly string[];
  readonly reviews: readonly string[];
  readonly margins: readonly RowMargin[];
}

/** What was decided of one candidate (筛查结果): a line of the output. */
export interface Row {
  readonly schema: typeof ROW_SCHEMA;
  readonly number: number;
  readonly id: string;
  readonly file: string;
  readonly line?: number;
  readonly plan?: string;
  readonly verdict: Result;
  /**
   * The finding that decides: the first failing one, else the first under review that something speaks against,
   * else the first under review, else the one with the least margin.
   */
  readonly binding?: RowFinding;
  /** `rule@clause` of every failing finding, and of every one under review. */
  readonly fails: readonly string[];
  readonly reviews: readonly string[];
  /** The facts that the findings under review lack, each once. */
  readonly missing: readonly string[];
  /** Of every finding that has one, the smallest share first. */
  readonly margins: readonly RowMargin[];
  readonly areaKm2?: string;
  /** Where counts are taken in order; what stands above is of the candidate alone. */
  readonly cumulative?: RowInOrder;
  /** What makes it unusable. */
  readonly problems?: readonly {
    readonly message: Words;
    readonly remedy?: Words;
    readonly field?: string;
  }[];
  /** Said of it beside the verdict: an id that came before. */
  readonly notes?: readonly Words[];
  /** Its boundary as read, for formats that draw it. */
  readonly outline?: LonLatPolygons;
}

/** What a row counts as: in order where counts are taken so, else alone. */
export function resultOf({ verdict, cumulative }: Pick<Row, "verdict" | "cumulative">): Result {
  return cumulative?.verdict ?? verdict;
}
