import type { ReadApplication } from "../application.ts";
import type { Place } from "../document.ts";
import { type Problem, Unusable } from "../problem.ts";

/** One of many candidate blocks (候选区块), as far as it can be read. */
export interface Candidate {
  /** Its number among all candidates of the run, counted from 1. */
  readonly number: number;
  /** What it is called: its id, or its file and number where it has none that can be read. */
  readonly id: string;
  readonly file: string;
  /** Where it stands in the file, from 1; absent: in a record without a line. */
  readonly line?: number;
  /** Undefined: it can't be read, for these reasons. */
  readonly read?: ReadApplication;
  readonly problems: readonly Problem[];
}

/** A candidate before it has its number in the run. */
export type Unnumbered = Omit<Candidate, "number">;

/** Reads one candidate: what is wrong with it is said of it alone, and doesn't end the run. */
export function candidateAt(
  place: Place & { readonly file: string },
  fallbackId: string,
  read: () => ReadApplication,
): Unnumbered {
  const at = { file: place.file, ...(place.line === undefined ? {} : { line: place.line }) };
  try {
    const one = read();
    return { ...at, id: one.application.id, read: one, problems: [] };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { ...at, id: fallbackId, problems: error.problems };
  }
}

/** The application, or what is wrong with it thrown. */
export function orThrow(one: ReadApplication | { readonly problems: readonly Problem[] }): ReadApplication {
  if ("application" in one) return one;
  throw new Unusable(one.problems);
}
