import { type Words, words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import type { FailLine } from "../corners/notation.ts";
import { datumsIn, zoneIn } from "../corners/stated-crs.ts";
import { areDegrees, heldSource } from "../held.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { areasOf, passedOver } from "./areas.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { isBlank, type Sheet } from "./rows.ts";
import { chosenOf, failIn, sheetsOf } from "./sheets.ts";

/**
 * Opens a table of corners (拐点坐标表) in CSV, TSV or plain columns, or in a workbook. Plane coordinates
 * or degrees, with a heading or without. Throws {@link Unusable} with the line.
 */
export async function openTable(file: string, options: SourceOptions): Promise<SpatialSource> {
  const { format, sheets, notes } = await sheetsOf(file, options);
  for (const sheet of sheets) {
    const layout = layoutOf(sheet, failIn(file, sheet.name));
    if (layout === undefined) continue;
    return sourceOf(file, format, { sheet, layout, notes: [...notes, ...chosenOf(sheet, sheets)] });
  }
  return noCorners(file);
}

interface Chosen {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly notes: readonly Words[];
}

function noCorners(file: string): never {
  return unusable({
    file,
    message: words("没有找到坐标列", "no columns of coordinates were found"),
    remedy: words(
      "写表头，例如：点号,X,Y 或 点号,经度,纬度",
      "write a heading like 点号,X,Y or 点号,经度,纬度",
    ),
  });
}

function sourceOf(file: string, format: string, { sheet, layout, notes }: Chosen): SpatialSource {
  const fail = failIn(file, sheet.name);
  const { features, notes: odd } = areasOf(sheet.rows, layout, fail);
  const titles = sheet.rows
    .slice(0, layout.from)
    .filter((row, index) => !isBlank(row) && !isHead(index, layout) && !saysCrs(row.cells.join(" ")));
  const stated = statedIn(sheet, layout, fail);
  const source = heldSource(
    {
      file,
      format,
      closing: "optional",
      notes: [...notes, ...layout.notes, ...titles.map(passedOver), ...odd],
    },
    { axes: layout.axes, ...(stated && { stated }) },
    features,
  );
  // X for the northing is a custom of plane coordinates; of degrees called X and Y the size tells.
  const isUnsaid = layout.isPlainXY && areDegrees(source.evidence.range);
  return isUnsaid ? { ...source, evidence: { ...source.evidence, axes: "unsaid" } } : source;
}

/** Whether a row is the one with the headings; a table without them has no such row. */
function isHead(index: number, { from, columns }: Layout): boolean {
  return index === from - 1 && columns.some(({ name }) => name !== "");
}

function saysCrs(text: string): boolean {
  return datumsIn(text).length > 0 || Object.keys(zoneIn(text)).length > 0;
}

/** What the titles and headings say of the CRS. */
function statedIn({ rows }: Sheet, { from }: Layout, fail: FailLine) {
  const head = rows
    .slice(0, from)
    .map(({ cells }) => cells.join(" "))
    .join(" ");
  const [datum, ...others] = datumsIn(head);
  if (others.length > 0)
    return fail(
      rows[0]?.line,
      words(
        `表头提到不止一个坐标系：${[datum, ...others].join("、")}`,
        `the heading names more than one datum: ${[datum, ...others].join(", ")}`,
      ),
      words("只写坐标所用的坐标系", "name only the one that the coordinates are in"),
    );
  const stated = { ...(datum !== undefined && { datum }), ...zoneIn(head) };
  return Object.keys(stated).length > 0 ? stated : undefined;
}
