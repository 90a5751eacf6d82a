import type { Crs } from "./crs.ts";
import type { RawRing } from "./raw.ts";

/** How the numbers of a file are to be read. */
export interface RingFrame {
  readonly crs: Crs;
  /** The first number of each corner is the northing or latitude. */
  readonly northFirst: boolean;
  /** Whether the file must repeat the first corner at the end of a ring. */
  readonly closing: "required" | "optional";
}

/** East and north, or longitude and latitude. */
export type Point = readonly [x: number, y: number];

/** Corner `index` of a ring, counted from 0. */
export function pointOf({ corners }: RawRing, index: number, { northFirst }: RingFrame): Point {
  const one = corners[2 * index] as number;
  const two = corners[2 * index + 1] as number;
  return northFirst ? [two, one] : [one, two];
}
