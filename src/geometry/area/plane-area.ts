import { cornersOf, type Polygon, type Ring, xOf, yOf } from "../shape/shape.ts";

/** The area of sound polygons in the plane of their coordinates (平面面积): m² where those are metres. */
export function planeAreaM2(polygons: readonly Polygon[]): number {
  return polygons.reduce(
    (sum, { shell, holes }) =>
      sum + ringArea(shell) - holes.reduce((inner, hole) => inner + ringArea(hole), 0),
    0,
  );
}

function ringArea(ring: Ring): number {
  const count = cornersOf(ring);
  if (count < 3) return 0;
  const [x0, y0] = [xOf(ring, 0), yOf(ring, 0)];
  let twice = 0;
  for (let from = count - 1, to = 0; to < count; from = to++)
    twice += (xOf(ring, from) - x0) * (yOf(ring, to) - y0) - (xOf(ring, to) - x0) * (yOf(ring, from) - y0);
  return Math.abs(twice) / 2;
}
