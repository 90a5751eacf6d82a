import type { Attribute } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { bytesOf } from "../bytes.ts";
import { keyValueOf, type TextLine, textLines } from "../corners/key-values.ts";
import { type FailLine, numbersOf } from "../corners/notation.ts";
import { ringsOf } from "../corners/rings.ts";
import { decodeText } from "../encoding.ts";
import { heldSource } from "../held.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { type CoordinateRow, type Elevation, registerRows } from "./rows.ts";

const ROW = /^XY\s*(\d+)$/i;
const TOTAL = /总行数/;
const DATUM = /^坐标系统?$/;

/**
 * Opens the text that the filing program for mining rights writes (矿业权报盘文本): fields as
 * `key=value`, corners as `XY001=1,X,Y` with X the northing, a row of elevations behind each polygon.
 * One right is one feature. Throws {@link Unusable} with the line.
 */
export async function openRegisterText(file: string, options: SourceOptions): Promise<SpatialSource> {
  const { text, notes } = decodeText(bytesOf(file), file, options.encoding);
  const fail: FailLine = (line, message, remedy) =>
    unusable({ file, ...(line !== undefined && { line }), message, remedy });
  const { rows, fields } = linesIn(textLines(text));
  if (rows.length === 0)
    fail(
      undefined,
      words("没有 XY 坐标行", "there are no XY rows of coordinates"),
      words("写成 XY001=点号,X,Y", "write XY001=number,X,Y"),
    );
  refuseMissingRows(rows, fields, fail);
  const { corners, elevations } = registerRows(rows, fail);
  const numbers = numbersOf(corners, undefined, fail);
  const rings = ringsOf(
    corners.map(({ label, line, polygon }, index) => {
      const [first, second] = numbers[index] as readonly [number, number];
      return { first, second, label, line, group: String(polygon) };
    }),
  );
  const datum = datumOf([...fields].find(([key]) => DATUM.test(key))?.[1].text);
  return heldSource(
    {
      file,
      format: "矿业权报盘文本",
      closing: "optional",
      notes: [...notes, ...elevations.flatMap(elevationNotes)],
    },
    { axes: "north-first", ...(datum !== undefined && { stated: { datum } }) },
    [
      {
        place: words("矿区范围", "the right's area"),
        shape: { roles: "by-containment", rings },
        attributes: { ...attributesOf(fields), ...elevationRange(elevations) },
      },
    ],
  );
}

function linesIn(lines: readonly TextLine[]) {
  const rows: CoordinateRow[] = [];
  const fields = new Map<string, TextLine>();
  for (const { line, text } of lines) {
    const [key, value] = keyValueOf(text) ?? [];
    if (key === undefined || value === undefined) continue;
    const number = ROW.exec(key)?.[1];
    if (number === undefined) fields.set(key, { line, text: value });
    else rows.push({ line, number: Number(number), value });
  }
  return { rows, fields };
}

function refuseMissingRows(
  rows: readonly CoordinateRow[],
  fields: ReadonlyMap<string, TextLine>,
  fail: FailLine,
): void {
  const total = [...fields].find(([key]) => TOTAL.test(key))?.[1];
  if (total === undefined || !/^\d+$/.test(total.text) || Number(total.text) === rows.length) return;
  fail(
    total.line,
    words(
      `声明 ${total.text} 行坐标与标高，实有 ${rows.length} 行`,
      `it declares ${total.text} rows of corners and elevations and has ${rows.length}`,
    ),
    words("文件可能不完整，重新导出", "the file may be incomplete; export it again"),
  );
}

/** The filing program writes a code. Only that of Xian 80 is known; another is passed on to be refused. */
function datumOf(said: string | undefined): string | undefined {
  if (said === undefined || said === "") return undefined;
  if (said === "2") return "1980西安坐标系";
  return /^\d+$/.test(said) ? `坐标系统代码 ${said}` : said;
}

function attributesOf(fields: ReadonlyMap<string, TextLine>): Readonly<Record<string, Attribute>> {
  return Object.fromEntries(
    [...fields].flatMap(([key, { text }]) => (text === "" || TOTAL.test(key) ? [] : [[key, text]])),
  );
}

/** From the highest upper to the lowest lower limit of all polygons, in metres. */
function elevationRange(elevations: readonly Elevation[]): Readonly<Record<string, Attribute>> {
  const upper = elevations.flatMap((one) => one.upper ?? []);
  const lower = elevations.flatMap((one) => one.lower ?? []);
  return {
    ...(upper.length > 0 && { 标高上限: Math.max(...upper) }),
    ...(lower.length > 0 && { 标高下限: Math.min(...lower) }),
  };
}

function elevationNotes({ polygon, upper, lower, flag, line }: Elevation): readonly Words[] {
  const limits = [upper, lower].map((metres) => metres ?? "—");
  return [
    words(
      `第 ${polygon + 1} 个多边形的标高 ${limits.join(" 至 ")} 米只作为属性，不参与平面叠加`,
      `the elevations of polygon ${polygon + 1}, ${limits.join(" to ")} m, are kept as attributes; overlays are flat`,
    ),
    ...(flag === "" || flag === "1"
      ? []
      : [
          words(
            `第 ${line} 行末尾的标记“${flag}”含义不明，未使用`,
            `what "${flag}" at the end of line ${line} means isn't known; it wasn't used`,
          ),
        ]),
  ];
}
