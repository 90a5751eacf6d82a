import type { CrsEvidence } from "../../../geometry/crs/crs.ts";
import { type Words, words } from "../../../model/words.ts";
import type { AngleHint, FailLine } from "../corners/notation.ts";
import { readNumber } from "../corners/numbers.ts";
import { axesOf, type Heading, headingOf, type Role, withAreas } from "./headings.ts";
import type { Row, Sheet } from "./rows.ts";

/** Where in a sheet the corners stand, and what its head says. */
export interface Layout {
  readonly columns: readonly Heading[];
  /** The columns of the two numbers, in the table's order. */
  readonly first: number;
  readonly second: number;
  readonly axes: CrsEvidence["axes"];
  readonly hint: AngleHint;
  /** The first row behind the head, as an index. */
  readonly from: number;
  /** Whether the two columns are plainly called X and Y. */
  readonly isPlainXY: boolean;
  /** Whether they are called longitude and latitude. */
  readonly isAngles: boolean;
  readonly notes: readonly Words[];
}

const PLANE: readonly (readonly Role[])[] = [
  ["x", "northing"],
  ["y", "easting"],
];
const ANGLES: readonly (readonly Role[])[] = [["longitude"], ["latitude"]];

/** Finds the corners of a sheet. Undefined: it has none. Fails where two readings are possible. */
export function layoutOf({ rows }: Sheet, fail: FailLine): Layout | undefined {
  for (const [index, row] of rows.entries()) {
    const columns = headingsAt(rows, index);
    const pair = pairIn(columns, row.line, fail);
    if (pair !== undefined) return { ...pair, columns: withAreas(columns), from: index + 1 };
    if (row.cells.filter(isNumber).length >= 2) return withoutHead(rows, index, fail);
  }
  return undefined;
}

/** Whether a row is the heading of a table with coordinates. */
export function headsCorners(rows: readonly Row[], index: number): boolean {
  const columns = headingsAt(rows, index);
  return [PLANE, ANGLES].some((pair) => pair.every((roles) => columnsOf(columns, roles).length > 0));
}

/** The headings of a row; a cell that is empty has its heading above, where cells were merged. */
function headingsAt(rows: readonly Row[], index: number): readonly Heading[] {
  const cells = rows[index]?.cells ?? [];
  const above = rows[index - 1]?.cells ?? [];
  return cells.map((cell, column) => headingOf(cell === "" ? (above[column] ?? "") : cell));
}

function pairIn(
  columns: readonly Heading[],
  line: number,
  fail: FailLine,
): Omit<Layout, "columns" | "from"> | undefined {
  const plane = PLANE.map((roles) => columnsOf(columns, roles));
  const angles = ANGLES.map((roles) => columnsOf(columns, roles));
  const found = [plane, angles].filter((pair) => pair.every((list) => list.length > 0));
  const [chosen] = found;
  if (chosen === undefined) return undefined;
  const [[a = 0, ...moreA] = [], [b = 0, ...moreB] = []] = chosen;
  if (moreA.length + moreB.length > 0)
    return fail(
      line,
      words("表头有不止一组坐标列", "the heading has more than one pair of coordinate columns"),
      words("只保留 2000 国家大地坐标系的一组", "keep one pair, that in CGCS2000"),
    );
  const [first, second] = a < b ? [a, b] : [b, a];
  const roles = [columns[first]?.role, columns[second]?.role];
  const [one = "x", other = "y"] = roles;
  const hints = [columns[first]?.hint, columns[second]?.hint];
  return {
    first,
    second,
    axes: axesOf(one, other) ?? "unsaid",
    hint: hints.includes("packed") ? "packed" : hints[0],
    isPlainXY: roles.every((role) => role === "x" || role === "y"),
    isAngles: chosen === angles,
    notes:
      found.length > 1
        ? [
            words(
              "表中另有经纬度列，采用平面坐标列",
              "the table has longitudes and latitudes too; the plane coordinates were used",
            ),
          ]
        : [],
  };
}

function columnsOf(columns: readonly Heading[], roles: readonly Role[]): readonly number[] {
  return columns.flatMap(({ role }, index) => (role !== undefined && roles.includes(role) ? [index] : []));
}

function isNumber(cell: string): boolean {
  return readNumber(cell) !== undefined;
}

/** Two columns of numbers, or three with the corners' own numbers before or heights behind. */
function withoutHead(rows: readonly Row[], from: number, fail: FailLine): Layout {
  const data = rows.slice(from).filter((row) => row.cells.filter(isNumber).length >= 2);
  const width = Math.max(...data.map(({ cells }) => cells.findLastIndex((cell) => cell !== "") + 1));
  const about = {
    axes: "unsaid",
    hint: undefined,
    isPlainXY: false,
    isAngles: false,
    from,
    notes: [],
  } as const;
  const number = { name: "", role: "x" } as const;
  if (width === 2) return { ...about, columns: [number, number], first: 0, second: 1 };
  if (width === 3 && data.every(({ cells }) => isLabel(cells[0])))
    return { ...about, columns: [{ name: "", role: "label" }, number, number], first: 1, second: 2 };
  if (width === 3 && data.every(({ cells }) => cells.slice(0, 3).every(isNumber)))
    return { ...about, columns: [number, number, { name: "", role: "height" }], first: 0, second: 1 };
  return fail(
    rows[from]?.line,
    words(
      "没有表头，不知道哪两列是坐标",
      "there is no heading, and which two columns are the coordinates isn't plain",
    ),
    words(
      "在第一行写表头，例如：点号,X,Y 或 点号,经度,纬度",
      "write a heading as the first line, like 点号,X,Y or 点号,经度,纬度",
    ),
  );
}

/** 1, J1, 拐点1: at most four digits, no decimals; no coordinate is so short. */
function isLabel(cell = ""): boolean {
  return /^\D*\d{1,4}$/.test(cell) || !/\d/.test(cell);
}
