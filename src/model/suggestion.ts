import type { Decimal } from "./decimal.ts";
import type { Citation, Finding, Verdict } from "./finding.ts";
import type { LonLatPolygons } from "./measured-site.ts";
import { type Words, words } from "./words.ts";

/** What is suggested in place of a boundary that doesn't pass (建议范围), or why nothing is. */
export type Suggestion = SuggestedBoundary | { readonly none: Words };

export interface SuggestedBoundary {
  /** What was taken off, in the order in which it was. */
  readonly cuts: readonly SuggestedCut[];
  /** What is left, the largest part first: that is the suggestion, the others may be chosen instead. */
  readonly parts: readonly SuggestedPart[];
  /** Ground that is left beside the parts, too narrow or too small to be one. */
  readonly besidesKm2: Decimal;
  /** Declared fields that speak of the old boundary and were left out when the parts were decided. */
  readonly setAside: readonly string[];
  /** The file that it is written to. */
  readonly file: string;
}

export interface SuggestedCut {
  /** Kept out of this ground, or within it. */
  readonly how: "away" | "within";
  readonly subject: Words;
  /** What that took off. */
  readonly km2: Decimal;
  /** The clauses of the findings that rest on it. */
  readonly clauses: readonly Citation[];
}

/** One part, decided as if it had been applied for. */
export interface SuggestedPart {
  readonly coordinates: PlacedPolygons;
  readonly areaKm2: Decimal;
  /** Of the boundary that was applied for, from 0 to 1. */
  readonly share: number;
  readonly verdict: Verdict;
  /** What still fails or is to be reviewed. */
  readonly open: readonly Finding[];
}

/** Polygons as GeoJSON has them; with an EPSG code in that CRS, otherwise longitude and latitude. */
export interface PlacedPolygons {
  readonly epsg?: number;
  readonly polygons: LonLatPolygons;
}

/** What a suggested boundary is. */
export const NO_APPROVAL = words("计算结果，不是批准", "a calculation, not an approval");

/** What must be known of a part that would pass: it was decided by figures that were made for another. */
export const OLD_FIGURES = words(
  "其余申报（储量、生产规模、服务年限等）照旧采用，均针对原范围，须重新核实",
  "all else stands as declared (reserves, output, service life …), of the old boundary, and must be worked out anew",
);
