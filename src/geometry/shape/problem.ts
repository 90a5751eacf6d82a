import type { Words } from "../../model/words.ts";

/** What can be wrong with rings (图形错误). */
export type GeometryFault =
  | "no-rings"
  | "not-a-number"
  | "out-of-range"
  | "open-ring"
  | "too-few-corners"
  | "zero-area"
  | "spike"
  | "self-crossing"
  | "repeated-corner"
  | "rings-cross"
  | "hole-outside-shell"
  | "parts-overlap"
  | "absurd-size"
  | "too-intricate"
  | "stated-corners"
  | "stated-numbering";

/** One thing wrong with a shape, and where: rings and corners are counted from 1, as in the file. */
export interface GeometryProblem {
  readonly fault: GeometryFault;
  readonly message: Words;
  readonly remedy: Words;
  readonly ring?: number;
  readonly corner?: number;
  /** The place in the file's own CRS: easting or longitude, northing or latitude. */
  readonly at?: readonly [x: number, y: number];
  /** The line of the file, where it has lines. */
  readonly line?: number;
}
