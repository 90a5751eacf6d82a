import type { SortKey } from "../../model/screen-order.ts";
import { RESULTS, type Row } from "../../model/screen-row.ts";

/** What of a row its place in an order depends on. */
export interface Rank {
  /** By its result: pass, review, fail, unusable. */
  readonly verdict: number;
  /** Its least margin as a share of the limit. */
  readonly share: number;
  readonly areaKm2: number;
  readonly id: string;
  readonly number: number;
}

/** Where counts are taken in order, by what became of it so. */
export function rankOf(row: Row): Rank {
  const { areaKm2, id, number } = row;
  const {
    verdict,
    margins: [least],
  } = row.cumulative ?? row;
  return {
    verdict: RESULTS.indexOf(verdict),
    share: least?.share ?? Number.NEGATIVE_INFINITY,
    areaKm2: areaKm2 === undefined ? Number.NEGATIVE_INFINITY : Number(areaKm2),
    id,
    number,
  };
}

export type Compare = (a: Rank, b: Rank) => number;

/** Numbers in ids by their size: 区块2 before 区块10. A fixed locale, so that the order is the same anywhere. */
const ids = new Intl.Collator("en", { numeric: true });

const byNumber: Compare = (a, b) => a.number - b.number;
const byVerdict: Compare = (a, b) => a.verdict - b.verdict;

/** Of passing candidates the largest margin first, of failing ones the nearest miss; those without one last. */
export const byMargin: Compare = (a, b) => descending(a.share, b.share) || byNumber(a, b);

/** The orders (排序); no two rows are equal, since no two have the same number. */
export const ORDERS: Readonly<Record<SortKey, Compare>> = {
  margin: (a, b) => byVerdict(a, b) || byMargin(a, b),
  verdict: (a, b) => byVerdict(a, b) || byNumber(a, b),
  id: (a, b) => ids.compare(a.id, b.id) || byNumber(a, b),
  area: (a, b) => descending(a.areaKm2, b.areaKm2) || byNumber(a, b),
  number: byNumber,
};

/** Not by a difference: of two that are infinite that is no number. */
function descending(a: number, b: number): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
