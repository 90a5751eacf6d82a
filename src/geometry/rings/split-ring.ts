import { cornersOf, xOf, yOf } from "../shape/shape.ts";
import type { NumberedRing } from "./numbered-ring.ts";
import { withCorners } from "./spikes.ts";

/**
 * Takes a ring that comes back to a corner apart into the loops between: a hole drawn in one stroke
 * with its shell, two parts hanging together at a corner, a bridge to a hole walked to and fro. By
 * even-odd the loops cover the ground that the ring did; none of them has a corner twice.
 */
export function loopsOf(ring: NumberedRing): readonly NumberedRing[] {
  const open: number[] = [];
  const standing = new Map<string, number>();
  const loops: NumberedRing[] = [];
  const close = (corners: readonly number[]): void => {
    if (corners.length > 2) loops.push(withCorners(ring, corners));
  };
  for (let corner = 0; corner < cornersOf(ring.ring); corner++) {
    const place = placeOf(ring, corner);
    const from = standing.get(place);
    if (from !== undefined) {
      const loop = open.splice(from);
      for (const one of loop) standing.delete(placeOf(ring, one));
      close(loop);
    }
    standing.set(place, open.length);
    open.push(corner);
  }
  close(open);
  return loops;
}

function placeOf({ ring }: NumberedRing, corner: number): string {
  return `${xOf(ring, corner)} ${yOf(ring, corner)}`;
}
