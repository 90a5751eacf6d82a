import type { Relation } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";

/**
 * How much ground in common counts as none (容差): boundaries that touch are drawn by different hands, and
 * rounding leaves slivers between them. The larger of the two counts.
 */
export interface Tolerance {
  readonly m2: number;
  /** Share of the smaller of the two areas. */
  readonly share: number;
}

export const TOLERANCE: Tolerance = { m2: 1, share: 1e-6 };

/** The tolerance in m² for areas that meet: the site, and what it is held against where that is known. */
export function allowedArea({ m2, share }: Tolerance, ...areas: readonly number[]): number {
  return Math.max(m2, share * Math.min(...areas));
}

/**
 * How a site of `area` lies to what it has `common` ground with, all in m²: inside if no more than
 * `allowed` of it sticks out, outside if no more than that is in common, partly otherwise. A site too
 * small for the tolerance isn't passed for both: at most half of it is let go. Numbers that can't be told
 * (NaN) come out as partly.
 */
export function relationOf(area: number, common: number, allowed: number): Relation {
  const most = Math.min(allowed, area / 2);
  if (area - common <= most) return "inside";
  return common <= most ? "outside" : "partly";
}

/** The tolerance as a report states it. */
export function toleranceWords({ m2, share }: Tolerance): Words {
  const percent = `${Number((share * 100).toPrecision(3))}%`;
  const shares =
    share === 0
      ? words("", "")
      : words(
          `，或较小一方面积的 ${percent}，取大者`,
          ` or ${percent} of the smaller area, whichever is larger`,
        );
  return words(
    `${m2} 平方米${shares.zh}；重叠不超过容差的视为相接，不算重叠，露出不超过容差的视为在内`,
    `${m2} m²${shares.en}; ground in common up to it is touching, not overlap, and ground that sticks out up to it is inside`,
  );
}
