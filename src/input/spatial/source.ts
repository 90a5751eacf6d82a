import type { CrsEvidence } from "../../geometry/crs/crs.ts";
import type { RawFeature } from "../../geometry/shape/raw.ts";
import type { Box } from "../../geometry/shape/shape.ts";
import type { Words } from "../../model/words.ts";
import type { Problem } from "../problem.ts";

/** What the user says of a spatial file beside its name. */
export interface SourceOptions {
  /** Encoding of the attribute table: gbk, utf-8 … */
  readonly encoding?: string;
  /** Which layer (shapefile of a zip, table of a GeoPackage, sheet) where there are several. */
  readonly layer?: string;
  /** Whoever reads goes on after a feature that can't be read: see {@link SpatialSource.each}. */
  readonly lenient?: boolean;
}

/** A feature that can't be read, and why. */
export interface UnreadFeature {
  readonly place: Words;
  readonly problems: readonly Problem[];
}

/**
 * A spatial file opened for reading. Features stream, so that a large layer never stands in memory as a
 * whole; they may be read once. Reading throws `Unusable` for what is wrong with the file.
 */
export interface SpatialSource {
  readonly file: string;
  /** shapefile, GeoJSON, KML …, as reports name it. */
  readonly format: string;
  readonly evidence: Omit<CrsEvidence, "option">;
  /** Whether the format repeats the first corner at a ring's end; where it needn't, rings close themselves. */
  readonly closing: "required" | "optional";
  /** Fields of the attribute table, in its order. */
  readonly fields: readonly string[];
  /** What was found odd and could be put right or passed over: dropped heights, deleted rows, an encoding. */
  readonly notes: readonly Words[];
  /** How many features there are, where that is known before they are read. */
  readonly records?: number;
  /**
   * With a box, in the file's own numbers, a reader that knows its features' boxes cheaply may leave out
   * those that don't meet it, but none that has no geometry.
   */
  features(within?: Box): AsyncIterable<RawFeature>;
  /**
   * The same for whoever goes on after a feature that can't be read: in its place comes what is wrong with
   * it. Absent: the format has no features that can't be read by themselves.
   */
  each?(): AsyncIterable<RawFeature | UnreadFeature>;
}
