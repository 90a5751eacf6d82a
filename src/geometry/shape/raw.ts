import type { Words } from "../../model/words.ts";

/**
 * A ring as a file has it: two numbers a corner in the file's own order, the closing corner included
 * where the file repeats it. Nothing is checked, swapped or rounded yet.
 */
export interface RawRing {
  readonly corners: Float64Array;
  /** What the file calls each corner (J1, 1 …); absent: it has no names for them. */
  readonly labels?: readonly string[];
  /** The line of the file that each corner stands in, counted from 1. */
  readonly lines?: readonly number[];
}

/** Whether the last corner repeats the first, to the digit. */
export function isClosed({ corners }: RawRing): boolean {
  const { length } = corners;
  return length > 2 && corners[0] === corners[length - 2] && corners[1] === corners[length - 1];
}

/**
 * The rings of one feature. Some formats say which ring is a shell and which a hole in it (each part:
 * the shell, then its holes); of others (shapefile, survey text) only containment tells.
 */
export type RawShape =
  | { readonly roles: "given"; readonly parts: readonly (readonly RawRing[])[] }
  | { readonly roles: "by-containment"; readonly rings: readonly RawRing[] };

/** What a file states about a shape beside its corners, to be held against what is measured. */
export interface StatedShape {
  /** km². */
  readonly areaKm2?: number;
  /** How many corners; the files differ on whether the closing one counts. */
  readonly corners?: number;
}

/** An attribute of a feature (属性): `null` where the table has no value. */
export type Attribute = string | number | boolean | null;

/** One feature of a spatial file (要素). */
export interface RawFeature {
  /** Where it stands, in words: 第 3 条记录 · record 3. */
  readonly place: Words;
  /** Its line, counted from 1, in a table of a line for each feature. */
  readonly line?: number;
  /** Absent: it has no geometry (a null shape). */
  readonly shape?: RawShape;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly stated?: StatedShape;
}
