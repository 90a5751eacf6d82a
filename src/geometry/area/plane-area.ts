import type { Polygon, Ring } from "../shape/shape.ts";
import { twiceSignedArea } from "../shape/signed-area.ts";

/** The area of sound polygons in the plane of their coordinates (平面面积): m² where those are metres. */
export function planeAreaM2(polygons: readonly Polygon[]): number {
  return polygons.reduce(
    (sum, { shell, holes }) =>
      sum + ringArea(shell) - holes.reduce((inner, hole) => inner + ringArea(hole), 0),
    0,
  );
}

function ringArea(ring: Ring): number {
  return Math.abs(twiceSignedArea(ring)) / 2;
}
