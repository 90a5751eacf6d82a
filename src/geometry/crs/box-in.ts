import type { Box } from "../shape/shape.ts";
import { conversion } from "./conversion.ts";
import type { Crs } from "./crs.ts";
import { DEGREES } from "./project.ts";

/** Metres of a box's side between the places that are looked at. */
const STEP = 20_000;
/** No straight edge of one plane bends more in another, inside China: 1/m of curvature. */
const MOST_CURVATURE = 3e-7;
/** Metres in a degree: of latitude at the most and at the least, of longitude at 54° north. */
const DEGREE = { most: 111_700, latitude: 110_500, longitude: 65_000 };

/**
 * A box of `to` that holds every place of a box of `from`, a little wider than need be; for indexes, so
 * that a site is brought to a layer's CRS once instead of the layer to the site's. A box that holds
 * nothing comes back as it is.
 */
export function boxIn(box: Box, from: Crs, to: Crs): Box {
  const how = conversion(from, to);
  if (how.kind === "same" || !(box.minX <= box.maxX && box.minY <= box.maxY)) return box;
  if (how.kind === "shift") return { ...box, minX: box.minX + how.east, maxX: box.maxX + how.east };
  // The bounds are reached on the box's own edges: neither coordinate has a summit inside.
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const metres = Math.max(width, height) * (from.kind === "geographic" ? DEGREE.most : 1);
  const steps = Math.max(1, Math.min(100, Math.ceil(metres / STEP)));
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let column = 0; column <= steps; column++)
    for (let row = 0; row <= steps; row += column % steps === 0 ? 1 : steps) {
      const [x, y] = how.convert(box.minX + (column / steps) * width, box.minY + (row / steps) * height);
      [minX, maxX] = [Math.min(minX, x), Math.max(maxX, x)];
      [minY, maxY] = [Math.min(minY, y), Math.max(maxY, y)];
    }
  const slack = 1e-3 + ((metres / steps) ** 2 * MOST_CURVATURE) / 8;
  const [east, north] =
    to.kind === "geographic" ? [slack / DEGREE.longitude, slack / DEGREE.latitude] : [slack, slack];
  return { minX: minX - east, minY: minY - north, maxX: maxX + east, maxY: maxY + north };
}

/** A box in degrees that holds every place of `box`. */
export function lonLatBox(box: Box, crs: Crs): Box {
  return boxIn(box, crs, DEGREES);
}
