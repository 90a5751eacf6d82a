import type { Words } from "../../model/words.ts";

/** A statement of SQL with the values that are bound to it; nothing of the user's stands in the text but quoted names. */
export interface Statement {
  /** What it asks, for whoever reads it. */
  readonly asks: Words;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A name as SQL takes it literally (标识符). */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Numbers the values of a statement as they are bound: `$1`, `$2` … */
export class Values {
  readonly all: unknown[] = [];

  /** @param type of SQL, from the program or the catalogue: `text[]` */
  bind(value: unknown, type: string): string {
    return `$${this.all.push(value)}::${type}`;
  }
}
