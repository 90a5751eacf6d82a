import type { Crs } from "../crs/crs.ts";
import type { RawRing } from "../shape/raw.ts";

/** How the numbers of a file are to be read. */
export interface RingFrame {
  readonly crs: Crs;
  /** The first number of each corner is the northing or latitude. */
  readonly northFirst: boolean;
  /** Whether the file must repeat the first corner at the end of a ring. */
  readonly closing: "required" | "optional";
}

/** The corners of a ring with the easting or longitude first, in the order of the file. */
export function eastFirst({ corners }: RawRing, { northFirst }: RingFrame): Float64Array {
  if (!northFirst) return corners;
  const turned = new Float64Array(corners.length);
  for (let at = 0; at < corners.length; at += 2) {
    // Of an odd count the last corner lacks its easting.
    turned[at] = corners[at + 1] ?? Number.NaN;
    if (at + 1 < corners.length) turned[at + 1] = corners[at] as number;
  }
  return turned;
}
