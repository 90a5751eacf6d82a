import type { Lang } from "../../model/words.ts";
import { writable } from "../xml.ts";
import type { RowColumn } from "./columns.ts";
import type { RowFormat } from "./row-format.ts";

/** Marks UTF-8 for Excel and WPS. */
const BOM = "\uFEFF";
/** A cell that begins so is a formula to a spreadsheet, in East Asian ones by the wide signs too; numbers aside. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Comma-separated values (CSV) as spreadsheets open them: UTF-8 with a mark, CRLF, no formulas. */
export function csvRows(columns: readonly RowColumn[], lang: Lang): RowFormat {
  return {
    open: `${BOM}${columns.map(({ name }) => name).join(",")}\r\n`,
    one: (row) => `${columns.map(({ value }) => cell(value(row, lang))).join(",")}\r\n`,
    close: () => "",
  };
}

function cell(value: string | number | undefined): string {
  const text = value === undefined ? "" : writable(String(value));
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
