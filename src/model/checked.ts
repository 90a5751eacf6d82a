import { type Diagnostic, isAtLeast, type Level } from "./diagnostic.ts";
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

/** A run of checks over files, for a report. */
export interface CheckRun {
  /** Every check, in the order of the catalogue. */
  readonly checks: readonly CheckCard[];
  readonly files: readonly CheckedFile[];
  /** What is of this level or worse makes the run fail. */
  readonly failOn: Level;
  /** Version of mineright. */
  readonly version: string;
}

/** Whether something found makes a run fail. What a contradiction of the plan answers never does. */
export function weighs({ level, acceptedBy }: Diagnostic, failOn: Level): boolean {
  return acceptedBy === undefined && isAtLeast(level, failOn);
}

/** Whether nothing that was found makes the run fail. */
export function isSound({ files, failOn }: CheckRun): boolean {
  return files.every(({ diagnostics }) => diagnostics.every((one) => !weighs(one, failOn)));
}

/** How much of each level was found. */
export function countLevels({ files }: Pick<CheckRun, "files">): Readonly<Record<Level, number>> {
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (level: Level) => found.filter((one) => one.level === level).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}
