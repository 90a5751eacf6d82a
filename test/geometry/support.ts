import type { Crs } from "../../src/geometry/crs/crs.ts";
import type { BoundaryFrame } from "../../src/geometry/rings/rings.ts";
import type { GeometryProblem } from "../../src/geometry/shape/problem.ts";
import type { RawRing, RawShape } from "../../src/geometry/shape/raw.ts";

export type Corner = readonly [x: number, y: number];

export const GK: Crs = { kind: "gauss-kruger", width: 3, zone: 38, prefixed: true };
export const DEGREES: Crs = { kind: "geographic", datum: "CGCS2000" };

/** Where rings in metres are put, so that tests may use small numbers. */
export const ORIGIN: Corner = [38_500_000, 3_800_000];

export const PLANE: BoundaryFrame = { crs: GK, northFirst: false, closing: "required" };

/** A ring of a file from corners about {@link ORIGIN}, closed by its first corner unless `open`. */
export function rawRing(corners: readonly Corner[], open = false): RawRing {
  const all = open || corners.length === 0 ? corners : [...corners, corners[0] as Corner];
  return { corners: Float64Array.from(all.flatMap(([x, y]) => [x + ORIGIN[0], y + ORIGIN[1]])) };
}

export function rings(...all: readonly (readonly Corner[])[]): RawShape {
  return { roles: "by-containment", rings: all.map((corners) => rawRing(corners)) };
}

export function parts(...all: readonly (readonly (readonly Corner[])[])[]): RawShape {
  return { roles: "given", parts: all.map((part) => part.map((corners) => rawRing(corners))) };
}

export function square(x: number, y: number, size: number): readonly Corner[] {
  return [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
  ];
}

/** `fault ring:corner` of each problem. */
export function briefly(problems: readonly GeometryProblem[]): readonly string[] {
  return problems.map(({ fault, ring, corner }) => `${fault} ${ring ?? "-"}:${corner ?? "-"}`);
}

/** Corners in order from another start, or the other way round. */
export function turned<T>(corners: readonly T[], by: number): readonly T[] {
  return [...corners.slice(by), ...corners.slice(0, by)];
}

/** A small generator with a seed (mulberry32), so that every run sees the same polygons. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
