import type { RawRing } from "../../../geometry/shape/raw.ts";

/** One corner of a table or a survey text. */
export interface Corner {
  readonly first: number;
  readonly second: number;
  /** 点号. */
  readonly label?: string;
  readonly line: number;
  /** What says that corners belong together: 圈号, a part's name, a block of lines. */
  readonly group?: string;
}

/** A ring may end by itself only where it has three corners and the first one again. */
const LEAST_CLOSED = 4;

/**
 * Puts corners that follow each other into rings (圈). A new ring begins where the group changes, after
 * a ring that came back to its first corner, and where numbering starts again from the first label.
 */
export function ringsOf(corners: readonly Corner[]): readonly RawRing[] {
  const rings: Corner[][] = [];
  for (const corner of corners) {
    const ring = rings.at(-1);
    if (ring === undefined || beginsRing(corner, ring)) rings.push([corner]);
    else ring.push(corner);
  }
  return rings.map(rawRingOf);
}

function beginsRing(corner: Corner, ring: readonly Corner[]): boolean {
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined) return true;
  if (corner.group !== last.group) return true;
  if (ring.length >= LEAST_CLOSED && isSamePlace(first, last)) return true;
  if (ring.length < LEAST_CLOSED - 1 || isSamePlace(first, corner)) return false;
  return corner.label !== undefined && corner.label === first.label && numberIn(corner.label) === 1;
}

function isSamePlace(a: Corner, b: Corner): boolean {
  return a.first === b.first && a.second === b.second;
}

function numberIn(label: string): number | undefined {
  const digits = /\d+$/.exec(label)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

function rawRingOf(ring: readonly Corner[]): RawRing {
  const corners = Float64Array.from(ring.flatMap(({ first, second }) => [first, second]));
  const isLabelled = ring.every(({ label }) => label !== undefined);
  return {
    corners,
    lines: ring.map(({ line }) => line),
    ...(isLabelled && { labels: ring.map(({ label = "" }) => label) }),
  };
}
