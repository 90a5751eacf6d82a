import type { RawFeature } from "../../../geometry/shape/raw.ts";
import type { Words } from "../../../model/words.ts";
import { Unusable } from "../../problem.ts";
import type { UnreadFeature } from "../source.ts";

/** A feature that is yet to be read. */
export interface Reading {
  readonly place: Words;
  /** Throws `Unusable`. */
  readonly read: () => RawFeature;
}

/** The feature, or what is wrong with it. */
export function readOrProblems({ place, read }: Reading): RawFeature | UnreadFeature {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { place, problems: error.problems };
  }
}
