import type { RowFormat } from "./row-format.ts";

/** A JSON object a line (NDJSON), all of the row but its outline. */
export const ndjsonRows: RowFormat = {
  open: "",
  one: ({ outline: _, ...row }) => `${JSON.stringify(row)}\n`,
  close: () => "",
};
