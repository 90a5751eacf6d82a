import type { Row } from "../../model/screen-row.ts";

/**
 * A row as a worker prints it: a JSON object a line, without its number, file and line, which only the whole
 * run knows. So it says the same of a candidate, whichever worker decides it.
 */
export function workerLine({ outline: _, number: _number, file: _file, line: _line, ...row }: Row): string {
  return `${JSON.stringify(row)}\n`;
}
