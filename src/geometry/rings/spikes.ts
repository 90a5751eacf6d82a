import { distance, distanceToEdge, type Ground, HAIR, length } from "../shape/ground.ts";
import { cornersOf, type Ring, xOf, yOf } from "../shape/shape.ts";
import type { NumberedRing } from "./numbered-ring.ts";

/** Nothing on the ground is this narrow (1 mm): such a ring is a line. */
const FLAT = 1e-3;
/** A spike is at least so many times as long as it is wide (0.6° at the tip). */
const SLENDER = 100;

/** Whether all corners lie on one line: the ring has no area. */
export function isFlat(ring: Ring, ground: Ground): boolean {
  const one = farthest(ring, ground, 0);
  const other = farthest(ring, ground, one);
  for (let corner = 0; corner < cornersOf(ring); corner++)
    if (cornerToEdge(ring, ground, corner, one, other) > FLAT) return false;
  return true;
}

function farthest(ring: Ring, ground: Ground, from: number): number {
  let [best, most] = [from, -1];
  for (let corner = 0; corner < cornersOf(ring); corner++) {
    const far = distance(ground, xOf(ring, from), yOf(ring, from), xOf(ring, corner), yOf(ring, corner));
    if (far > most) [best, most] = [corner, far];
  }
  return best;
}

function cornerToEdge(ring: Ring, ground: Ground, corner: number, from: number, to: number): number {
  return distanceToEdge(
    ground,
    xOf(ring, corner),
    yOf(ring, corner),
    xOf(ring, from),
    yOf(ring, from),
    xOf(ring, to),
    yOf(ring, to),
  );
}

/**
 * The tips of spikes (尖刺): corners at which the boundary turns round and goes back on itself, nowhere
 * wider than `width` metres. The ring without them is what the ground loses nothing by; it may have
 * fewer than three corners left.
 */
export function withoutSpikes(
  ring: NumberedRing,
  ground: Ground,
  width: number,
): { readonly ring: NumberedRing; readonly tips: readonly number[] } {
  const count = cornersOf(ring.ring);
  if (!hasSpike(ring.ring, ground, width)) return { ring, tips: [] };
  const next = new Int32Array(count);
  const previous = new Int32Array(count);
  for (let corner = 0; corner < count; corner++) {
    next[corner] = (corner + 1) % count;
    previous[corner] = (corner + count - 1) % count;
  }
  const gone = new Uint8Array(count);
  // Corners beside one that went: if they turn out tips as well, it is the same spike's next stretch.
  const shortened = new Uint8Array(count);
  let left = count;
  const drop = (corner: number): void => {
    const [before, after] = [previous[corner] as number, next[corner] as number];
    next[before] = after;
    previous[after] = before;
    gone[corner] = 1;
    shortened[before] = 1;
    shortened[after] = 1;
    left--;
  };

  const tips: number[] = [];
  const look = Array.from({ length: count }, (_, corner) => count - 1 - corner);
  for (let tip = look.pop(); tip !== undefined && left > 2; tip = look.pop()) {
    if (gone[tip] === 1) continue;
    const [before, after] = [previous[tip] as number, next[tip] as number];
    if (!isSpike(ring.ring, ground, before, tip, after, width)) continue;
    if (shortened[tip] === 0) tips.push(tip);
    drop(tip);
    const apart = cornerDistance(ring.ring, ground, before, after);
    if (apart < HAIR && left > 2) drop(after);
    look.push(next[before] as number, before);
  }
  const kept = Array.from({ length: count }, (_, corner) => corner).filter((corner) => gone[corner] === 0);
  return { ring: withCorners(ring, kept), tips };
}

/** The ring with these corners of it, counted from 0. */
export function withCorners(ring: NumberedRing, kept: readonly number[]): NumberedRing {
  return {
    ...ring,
    ring: Float64Array.from(kept.flatMap((corner) => [xOf(ring.ring, corner), yOf(ring.ring, corner)])),
    corners: kept.map((corner) => ring.corners[corner] ?? 0),
  };
}

function hasSpike(ring: Ring, ground: Ground, width: number): boolean {
  const count = cornersOf(ring);
  for (let before = count - 2, tip = count - 1, after = 0; after < count; before = tip, tip = after++)
    if (isSpike(ring, ground, before, tip, after, width)) return true;
  return false;
}

function isSpike(
  ring: Ring,
  ground: Ground,
  before: number,
  tip: number,
  after: number,
  width: number,
): boolean {
  const { perX, perY } = ground;
  const backX = (xOf(ring, before) - xOf(ring, tip)) * perX;
  const backY = (yOf(ring, before) - yOf(ring, tip)) * perY;
  const onX = (xOf(ring, after) - xOf(ring, tip)) * perX;
  const onY = (yOf(ring, after) - yOf(ring, tip)) * perY;
  if (backX * onX + backY * onY <= 0) return false;
  const back = length(backX, backY);
  const on = length(onX, onY);
  const wide =
    back < on
      ? cornerToEdge(ring, ground, before, tip, after)
      : cornerToEdge(ring, ground, after, tip, before);
  return wide <= Math.min(width, Math.min(back, on) / SLENDER);
}

function cornerDistance(ring: Ring, ground: Ground, one: number, other: number): number {
  return distance(ground, xOf(ring, one), yOf(ring, one), xOf(ring, other), yOf(ring, other));
}
