import type { Words } from "./words.ts";

/** How much a diagnostic weighs: an error must be mended, a warning looked at, information only read. */
export const LEVELS = ["error", "warning", "info"] as const;
export type Level = (typeof LEVELS)[number];

/** Whether something of this level counts, where `least` and what is worse count. */
export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(least);
}

/** What a check of a file found, at its place in the file (lines and columns from 1). */
export interface Diagnostic {
  /** The check that found it: `unknown-mineral`. */
  readonly code: string;
  readonly level: Level;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Path of the field: `rules.minimum-scale[3].large`. */
  readonly field?: string;
  /** What it was found of, whatever line that stands in: a mineral, a zone, the id of a total. */
  readonly subject?: string;
  /** The contradiction of the plan that answers it: expected, and no fault of the file. */
  readonly acceptedBy?: string;
  /** The clause concerned, if there is one. */
  readonly clause?: string;
  readonly message: Words;
  readonly remedy?: Words;
}
