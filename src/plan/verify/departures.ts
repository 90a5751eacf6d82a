import type { Document } from "../../input/document.ts";
import type { Words } from "../../model/words.ts";
import type { Scalar } from "./values.ts";
import { isEntry } from "./values.ts";

/** A value that the text writes otherwise (`written`), with the text's words for it and the reason. */
export interface WrittenEntry {
  readonly clauses: readonly string[];
  /** The mineral or name of the entry that it is about, where the clause has several. */
  readonly of?: string;
  readonly value: Scalar;
  /** The text's own words; absent: it has none, the value is our reading. */
  readonly as?: string;
  readonly why: Words;
  readonly line: number;
  readonly column: number;
}

/** The departures that a plan file declares. */
export function writtenIn(document: Document): readonly WrittenEntry[] {
  const root = document.value;
  const list: unknown = isEntry(root) ? root["written"] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index): WrittenEntry[] => {
    if (!isEntry(item)) return [];
    const { clause, of, value, as, why } = item;
    const clauses = (Array.isArray(clause) ? clause : [clause]).map(String);
    const { line = 1, column = 1 } = document.locate(["written", index]);
    return [
      {
        clauses,
        ...(typeof of === "string" ? { of } : {}),
        value: value as Scalar,
        ...(typeof as === "string" ? { as } : {}),
        why: why as Words,
        line,
        column,
      },
    ];
  });
}
