import { cornersOf, type Ring, xOf, yOf } from "./shape.ts";

/**
 * Twice the area inside a ring in the plane of its coordinates, positive where it runs anticlockwise; 0 for
 * fewer than three corners. Counted from the first corner: far from the origin little is lost.
 */
export function twiceSignedArea(ring: Ring): number {
  const count = cornersOf(ring);
  if (count < 3) return 0;
  const [x0, y0] = [xOf(ring, 0), yOf(ring, 0)];
  let twice = 0;
  for (let from = count - 1, to = 0; to < count; from = to++)
    twice += (xOf(ring, from) - x0) * (yOf(ring, to) - y0) - (xOf(ring, to) - x0) * (yOf(ring, from) - y0);
  return twice;
}
