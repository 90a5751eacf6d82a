import { orientation } from "../shape/orientation.ts";

/** A corner on a grid of whole numbers. */
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * A closed path without repeated corners and without corners at which it turns straight back: they enclose
 * nothing, and on some of them clipper2-ts never ends. What is left may be nothing.
 */
export function withoutSpikes(path: readonly GridPoint[]): GridPoint[] {
  const kept: GridPoint[] = [];
  for (const point of path) {
    kept.push(point);
    while (kept.length > 2 && isIdle(kept.at(-3), kept.at(-2), point)) kept.splice(-2, 1);
  }
  // Where the end meets the beginning, what goes on one side may lay bare another on the other.
  for (;;) {
    if (kept.length < 3) return [];
    if (isIdle(kept.at(-2), kept.at(-1), kept[0])) kept.pop();
    else if (isIdle(kept.at(-1), kept[0], kept[1])) kept.shift();
    else return kept;
  }
}

function isIdle(from?: GridPoint, at?: GridPoint, to?: GridPoint): boolean {
  if (from === undefined || at === undefined || to === undefined) return false;
  const [inX, inY, outX, outY] = [at.x - from.x, at.y - from.y, to.x - at.x, to.y - at.y];
  if ((inX === 0 && inY === 0) || (outX === 0 && outY === 0)) return true;
  return inX * outX + inY * outY < 0 && orientation(from.x, from.y, at.x, at.y, to.x, to.y) === 0;
}
