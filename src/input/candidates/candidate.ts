import type { ReadApplication } from "../application.ts";
import { type Problem, Unusable } from "../problem.ts";
import type { Unnumbered } from "./unit.ts";

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

/** Reads one candidate: what is wrong with it is said of it alone, and doesn't end the run. */
export function candidateAt(
  { file, line }: { readonly file: string; readonly line?: number | undefined },
  fallbackId: string,
  read: () => ReadApplication | { readonly problems: readonly Problem[] },
): Unnumbered {
  const at = { file, ...(line === undefined ? {} : { line }) };
  try {
    const one = read();
    if ("application" in one) return { ...at, id: one.application.id, read: one, problems: [] };
    return { ...at, id: fallbackId, problems: one.problems };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { ...at, id: fallbackId, problems: error.problems };
  }
}
