import { type Words, words } from "../../model/words.ts";
import type { Tolerance } from "../overlay/relation.ts";
import type { Boundary } from "../shape/boundary.ts";
import type { Layer, LayerFeature } from "./layer.ts";
import type { Meeting } from "./meeting.ts";
import { Site } from "./site.ts";
import { sliverOf } from "./sliver.ts";
import { sliverOn, sourcesOf, sticksOut } from "./survey-fact.ts";

/** A county that a site reaches into. */
interface CountyMet<County> {
  readonly county: County;
  /** Share of the site's area, from 0 to 1. */
  readonly share: number;
  /** The site lies wholly in it. */
  readonly isWhole: boolean;
}

/** In which counties a site lies (所在县). */
export interface CountiesAt<County> {
  /** The largest share first. */
  readonly met: readonly CountyMet<County>[];
  /** Why that can't be relied on. */
  readonly doubts: readonly Words[];
  /** The layers' files. */
  readonly source: Words;
}

/**
 * The counties that a site reaches into, each of one or several features.
 *
 * @param countyOf whose a feature is by its table; the same value for the same county
 */
export function countiesAt<County>(
  boundary: Boundary,
  layers: readonly Layer[],
  tolerance: Tolerance,
  countyOf: (attributes: LayerFeature["attributes"]) => County,
): CountiesAt<County> {
  const site = new Site(boundary, tolerance);
  const survey = site.survey(words("县域", "the county"), "county", layers);
  const groups = new Map<County, Meeting[]>();
  for (const meeting of survey.meetings) {
    const county = countyOf(meeting.feature.attributes);
    groups.set(county, [...(groups.get(county) ?? []), meeting]);
  }
  const doubts = [...survey.doubts];
  const met: CountyMet<County>[] = [];
  for (const [county, meetings] of groups) {
    const { m2, touched } = site.together(meetings);
    if (!touched) continue;
    const isWhole = site.isCovered(m2);
    const sliver = isWhole ? undefined : sliverOf(site, "beyond", () => site.m2 - m2, meetings);
    if (sliver !== undefined) doubts.push(sliverOn(layers, sliver, sticksOut(words("县域", "the county"))));
    met.push({ county, share: m2 / site.m2, isWhole });
  }
  return { met: met.toSorted((a, b) => b.share - a.share), doubts, source: sourcesOf(layers) };
}
