import type { Polygon, Ring } from "../shape/shape.ts";
import { bends, type Held } from "./bends.ts";
import { conversion } from "./conversion.ts";
import type { Crs } from "./crs.ts";
import type { Place } from "./projection.ts";

/** Metres on the ground that a bent edge may lie off its true course. */
const TOLERANCE = 1e-4;

/** Longitude and latitude on CGCS2000. */
export const DEGREES: Crs = { kind: "geographic", datum: "CGCS2000" };

/**
 * `polygon` in another CRS. An edge straight in `from` is bent in `to`: it gets as many corners as it
 * takes to follow its course within `tolerance` metres, the same ones whichever way it runs.
 * Within one CRS, or between WGS 84 and CGCS2000 degrees, the polygon itself comes back.
 */
export function project(polygon: Polygon, from: Crs, to: Crs, tolerance = TOLERANCE): Polygon {
  if (conversion(from, to).kind === "same") return polygon;
  const ring = (one: Ring) => projectRing(one, from, to, undefined, tolerance);
  return { shell: ring(polygon.shell), holes: polygon.holes.map(ring) };
}

/** A ring in another CRS, as {@link project}, some of whose corners may have given places there. */
export function projectRing(ring: Ring, from: Crs, to: Crs, held?: Held, tolerance = TOLERANCE): Ring {
  const how = conversion(from, to);
  if (how.kind === "curved")
    return bends(held?.ring ?? ring, how.convert, to.kind === "geographic", tolerance, held);
  const east = how.kind === "shift" ? how.east : 0;
  const out = ring.map((value, at) => (at % 2 === 0 ? value + east : value));
  for (const [at, place] of held?.images ?? []) out.set(place, 2 * at);
  return out;
}

/** Polygons in degrees, as {@link toLonLat}. */
export function inLonLat(polygons: readonly Polygon[], crs: Crs): readonly Polygon[] {
  return polygons.map(({ shell, holes }) => ({
    shell: toLonLat(shell, crs),
    holes: holes.map((hole) => toLonLat(hole, crs)),
  }));
}

/** The longitude and latitude in degrees of one place in `crs`. */
export function placeToLonLat(x: number, y: number, crs: Crs): Place {
  const how = conversion(crs, DEGREES);
  return how.kind === "curved" ? how.convert(x, y) : [x, y];
}

/** The corners of a ring in degrees, one for one: no edge is bent. */
export function toLonLat(ring: Ring, crs: Crs): Ring {
  const how = conversion(crs, DEGREES);
  if (how.kind !== "curved") return ring;
  const out = new Float64Array(ring.length);
  for (let at = 0; at < ring.length; at += 2)
    out.set(how.convert(ring[at] as number, ring[at + 1] as number), at);
  return out;
}
