import { xmlContent } from "../xml.ts";

/** A cell's value; undefined leaves it empty. */
export type Cell = string | number | undefined;

/** A spreadsheet refuses a file with a longer text in a cell. */
const LONGEST = 32_767;
/** Spreadsheets read `_x0041_` as the sign of that number. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A row of a sheet; the first one has number 1. */
export function rowXml(cells: readonly Cell[], row: number, isHead: boolean): string {
  const style = isHead ? ' s="1"' : "";
  let xml = `<row r="${row}">`;
  for (const [index, value] of cells.entries()) {
    if (value === undefined || value === "") continue;
    const place = `<c r="${columnName(index)}${row}"${style}`;
    xml +=
      typeof value === "number" && Number.isFinite(value)
        ? `${place}><v>${value}</v></c>`
        : `${place} t="inlineStr"><is><t xml:space="preserve">${content(String(value))}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** A, B, … Z, AA, AB, … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

function content(text: string): string {
  return xmlContent(cut(text.replaceAll("\r\n", "\n")).replace(ESCAPE, "_x005F_"));
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
