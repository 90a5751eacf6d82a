import { cornersOf, type Ring, xOf, yOf } from "../shape/shape.ts";
import type { Place } from "./projection.ts";

/** Metres in a degree of latitude: more than anywhere in China, so that no deviation is taken too small. */
const DEGREE = 111_700;
/** An edge is halved at most so many times; none inside China needs as many. */
const DEEPEST = 16;

interface Edge {
  readonly start: Place;
  readonly end: Place;
  readonly startImage: Place;
  readonly endImage: Place;
}

/**
 * The image of a ring whose straight edges become curves, with corners added where the chord would lie
 * more than `tolerance` metres off the curve. Edges are always walked from their western end, so that two
 * neighbours come out with the same corners on the boundary they share.
 */
export function bends(
  ring: Ring,
  convert: (x: number, y: number) => Place,
  toDegrees: boolean,
  tolerance: number,
): Ring {
  const count = cornersOf(ring);
  const corners = Array.from({ length: count }, (_, at): Place => [xOf(ring, at), yOf(ring, at)]);
  const images = corners.map(([x, y]) => convert(x, y));
  const out: number[] = [];
  for (const [at, corner] of corners.entries()) {
    const next = (at + 1) % count;
    const [image, end, endImage] = [images[at] as Place, corners[next] as Place, images[next] as Place];
    out.push(image[0], image[1]);
    const added: Place[] = [];
    if (isBefore(corner, end)) halve({ start: corner, end, startImage: image, endImage }, added, DEEPEST);
    else {
      halve({ start: end, end: corner, startImage: endImage, endImage: image }, added, DEEPEST);
      added.reverse();
    }
    for (const [x, y] of added) out.push(x, y);
  }
  return Float64Array.from(out);

  function halve({ start, end, startImage, endImage }: Edge, added: Place[], depth: number): void {
    if (depth === 0) return;
    const middle = between(start, end, 0.5);
    const turn = convert(...middle);
    // A curve that swings to both sides of its chord can cross it in the middle: the quarters tell.
    const straight =
      deviation(turn, startImage, endImage) <= tolerance &&
      deviation(convert(...between(start, end, 0.25)), startImage, endImage) <= tolerance &&
      deviation(convert(...between(start, end, 0.75)), startImage, endImage) <= tolerance;
    if (straight || !Number.isFinite(turn[0] + turn[1])) return;
    halve({ start, end: middle, startImage, endImage: turn }, added, depth - 1);
    added.push(turn);
    halve({ start: middle, end, startImage: turn, endImage }, added, depth - 1);
  }

  /** Metres from a place to the line through two others. */
  function deviation(place: Place, from: Place, to: Place): number {
    const [wide, high] = toDegrees ? [DEGREE * Math.cos((from[1] * Math.PI) / 180), DEGREE] : [1, 1];
    const [alongX, alongY] = [(to[0] - from[0]) * wide, (to[1] - from[1]) * high];
    const [x, y] = [(place[0] - from[0]) * wide, (place[1] - from[1]) * high];
    const length = Math.hypot(alongX, alongY);
    return length === 0 ? Math.hypot(x, y) : Math.abs(x * alongY - y * alongX) / length;
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function between(a: Place, b: Place, part: number): Place {
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}
