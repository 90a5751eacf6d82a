import type { Plane } from "../crs/plane.ts";
import { type Box, boxOf, commonBox, type Polygon, ringsOf } from "../shape/shape.ts";
import { measure } from "./bands.ts";

/** The area covered by any of the polygons (面积), in m²; ground that several cover counts once. */
export function areaOf(plane: Plane, polygons: readonly Polygon[]): number {
  const box = boxOf(ringsOf(polygons));
  return hasArea(box) ? Math.max(0, measure(plane, box, polygons, undefined)) : 0;
}

/**
 * The area in common (重叠面积), in m²: covered by any of `a` and by any of `b`. All must be in the plane's
 * CRS. Of a large `b` only what is near `a` costs time. Throws `TooIntricate`.
 */
export function commonArea(plane: Plane, a: readonly Polygon[], b: readonly Polygon[]): number {
  const window = commonBox(boxOf(ringsOf(a)), boxOf(ringsOf(b)));
  return hasArea(window) ? Math.max(0, measure(plane, window, a, b)) : 0;
}

function hasArea({ minX, minY, maxX, maxY }: Box): boolean {
  return minX < maxX && minY < maxY;
}
