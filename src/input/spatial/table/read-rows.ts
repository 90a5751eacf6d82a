import { type Words, words } from "../../../model/words.ts";
import type { FailLine, WrittenCorner } from "../corners/notation.ts";
import { readNumber } from "../corners/numbers.ts";
import { headingOf, type Role } from "./headings.ts";
import type { Layout } from "./layout.ts";
import { isBlank, type Row, shownRow } from "./rows.ts";

export interface TableCorner extends WrittenCorner {
  readonly row: Row;
  /** The name of the area that the corner belongs to; empty: the table tells none apart. */
  readonly area: string;
  /** Which stretch of lines it stands in: blank lines, titles and repeated headings part them. */
  readonly block: number;
}

export interface ReadRows {
  readonly corners: readonly TableCorner[];
  /** Lines that are neither corners nor the title of an area. */
  readonly texts: readonly Row[];
  /** The first line of each stretch behind the first. */
  readonly stretches: readonly number[];
}

/** Text between corners that says something of them; any other text is the title of the next area. */
const REMARK = /面积|合计|总计|标高|备注|说明|单位|坐标系|制表|日期|^注/;

/** Reads the rows behind the head: corners, and what stands between them. Fails at half a corner. */
export function readRows(rows: readonly Row[], layout: Layout, fail: FailLine): ReadRows {
  const corners: TableCorner[] = [];
  const texts: Row[] = [];
  const stretches: number[] = [];
  let area = "";
  let title: string | undefined;
  let isParted = false;
  for (const row of rows) {
    const first = readNumber(row.cells[layout.first] ?? "");
    const second = readNumber(row.cells[layout.second] ?? "");
    if (first === undefined || second === undefined || isRemark(row)) {
      isParted = corners.length > 0;
      if (isBlank(row) || isHeading(row, layout)) continue;
      refuseHalf(row, layout, fail);
      texts.push(row);
      title = REMARK.test(shownRow(row)) ? undefined : shownRow(row);
      continue;
    }
    if (isParted) stretches.push(row.line);
    if (title !== undefined) {
      texts.pop();
      area = title;
      title = undefined;
    }
    // In merged cells only the first line of an area has its name.
    area = cellsOf(row, layout, "area").join(" ") || area;
    corners.push({ first, second, line: row.line, row, area, block: stretches.length });
    isParted = false;
  }
  return { corners, texts, stretches };
}

/** The cells of all columns with a role that have a value. */
export function cellsOf({ cells }: Row, { columns }: Layout, role: Role): readonly string[] {
  return columns.flatMap((column, index) => (column.role === role && cells[index] ? [cells[index]] : []));
}

/** 标高,220,100 and 面积,1.2: numbers that say something of the corners before them. */
function isRemark({ cells }: Row): boolean {
  return REMARK.test(cells.find((cell) => cell !== "") ?? "");
}

function isHeading({ cells }: Row, { columns, first, second }: Layout): boolean {
  return [first, second].every((column) => {
    const { role } = headingOf(cells[column] ?? "");
    return role !== undefined && role === columns[column]?.role;
  });
}

/** A line with one number too few, or one that can't be read, isn't passed over like a remark. */
function refuseHalf(row: Row, layout: Layout, fail: FailLine): void {
  if (REMARK.test(shownRow(row))) return;
  const cells = [layout.first, layout.second].map((column) => row.cells[column] ?? "");
  const isNumbered = cellsOf(row, layout, "label").some((label) => /^\D{0,2}\d{1,4}$/.test(label));
  const wrong = cells.find((cell) => readNumber(cell) === undefined && (isNumbered || /\d/.test(cell)));
  const isHalf = cells.some((cell) => readNumber(cell) !== undefined);
  if (wrong === undefined && !isHalf) return;
  const found = wrong ?? cells.find((cell) => readNumber(cell) === undefined) ?? "";
  fail(
    row.line,
    found === ""
      ? words("此行缺少坐标", "a coordinate is missing in this line")
      : words(`“${found}”不是坐标`, `"${found}" isn't a coordinate`),
    remedyFor(found),
  );
}

function remedyFor(found: string): Words {
  if (found === "") return words("补全该行，或删去该行", "complete the line, or remove it");
  if (/\de[+-]?\d/i.test(found))
    return words(
      "科学计数法丢失了位数：把该列设为数值格式后重新导出",
      "digits were lost: set the column to a number format and export it again",
    );
  return words("写成米、十进制度或 113°05′30.000″", "write metres, decimal degrees or 113°05′30.000″");
}
