import type { RawFeature } from "../../src/geometry/shape/raw.ts";
import type { Box } from "../../src/geometry/shape/shape.ts";
import { type Problem, Unusable } from "../../src/input/problem.ts";
import { openShapefile } from "../../src/input/spatial/shapefile/shapefile.ts";
import type { SourceOptions, SpatialSource } from "../../src/input/spatial/source.ts";

export interface Read {
  readonly source: SpatialSource;
  readonly features: readonly RawFeature[];
  /** All notes in English, a line each. */
  readonly notes: string;
}

/** Opens a shapefile and reads all of it. */
export async function readShapefile(path: string, options: SourceOptions = {}, within?: Box): Promise<Read> {
  const source = await openShapefile(path, options);
  const features: RawFeature[] = [];
  for await (const feature of source.features(within)) features.push(feature);
  return { source, features, notes: source.notes.map(({ en }) => en).join("\n") };
}

/** The problem that a shapefile is refused with; anything else that is thrown is a fault of ours. */
export async function refusalOf(path: string, options: SourceOptions = {}): Promise<Problem> {
  try {
    await readShapefile(path, options);
  } catch (error) {
    if (error instanceof Unusable && error.problems[0] !== undefined) return error.problems[0];
    throw error;
  }
  throw new Error(`${path} was read`);
}

/** The rings of a feature as plain corners, in the file's order. */
export function ringsRead({ shape }: RawFeature): readonly (readonly number[])[] {
  if (shape === undefined) return [];
  const rings = shape.roles === "given" ? shape.parts.flat() : shape.rings;
  return rings.map(({ corners }) => [...corners]);
}
