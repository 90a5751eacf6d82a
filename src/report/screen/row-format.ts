import type { Row } from "../../model/screen-row.ts";
import type { Counts } from "./counts.ts";

/** A piece of what is printed. */
export type Piece = string | Uint8Array;

/**
 * A way to print the rows of a screening one by one, so that none has to be kept: rows in, text or bytes out.
 * A summary prints nothing until `close`, which is given what was counted.
 */
export interface RowFormat {
  readonly open: Piece;
  one(row: Row, isFirst: boolean): Piece;
  close(counts: Counts): Piece;
  /** How many bytes such a file may have at most, where the format has a limit. */
  readonly most?: number;
}
