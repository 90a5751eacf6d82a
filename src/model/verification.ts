import type { Diagnostic } from "./diagnostic.ts";
import type { Words } from "./words.ts";

/**
 * What became of a value of a plan file when it was held against the plan's published text:
 * - `verified` it stands in the text where the plan says so;
 * - `written` the text writes it otherwise, and the plan says how and why (`written`);
 * - `absent` the clause was found, the value wasn't in it;
 * - `not-found` the clause itself wasn't found;
 * - `no-citation` it rests on no clause;
 * - `unpublished` no text of the plan can hold it: codes, another document's figures;
 * - `reading` how we read the law, in words that the text needn't have (stage, papers, conditions);
 * - `own` ours: ids, references, explanations, English.
 */
export const STATUSES = [
  "verified",
  "written",
  "absent",
  "not-found",
  "no-citation",
  "unpublished",
  "reading",
  "own",
] as const;
export type Status = (typeof STATUSES)[number];

/** What kind of value it is, which decides how it is verified. */
export type ValueKind =
  | "figure"
  | "unit"
  | "basis"
  | "mineral"
  | "name"
  | "term"
  | "date"
  | "place"
  | "phrase"
  | "force"
  | "title"
  | "unpublished"
  | "reading"
  | "prose"
  | "own";

/** One value of a plan file and what became of it. */
export interface VerifiedValue {
  /** What names it for good, whatever the order of entries: `clauses[FC-MIN-03].at.row`. */
  readonly key: string;
  readonly kind: ValueKind;
  readonly value: string | number | boolean | null;
  readonly status: Status;
  /** Line of the plan's text where it stands, from 1. */
  readonly textLine?: number;
  readonly clause?: string;
}

/** Where a plan departs from its text's own words, and why: listed, not failed. */
export interface Departure {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly clause: string;
  readonly value: string;
  readonly as?: string;
  readonly textLine?: number;
  readonly why: Words;
}

/** What came of holding one plan against its text. */
export interface Verification {
  readonly plan: string;
  readonly file: string;
  readonly text: { readonly file: string; readonly sha256: string };
  readonly values: readonly VerifiedValue[];
  readonly departures: readonly Departure[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What of a plan can be found in its text at all, and how much of that was: a share from 0 to 1. */
export function coverageOf(values: readonly VerifiedValue[]): {
  readonly found: number;
  readonly of: number;
  readonly share: number;
} {
  const count = (...wanted: Status[]) => values.filter(({ status }) => wanted.includes(status)).length;
  const found = count("verified", "written");
  const of = found + count("absent", "not-found", "no-citation");
  return { found, of, share: of === 0 ? 0 : found / of };
}
