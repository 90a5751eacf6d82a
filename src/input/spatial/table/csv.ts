import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { linesOf } from "../corners/half-width.ts";
import type { Row, Sheet } from "./rows.ts";

/** What may part cells, in the order of preference; people type the fullwidth comma beside the plain one. */
const SEPARATORS: readonly (readonly string[])[] = [["\t"], [";", "；"], [",", "，"]];

/** Reads comma, tab or semicolon separated lines, or columns parted by spaces. Throws `Unusable`. */
export function sheetOfText(text: string, file: string): Sheet {
  const lines = linesOf(text);
  const delimiter = separatorOf(lines);
  if (delimiter === undefined) return { rows: lines.map(spaced) };
  const options: Options = {
    delimiter: [...delimiter],
    relax_quotes: true,
    relax_column_count: true,
    trim: true,
    info: true,
  };
  try {
    const records: unknown = parse(lines.join("\n"), options);
    return { rows: (records as readonly CsvRecord[]).map(rowOf) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unusable({
      file,
      ...lineOf(error),
      message: words("引号没有配对", "a quote isn't closed"),
      remedy: words("补上或去掉引号", "close it or take it away"),
    });
  }
}

/** What csv-parse gives with `info`. */
interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function rowOf({ record, info }: CsvRecord): Row {
  return { line: info.lines, cells: record };
}

function spaced(text: string, index: number): Row {
  return { line: index + 1, cells: text.trim().split(/[ \u3000]+/) };
}

function lineOf(error: CsvError): { line: number } | undefined {
  const line = error["lines"];
  return typeof line === "number" ? { line } : undefined;
}

/** The separator that most of the first lines have. */
function separatorOf(lines: readonly string[]): readonly string[] | undefined {
  const sample = lines.filter((line) => line.trim() !== "").slice(0, 100);
  const counts = SEPARATORS.map(
    (signs) => sample.filter((line) => signs.some((sign) => line.includes(sign))).length,
  );
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : SEPARATORS[counts.indexOf(most)];
}
