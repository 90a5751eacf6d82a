import { RULES } from "../../../rules/registry.ts";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import type { RowColumn } from "../../report/screen/columns.ts";
import { csvRows } from "../../report/screen/csv.ts";
import { geojsonRows } from "../../report/screen/geojson.ts";
import { htmlSummary } from "../../report/screen/html.ts";
import { ndjsonRows } from "../../report/screen/ndjson.ts";
import type { RowFormat } from "../../report/screen/row-format.ts";
import { ShapefileRows } from "../../report/screen/shapefile.ts";
import { textSummary } from "../../report/screen/summary.ts";
import { xlsxRows } from "../../report/screen/xlsx.ts";
import { FormatOutlet, type Outlet } from "../../screen/outlet.ts";
import { ShapefileOutlet } from "../../screen/shapefile-outlet.ts";
import type { Context } from "../context.ts";
import { type Target, targetsOf } from "../output.ts";
import { VERSION } from "../version.ts";
import { WholeFile } from "../whole-file.ts";
import { formatByName, SCREEN_FORMATS, type ScreenFormat } from "./formats.ts";
import { StandardOutput } from "./standard-output.ts";
import { shapefileParts, WholeShapefile } from "./whole-shapefile.ts";

/** A file has no terminal's width. */
const FILE_WIDTH = 80;

/** What begins so names its format, or means to. */
const NAMES_A_FORMAT = /^[a-z]+=/i;

type ScreenTarget = Target<ScreenFormat>;

/**
 * Where the rows of a run go: as `targetsOf`, but a file whose name tells a format is written in it, besides
 * standard output, unless a format is asked for.
 */
export function screenTargets(
  format: ScreenFormat | undefined,
  outputs: readonly string[],
): readonly ScreenTarget[] {
  const named = outputs.map((output) => {
    const byName = format === undefined ? formatByName(output) : undefined;
    return byName === undefined || NAMES_A_FORMAT.test(output) ? output : `${byName}=${output}`;
  });
  return targetsOf(format ?? "text", named, SCREEN_FORMATS);
}

/** Every file that targets are written to. */
export function filesOf(targets: readonly ScreenTarget[]): readonly ScreenTarget[] {
  return targets.flatMap((target) => {
    if (target.format !== "shp" || target.file === undefined) return [target];
    return Object.values(shapefileParts(target.file)).map((file) => ({ ...target, file }));
  });
}

/** Opens where the rows go that a target asks for. Throws `Unusable` if it can't be written. */
export async function outletFor(
  { format, file }: ScreenTarget,
  columns: readonly RowColumn[],
  context: Context,
): Promise<Outlet> {
  if (format === "shp") {
    const whole = new WholeShapefile(file ?? needsFile(format));
    return new ShapefileOutlet(whole, new ShapefileRows(columns, context.lang));
  }
  // A workbook is nothing to look at; a pipe takes it.
  if (format === "xlsx" && file === undefined && process.stdout.isTTY) needsFile(format);
  const width = file === undefined ? context.width : FILE_WIDTH;
  const rows = await formatOf(format, columns, { lang: context.lang, width });
  return new FormatOutlet(file === undefined ? new StandardOutput() : new WholeFile(file), rows);
}

function needsFile(format: ScreenFormat): never {
  unusable({
    file: `--format ${format}`,
    message: words("这种格式须写入文件", "this format goes to a file"),
    remedy: words(`用 -o ${format}=result.${format}`, `use -o ${format}=result.${format}`),
  });
}

async function formatOf(
  format: Exclude<ScreenFormat, "shp">,
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
    case "html":
      return htmlSummary({ lang, titles, version: VERSION });
  }
}
