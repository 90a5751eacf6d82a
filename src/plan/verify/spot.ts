import type { Box, Row } from "../text/tables.ts";

/** A sentence or a cell of the text as compared, with its line. */
export interface Spot {
  readonly plain: string;
  readonly line: number;
}

/** A row of a table with the names of its columns, one for each cell. */
export interface NamedRow {
  readonly row: Row;
  readonly columns: readonly string[];
  readonly box: Box;
  /** The column that holds the figure, where the plan declares it. */
  readonly valueColumn?: string;
}
