import type { Words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import { planeFor } from "../crs/plane.ts";
import { areaOf } from "../overlay/coverage.ts";
import { offset } from "../overlay/offset.ts";
import { difference, intersection } from "../overlay/overlay.ts";
import { polygonsFrom } from "../rings/rings.ts";
import type { RawRing } from "../shape/raw.ts";
import { boxOf, type Polygon, type Ring, ringsOf } from "../shape/shape.ts";
import type { Site } from "./site.ts";

/** One way to make a site smaller: keep out of some ground, or stay within it. */
export interface Move {
  readonly how: "away" | "within";
  /** What that ground is, as reports name it. */
  readonly subject: Words;
  /** Path of the layer's entry, by which findings refer to it. */
  readonly field: string;
  /**
   * It can only help. Whether a site should lie in a zone or out of it, and in which of several, depends on
   * what the plan asks, so these must be tried.
   */
  readonly certain: boolean;
  /** In the site's plane. */
  readonly polygons: readonly Polygon[];
}

/** Ground below this is the rounding of a coordinate, m². */
const LEAST_M2 = 0.01;

/**
 * What the move leaves of the site, on the grid of outlines; undefined where it can't be drawn.
 * @param margin metres of distance to what is kept out of, where rounding alone would leave an overlap.
 */
export function trim(site: Site, { how, polygons }: Move, margin: number): readonly Polygon[] | undefined {
  const { plane, boundary } = site;
  const away = how === "away";
  const ground = margin === 0 ? polygons : offset(polygons, boundary.crs, away ? margin : -margin);
  const left = (away ? difference : intersection)(plane, boundary.polygons, ground, LEAST_M2);
  const isLost = left.polygons.length === 0 && left.measured > site.m2 / 1000;
  return isLost ? undefined : left.polygons;
}

/** Metres: ground narrower than this is no part of a boundary. */
export const NARROWEST = 1;
/** Metres by which a part that had to be cut off at a narrow place stays clear of its old border. */
const CLEAR = 1e-3;
/** m² that may be lost at sharp corners without taking the part for one with narrow places. */
const AT_CORNERS = 1;

/**
 * The parts that polygons fall into when whatever is narrower than {@link NARROWEST} is left away, each as
 * our own reader takes it from a file; the largest first. Parts without narrow places come back corner by
 * corner.
 */
export function partsOf(polygons: readonly Polygon[], crs: Crs): readonly Polygon[] {
  const plane = planeFor(crs, boxOf(ringsOf(polygons)));
  const area = (one: Polygon) => areaOf(plane, [one]);
  return polygons
    .flatMap((one) => {
      const cores = offset([one], crs, -NARROWEST / 2);
      const whole = asRead(one, crs);
      const wide = areaOf(plane, offset(cores, crs, NARROWEST / 2));
      if (whole !== undefined && cores.length === 1 && area(one) - wide <= AT_CORNERS) return [whole];
      return cores.flatMap((core) =>
        intersection(plane, offset([core], crs, NARROWEST / 2 - CLEAR), [one], AT_CORNERS).polygons.flatMap(
          (part) => asRead(part, crs) ?? [],
        ),
      );
    })
    .map((part) => ({ part, m2: area(part) }))
    .sort((a, b) => b.m2 - a.m2)
    .map(({ part }) => part);
}

/** The polygon as it will be read; undefined where the reader would refuse it. */
function asRead({ shell, holes }: Polygon, crs: Crs): Polygon | undefined {
  const parts = [[shell, ...holes].map(closed)];
  const read = polygonsFrom({ roles: "given", parts }, { crs, northFirst: false, closing: "required" });
  if ("problems" in read) return undefined;
  const [only, another] = read.polygons;
  return another === undefined ? only : undefined;
}

function closed(ring: Ring): RawRing {
  return { corners: Float64Array.from([...ring, ...ring.subarray(0, 2)]) };
}
