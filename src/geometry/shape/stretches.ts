import { cornersOf, type Ring } from "./shape.ts";

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
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from; at <= from + 2 * STRETCH && at <= ring.length; at += 2) {
      const corner = at < ring.length ? at : 0;
      const x = ring[corner] as number;
      const y = ring[corner + 1] as number;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    boxes[box] = minX;
    boxes[box + 1] = minY;
    boxes[box + 2] = maxX;
    boxes[box + 3] = maxY;
  }
  KNOWN.set(ring, boxes);
  return boxes;
}
