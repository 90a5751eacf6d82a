import type { RawFeature } from "../../../geometry/shape/raw.ts";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import type { FailLine } from "../corners/notation.ts";
import { heldSource } from "../held.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { passedOver } from "./areas.ts";
import { headsCorners } from "./layout.ts";
import { isBlank, type Row } from "./rows.ts";
import { chosenOf, failIn, sheetsOf } from "./sheets.ts";

/** Which row is the heading, and an example of one for those who have none. */
export interface RowHeading {
  readonly isHeading: (cells: readonly string[]) => boolean;
  readonly example: string;
}

/**
 * Opens a table without coordinates: each row is a feature without a shape. Undefined: it has a heading
 * of coordinates, so that it is a table of corners. Throws `Unusable`.
 */
export async function openAttributeRows(
  file: string,
  options: SourceOptions,
  { isHeading, example }: RowHeading,
): Promise<SpatialSource | undefined> {
  const { format, sheets, notes } = await sheetsOf(file, options);
  for (const sheet of sheets)
    for (const [index, { cells }] of sheet.rows.entries()) {
      if (headsCorners(sheet.rows, index)) return undefined;
      if (!isHeading(cells)) continue;
      const titles = sheet.rows.slice(0, index).filter((row) => !isBlank(row));
      const fail = failIn(file, sheet.name);
      const features = sheet.rows
        .slice(index + 1)
        .filter((row) => !isBlank(row))
        .map((row) => featureOf(row, cells, fail));
      const odd = [...notes, ...chosenOf(sheet, sheets), ...titles.map(passedOver)];
      const source = heldSource(
        { file, format, closing: "optional", notes: odd },
        { axes: "unsaid" },
        features,
      );
      return { ...source, fields: cells.filter((name) => name !== "") };
    }
  return unusable({
    file,
    message: words("没有找到表头", "no heading was found"),
    remedy: words(`首行写列名，例如：${example}`, `name the columns in the first line, like ${example}`),
  });
}

function featureOf({ line, cells }: Row, names: readonly string[], fail: FailLine): RawFeature {
  const total = cells.find((cell) => /^[合总小]\s*计[:：]?$/.test(cell));
  if (total !== undefined)
    fail(
      line,
      words(`此行是“${total}”，不是一条记录`, `this line is a total ("${total}") and no record`),
      words("删去该行", "remove the line"),
    );
  const attributes = names.map((name, column) => [name, cells[column] ?? ""] as const);
  return {
    place: words(`第 ${line} 行`, `line ${line}`),
    line,
    attributes: Object.fromEntries(attributes.filter(([name]) => name !== "")),
  };
}
