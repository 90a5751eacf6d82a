import type { Row } from "../../model/screen-row.ts";

/** A way to print the rows of a screening one by one, so that none has to be kept. Pure: rows in, text out. */
export interface RowFormat {
  readonly open: string;
  one(row: Row, isFirst: boolean): string;
  readonly close: string;
}
