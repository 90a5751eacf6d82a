import type { Diagnostic, Level } from "./diagnostic.ts";
import type { Words } from "./words.ts";

/** What a check is, as documentation and reports tell it. */
export interface CheckCard {
  /** `unknown-mineral`. */
  readonly code: string;
  readonly level: Level;
  readonly title: Words;
  /** What it looks for, and why that matters. */
  readonly why: Words;
}

/** A file that was checked, with all that was found. */
export interface CheckedFile {
  readonly file: string;
  /** The plan's id, where the file could be read as one. */
  readonly plan?: string;
  /** Figures, names and sentences in it: what there was to look at. */
  readonly values: number;
  /** How many things each check looked at, by its code. A check that isn't there did not run. */
  readonly looked: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}
