import type { Box, Polygon, Ring } from "./shape.ts";

/**
 * The polygon as it is inside a window, with fewer corners (窗口内图形): a stretch of a ring that stays on one
 * side of the window is one edge there. No corner is moved and none is added, so that whatever is asked of the
 * ground and the edges in the window has the same answer; outside of it edges may cross. Undefined: it covers
 * nothing in the window. The polygon itself comes back where nothing is to be had.
 */
export function nearPart(polygon: Polygon, window: Box): Polygon | undefined {
  const shell = nearRing(polygon.shell, window);
  if (shell === undefined) return undefined;
  const holes = polygon.holes.flatMap((hole) => nearRing(hole, window) ?? []);
  const isSame = shell === polygon.shell && holes.every((hole, at) => hole === polygon.holes[at]);
  return isSame && holes.length === polygon.holes.length ? polygon : { shell, holes };
}

/** Rings of fewer corners aren't worth the trouble. */
const FEW = 24;

function nearRing(ring: Ring, window: Box): Ring | undefined {
  const count = ring.length / 2;
  if (count < FEW) return ring;
  const kept: number[] = [0];
  const first = sidesOf(ring, 0, window);
  // The sides on which the last corner kept and all after it lie: while there is one, those may go.
  let common = first;
  for (let at = 1; at <= count; at++) {
    const sides = at < count ? sidesOf(ring, at, window) : first;
    if ((common & sides) !== 0) {
      common &= sides;
      continue;
    }
    const before = at - 1;
    if (kept.at(-1) !== before) {
      kept.push(before);
      common = sidesOf(ring, before, window) & sides;
      if (common !== 0) continue;
    }
    if (at < count) kept.push(at);
    common = sides;
  }
  if (kept.length < 3) return undefined;
  if (kept.length === count) return ring;
  const part = new Float64Array(2 * kept.length);
  for (const [to, from] of kept.entries()) {
    part[2 * to] = ring[2 * from] as number;
    part[2 * to + 1] = ring[2 * from + 1] as number;
  }
  return part;
}

/** On which sides of the window a corner lies, as bits: west, east, south, north. */
function sidesOf(ring: Ring, at: number, { minX, minY, maxX, maxY }: Box): number {
  const x = ring[2 * at] as number;
  const y = ring[2 * at + 1] as number;
  return (x < minX ? 1 : x > maxX ? 2 : 0) | (y < minY ? 4 : y > maxY ? 8 : 0);
}
