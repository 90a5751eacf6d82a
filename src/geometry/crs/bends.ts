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

/** A ring of which some corners are taken for given places of the image. */
export interface Held {
  /** The ring with those corners where the given places lie in its own space. */
  readonly ring: Ring;
  /** The given places by the corner's index. */
  readonly images: ReadonlyMap<number, Place>;
  /** Edges, by the corner that they begin at, whose images are straight. */
  readonly straight: ReadonlySet<number>;
}

/**
 * The image of a ring whose straight edges become curves, with corners added where the chord would lie
 * more than `tolerance` metres off the curve. Edges are always walked from their western end, so that two
 * neighbours come out with the same corners on the boundary they share.
 * @param held which of its corners and edges have a given image
 */
export function bends(
  ring: Ring,
  convert: (x: number, y: number) => Place,
  toDegrees: boolean,
  tolerance: number,
  held?: Omit<Held, "ring">,
): Ring {
  const count = cornersOf(ring);
  const corners = Array.from({ length: count }, (_, at): Place => [xOf(ring, at), yOf(ring, at)]);
  const images = corners.map(([x, y], at) => held?.images.get(at) ?? convert(x, y));
  const out: number[] = [];
  for (const [at, corner] of corners.entries()) {
    const next = (at + 1) % count;
    const [image, end, endImage] = [images[at] as Place, corners[next] as Place, images[next] as Place];
    out.push(image[0], image[1]);
    if (held?.straight.has(at) === true) continue;
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
      off(turn, startImage, endImage) <= tolerance &&
      off(convert(...between(start, end, 0.25)), startImage, endImage) <= tolerance &&
      off(convert(...between(start, end, 0.75)), startImage, endImage) <= tolerance;
    if (straight || !Number.isFinite(turn[0] + turn[1])) return;
    halve({ start, end: middle, startImage, endImage: turn }, added, depth - 1);
    added.push(turn);
    halve({ start: middle, end, startImage: turn, endImage }, added, depth - 1);
  }

  function off(place: Place, from: Place, to: Place): number {
    return deviation(place, from, to, toDegrees);
  }
}

/**
 * How far, in metres, an edge of one space lies off the straight one between its ends in another
 * (弦弧差): what it matters in which of them the edge was meant to be straight.
 */
export function edgeShift(
  start: Place,
  end: Place,
  convert: (x: number, y: number) => Place,
  toDegrees: boolean,
): number {
  const [from, to] = [convert(...start), convert(...end)];
  return Math.max(
    ...[0.25, 0.5, 0.75].map((part) => deviation(convert(...between(start, end, part)), from, to, toDegrees)),
  );
}

/** Metres from a place to the line through two others. */
function deviation(place: Place, from: Place, to: Place, inDegrees: boolean): number {
  const [wide, high] = inDegrees ? [DEGREE * Math.cos((from[1] * Math.PI) / 180), DEGREE] : [1, 1];
  const [alongX, alongY] = [(to[0] - from[0]) * wide, (to[1] - from[1]) * high];
  const [x, y] = [(place[0] - from[0]) * wide, (place[1] - from[1]) * high];
  const length = Math.hypot(alongX, alongY);
  return length === 0 ? Math.hypot(x, y) : Math.abs(x * alongY - y * alongX) / length;
}

function isBefore(a: Place, b: Place): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function between(a: Place, b: Place, part: number): Place {
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}
