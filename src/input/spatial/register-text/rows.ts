import { words } from "../../../model/words.ts";
import type { FailLine, WrittenCorner } from "../corners/notation.ts";
import { readNumber } from "../corners/numbers.ts";

interface RegisterCorner extends WrittenCorner {
  readonly label: string;
  /** Which polygon it belongs to, counted from 0. */
  readonly polygon: number;
}

/** A row of elevations (标高), which closes a polygon; metres, absent where the row is empty. */
export interface Elevation {
  readonly line: number;
  readonly polygon: number;
  readonly upper?: number;
  readonly lower?: number;
  /** The last field; 1 in all examples known. */
  readonly flag: string;
}

/** `XY001=1,3678000.00,38500000.00` by its number. */
export interface CoordinateRow {
  readonly line: number;
  readonly number: number;
  readonly value: string;
}

export interface ReadRegister {
  readonly corners: readonly RegisterCorner[];
  readonly elevations: readonly Elevation[];
}

/** Reads the XY rows in their order. Fails at a gap in their numbers and at a row that is no corner. */
export function registerRows(rows: readonly CoordinateRow[], fail: FailLine): ReadRegister {
  const corners: RegisterCorner[] = [];
  const elevations: Elevation[] = [];
  let polygon = 0;
  for (const [index, { line, number, value }] of rows.entries()) {
    const expected = (rows[0]?.number ?? 1) + index;
    if (number !== expected)
      fail(
        line,
        words(
          `此行编号为 XY${number}，应为 XY${expected}：缺行或重复`,
          `this row is XY${number} where XY${expected} is due: one is missing or there twice`,
        ),
        words("文件可能不完整，重新导出", "the file may be incomplete; export it again"),
      );
    const fields = value.split(",").map((field) => field.trim());
    if (fields[0] === "标高") {
      elevations.push(elevationOf(fields, polygon, line, fail));
      if (corners.at(-1)?.polygon !== polygon)
        fail(
          line,
          words("此标高行之前没有拐点", "no corners stand before this row of elevations"),
          words("文件可能不完整，重新导出", "the file may be incomplete; export it again"),
        );
      polygon++;
      continue;
    }
    corners.push({ ...cornerOf(fields, line, fail), polygon });
  }
  return { corners, elevations };
}

function cornerOf(fields: readonly string[], line: number, fail: FailLine) {
  const [label = "", x = "", y = ""] = fields;
  const first = readNumber(x);
  const second = readNumber(y);
  if (first === undefined || second === undefined)
    return fail(
      line,
      words(
        `此行不是拐点：${fields.join(",").slice(0, 40)}`,
        `this row is no corner: ${fields.join(",").slice(0, 40)}`,
      ),
      words("写成 XY001=点号,X,Y", "write XY001=number,X,Y"),
    );
  return { label, first, second, line };
}

function elevationOf(fields: readonly string[], polygon: number, line: number, fail: FailLine): Elevation {
  const [, upper = "", lower = "", , flag = ""] = fields;
  const metres = (text: string): number | undefined => {
    if (text === "") return undefined;
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
    return fail(
      line,
      words(`标高“${text}”不是数字`, `the elevation "${text}" isn't a number`),
      words("写成 标高,上限,下限", "write 标高,upper,lower"),
    );
  };
  const [above, below] = [metres(upper), metres(lower)];
  return {
    line,
    polygon,
    flag,
    ...(above !== undefined && { upper: above }),
    ...(below !== undefined && { lower: below }),
  };
}
