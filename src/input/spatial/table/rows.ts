/** One line of a table: its cells as text. */
export interface Row {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as read from a text file or a sheet, blank lines included: they part areas. */
export interface Sheet {
  /** The sheet's name; absent in a text file. */
  readonly name?: string;
  readonly rows: readonly Row[];
}

export function isBlank({ cells }: Row): boolean {
  return cells.every((cell) => cell === "");
}

/** What a line says, for notes and errors. */
export function shownRow({ cells }: Row): string {
  const text = cells.filter((cell) => cell !== "").join(" ");
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
