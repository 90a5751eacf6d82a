import { boxOf, cornersOf, type Ring } from "./shape.ts";

/** So many edges make a stretch of a ring. */
export const STRETCH = 32;
/** Rings of fewer corners aren't worth the trouble. */
const FEW = 3 * STRETCH;

const KNOWN = new WeakMap<Ring, Float64Array>();

/**
 * The boxes around the stretches of a large ring (minX, minY, maxX, maxY), by which most of it is passed over
 * where only a small place is looked at; each from one of its corners to the one that the next begins with.
 * Undefined for a small ring.
 */
export function stretchesOf(ring: Ring): Float64Array | undefined {
  if (cornersOf(ring) < FEW) return undefined;
  const known = KNOWN.get(ring);
  if (known !== undefined) return known;
  const boxes = new Float64Array(4 * Math.ceil(cornersOf(ring) / STRETCH));
  for (let from = 0, box = 0; from < ring.length; from += 2 * STRETCH, box += 4) {
    const stretch = ring.subarray(from, from + 2 * (STRETCH + 1));
    // The last one ends where the ring begins.
    const { minX, minY, maxX, maxY } = boxOf([
      stretch,
      ring.subarray(0, from + 2 * STRETCH < ring.length ? 0 : 2),
    ]);
    boxes[box] = minX;
    boxes[box + 1] = minY;
    boxes[box + 2] = maxX;
    boxes[box + 3] = maxY;
  }
  KNOWN.set(ring, boxes);
  return boxes;
}
