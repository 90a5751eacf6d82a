import { headingKey, plain } from "../text/plain.ts";
import type { Box } from "../text/tables.ts";

/** What a plan file says of a box: its columns as headed, and which of them holds the figure of a row. */
export interface DeclaredBox {
  readonly box: string;
  readonly columns: readonly string[];
  readonly value?: string | undefined;
}

interface Columns {
  /** As compared, one for each cell of the fullest row; a heading over two columns stands twice. */
  readonly names: readonly string[];
  readonly value?: string;
  readonly headerRows: number;
  /** A declared heading that the table doesn't have, or not in this order. */
  readonly missing?: string;
}

/**
 * The columns of a table: as declared, which its header must bear out, or else as its header shows them.
 * Where labels are merged a row has fewer cells, so names count from the right.
 */
export function columnsOf(box: Box, declared: DeclaredBox | undefined): Columns {
  const header = headerOf(box);
  if (declared === undefined) return header;
  const names = declared.columns.map(plain);
  const printed = header.names.map(headingKey);
  const distinct = names.filter((name, index) => name !== names[index - 1]);
  const missing = distinct.find((name, index) => printed[index] !== headingKey(name));
  const value = declared.value === undefined ? undefined : plain(declared.value);
  return {
    names,
    headerRows: header.headerRows,
    ...(value === undefined ? {} : { value }),
    ...(missing === undefined ? {} : { missing }),
  };
}

/** The first row; where the one below it has names under a merged heading and no figure, that one. */
function headerOf({ rows }: Box): Columns {
  const [first, second] = rows;
  if (first === undefined) return { names: [], headerRows: 0 };
  const isSplit =
    second !== undefined &&
    second.cells.length > first.cells.length - 1 &&
    second.cells[0]?.plain === first.cells[0]?.plain &&
    second.cells[0]?.line === first.cells[0]?.line;
  const cells = (isSplit ? second : first).cells.map((cell) => cell.plain);
  return { names: cells, headerRows: isSplit ? 2 : 1 };
}
