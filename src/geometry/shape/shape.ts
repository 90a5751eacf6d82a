/**
 * The corners of a ring (环) as x0, y0, x1, y1 …, the first not repeated at the end. x is the easting
 * or longitude, y the northing or latitude, in whatever CRS the shape is said to be in.
 */
export type Ring = Float64Array;

/** A polygon (多边形): its shell and the holes in it. Direction of rings carries no meaning. */
export interface Polygon {
  readonly shell: Ring;
  readonly holes: readonly Ring[];
}

/** A rectangle along the axes, closed on all sides. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export const EVERYWHERE: Box = { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity };

export function cornersOf(ring: Ring): number {
  return ring.length / 2;
}

/** The x of corner `index`, which must exist; counted from 0. */
export function xOf(ring: Ring, index: number): number {
  return ring[2 * index] as number;
}

/** The y of corner `index`, which must exist; counted from 0. */
export function yOf(ring: Ring, index: number): number {
  return ring[2 * index + 1] as number;
}

export function ringsOf(polygons: readonly Polygon[]): readonly Ring[] {
  return polygons.flatMap(({ shell, holes }) => [shell, ...holes]);
}

/** The smallest box around all corners; infinite the wrong way round if there are none. */
export function boxOf(rings: Iterable<Ring>): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at] as number;
      const y = ring[at + 1] as number;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  return { minX, minY, maxX, maxY };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** What both boxes cover; the wrong way round where they don't meet. */
export function commonBox(a: Box, b: Box): Box {
  return {
    minX: Math.max(a.minX, b.minX),
    minY: Math.max(a.minY, b.minY),
    maxX: Math.min(a.maxX, b.maxX),
    maxY: Math.min(a.maxY, b.maxY),
  };
}

/** The box made larger to all sides. */
export function widened({ minX, minY, maxX, maxY }: Box, east: number, north: number): Box {
  return { minX: minX - east, minY: minY - north, maxX: maxX + east, maxY: maxY + north };
}

/** All of `part` lies in `whole`. */
export function holds(whole: Box, part: Box): boolean {
  return (
    whole.minX <= part.minX && part.maxX <= whole.maxX && whole.minY <= part.minY && part.maxY <= whole.maxY
  );
}
