import type { Attribute, RawFeature } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";
import { type FailLine, numbersOf } from "../corners/notation.ts";
import { type Corner, ringsOf } from "../corners/rings.ts";
import { areaIn } from "../corners/stated-area.ts";
import type { Layout } from "./layout.ts";
import { cellsOf, type ReadRows, readRows, type TableCorner } from "./read-rows.ts";
import { type Row, shownRow } from "./rows.ts";

export interface ReadAreas {
  readonly features: readonly RawFeature[];
  readonly notes: readonly Words[];
}

/** Reads the rows behind the head into areas: features where a name tells them apart, else rings of one. */
export function areasOf(rows: readonly Row[], layout: Layout, fail: FailLine): ReadAreas {
  const read = readRows(rows.slice(layout.from), layout, fail);
  if (read.corners.length === 0)
    return fail(
      undefined,
      words("表中没有坐标", "there are no coordinates in the table"),
      words("表头之下每行写一个拐点", "write a corner in each line below the heading"),
    );
  const numbers = numbersOf(read.corners, layout.hint, fail);
  if (layout.isAngles) refuseMetres(read.corners, numbers, fail);
  const areas = new Map<string, { of: TableCorner[]; as: Corner[] }>();
  for (const [index, corner] of read.corners.entries()) {
    const area = areas.get(corner.area) ?? { of: [], as: [] };
    areas.set(corner.area, area);
    area.of.push(corner);
    area.as.push(placedCorner(corner, numbers[index] as readonly [number, number], layout));
  }
  const features = [...areas].map(([name, { of, as }]) => featureOf(name, of, as, layout));
  return { features: withArea(features, read.texts), notes: notesOf(read, layout) };
}

/** Under 经度 and 纬度, larger numbers are metres by mistake or DDDMMSS that the heading doesn't tell. */
function refuseMetres(
  corners: readonly TableCorner[],
  numbers: readonly (readonly [number, number])[],
  fail: FailLine,
): void {
  const wrong = numbers.findIndex((pair) => pair.some((number) => Math.abs(number) > 180));
  if (wrong >= 0)
    fail(
      corners[wrong]?.line,
      words("经纬度列中的数大于 180", "a number under longitude or latitude is larger than 180"),
      words(
        "平面坐标的表头写 X、Y；度分秒（DDDMMSS）的表头写“经度(度分秒)、纬度(度分秒)”",
        "head plane coordinates X and Y, and angles as DDDMMSS 经度(度分秒), 纬度(度分秒)",
      ),
    );
}

function placedCorner(
  corner: TableCorner,
  [first, second]: readonly [number, number],
  layout: Layout,
): Corner {
  const [label] = cellsOf(corner.row, layout, "label");
  const group = [
    corner.block,
    ...cellsOf(corner.row, layout, "part"),
    ...cellsOf(corner.row, layout, "ring"),
  ].join("|");
  return { first, second, line: corner.line, group, ...(label !== undefined && { label }) };
}

function featureOf(
  name: string,
  of: readonly TableCorner[],
  as: readonly Corner[],
  layout: Layout,
): RawFeature {
  const lines = of.map(({ line }) => line);
  const [from, to] = [Math.min(...lines), Math.max(...lines)];
  const attributes = attributesOf(of, layout);
  const isInColumn = layout.columns.some(
    (column) => column.role === "area" && attributes[column.name] !== undefined,
  );
  const areaKm2 = Object.entries(attributes)
    .map(([field, value]) => areaIn(`${field} ${value}`))
    .find((area) => area !== undefined);
  return {
    place:
      name === ""
        ? words(`第 ${from}–${to} 行`, `lines ${from}–${to}`)
        : words(`“${name}”（第 ${from}–${to} 行）`, `"${name}" (lines ${from}–${to})`),
    shape: { roles: "by-containment", rings: ringsOf(as) },
    attributes: name !== "" && !isInColumn ? { 区块: name, ...attributes } : attributes,
    ...(areaKm2 !== undefined && { stated: { areaKm2 } }),
  };
}

/** The columns that say one thing of a whole area. */
function attributesOf(
  corners: readonly TableCorner[],
  { columns }: Layout,
): Readonly<Record<string, Attribute>> {
  return Object.fromEntries(
    columns.flatMap(({ name, role }, column) => {
      if ((role !== undefined && role !== "area") || name === "") return [];
      const values = new Set(corners.flatMap(({ row }) => row.cells[column] || []));
      const [value] = values;
      return values.size === 1 && value !== undefined ? [[name, value]] : [];
    }),
  );
}

/** An area stated below or above the corners, where they are of one area. */
function withArea(features: readonly RawFeature[], texts: readonly Row[]): readonly RawFeature[] {
  const areaKm2 = texts.map((row) => areaIn(shownRow(row))).find((area) => area !== undefined);
  if (features.length !== 1 || areaKm2 === undefined) return features;
  return features.map((feature) => ({ ...feature, stated: { areaKm2, ...feature.stated } }));
}

function notesOf({ texts, stretches }: ReadRows, { columns }: Layout): readonly Words[] {
  return [
    ...texts.map((row) => passedOver(row)),
    ...stretches.map((line) =>
      words(`第 ${line} 行起另为一圈`, `a ring of its own begins with line ${line}`),
    ),
    ...(columns.some(({ role }) => role === "height")
      ? [words("高程列未使用", "the column of heights wasn't used")]
      : []),
  ];
}

/** Said of a line that isn't a corner. */
export function passedOver(row: Row): Words {
  const text = shownRow(row);
  return words(
    `第 ${row.line} 行“${text}”不是拐点，未读作坐标`,
    `line ${row.line}, "${text}", is no corner and wasn't read as one`,
  );
}
