import { bends } from "./bends.ts";
import { conversion } from "./conversion.ts";
import type { Crs } from "./crs.ts";
import type { Place } from "./projection.ts";
import type { Box, Polygon, Ring } from "./shape.ts";

/** Metres on the ground that a bent edge may lie off its true course. */
const TOLERANCE = 1e-4;

const DEGREES: Crs = { kind: "geographic", datum: "CGCS2000" };

/**
 * `polygon` in another CRS. An edge straight in `from` is bent in `to`: it gets as many corners as it
 * takes to follow its course within `tolerance` metres, the same ones whichever way it runs.
 * Within one CRS, or between WGS 84 and CGCS2000 degrees, the polygon itself comes back.
 */
export function project(polygon: Polygon, from: Crs, to: Crs, tolerance = TOLERANCE): Polygon {
  const how = conversion(from, to);
  if (how.kind === "same") return polygon;
  const ring = (one: Ring): Ring =>
    how.kind === "shift"
      ? one.map((value, at) => (at % 2 === 0 ? value + how.east : value))
      : bends(one, how.convert, to.kind === "geographic", tolerance);
  return { shell: ring(polygon.shell), holes: polygon.holes.map(ring) };
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

/** Steps along each side of a box when its bounds in degrees are looked for. */
const STEPS = 8;
/** No edge straight in a Gauss-Kruger plane bends more in degrees of China: 1/m of curvature. */
const MOST_CURVATURE = 3e-7;
/** Metres in a degree of latitude, at the least; of longitude at 54° north. */
const SHORTEST_DEGREE = { latitude: 110_500, longitude: 65_000 };

/**
 * A box in degrees that holds every place of `box`, a little wider than need be; for indexes. A box that
 * holds nothing comes back as it is.
 */
export function lonLatBox(box: Box, crs: Crs): Box {
  if (crs.kind === "geographic" || !(box.minX <= box.maxX && box.minY <= box.maxY)) return box;
  const width = (box.maxX - box.minX) / STEPS;
  const height = (box.maxY - box.minY) / STEPS;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let column = 0; column <= STEPS; column++)
    for (let row = 0; row <= STEPS; row += column % STEPS === 0 ? 1 : STEPS) {
      const [x, y] = placeToLonLat(box.minX + column * width, box.minY + row * height, crs);
      [minX, maxX] = [Math.min(minX, x), Math.max(maxX, x)];
      [minY, maxY] = [Math.min(minY, y), Math.max(maxY, y)];
    }
  const slack = 1e-3 + (Math.max(width, height) ** 2 * MOST_CURVATURE) / 8;
  const [east, north] = [slack / SHORTEST_DEGREE.longitude, slack / SHORTEST_DEGREE.latitude];
  return { minX: minX - east, minY: minY - north, maxX: maxX + east, maxY: maxY + north };
}
