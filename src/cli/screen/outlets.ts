import { RULES } from "../../../rules/registry.ts";
import type { RowColumn } from "../../report/screen/columns.ts";
import { csvRows } from "../../report/screen/csv.ts";
import { geojsonRows } from "../../report/screen/geojson.ts";
import { ndjsonRows } from "../../report/screen/ndjson.ts";
import type { RowFormat } from "../../report/screen/row-format.ts";
import { textSummary } from "../../report/screen/summary.ts";
import { xlsxRows } from "../../report/screen/xlsx.ts";
import { FormatOutlet, type Outlet } from "../../screen/outlet.ts";
import type { Context } from "../context.ts";
import type { Target } from "../output.ts";
import { WholeFile } from "../whole-file.ts";
import type { ScreenFormat } from "./formats.ts";
import { StandardOutput } from "./standard-output.ts";

/** A file has no terminal's width. */
const FILE_WIDTH = 80;

/** Opens where the rows go that a target asks for. Throws `Unusable` if it can't be written. */
export async function outletFor(
  { format, file }: Target<ScreenFormat>,
  columns: readonly RowColumn[],
  context: Context,
): Promise<Outlet> {
  const width = file === undefined ? context.width : FILE_WIDTH;
  const rows = await formatOf(format, columns, { lang: context.lang, width });
  return new FormatOutlet(file === undefined ? new StandardOutput() : new WholeFile(file), rows);
}

async function formatOf(
  format: ScreenFormat,
  columns: readonly RowColumn[],
  { lang, width }: Pick<Context, "lang" | "width">,
): Promise<RowFormat> {
  const titles = new Map(RULES.map(({ id, title }) => [id, title]));
  switch (format) {
    case "text":
      return textSummary({ lang, width, titles });
    case "ndjson":
      return ndjsonRows;
    case "csv":
      return csvRows(columns, lang);
    case "xlsx":
      return xlsxRows(columns, { lang, titles, fflate: await import("fflate") });
    case "geojson":
      return geojsonRows(columns, lang);
  }
}
