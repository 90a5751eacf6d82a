import type { RawRing } from "../../../geometry/shape/raw.ts";
import type { Box } from "../../../geometry/shape/shape.ts";
import { words } from "../../../model/words.ts";
import { boxAt, type ShapeType } from "./header.ts";
import { corrupt, type Part } from "./part.ts";

/** One record of a .shp: its number, counted from 1, and its content, which begins with the shape type. */
export interface ShapeRecord {
  readonly number: number;
  /** Where its header begins in the file. */
  readonly offset: number;
  readonly content: Buffer;
}

/** A polygon record that was checked, not decoded yet. */
export interface PolygonRecord {
  /** As the record states it. */
  readonly box: Box;
  /** Around its corners as they are. */
  readonly extent: Box;
  readonly parts: number;
  readonly corners: number;
}

const PARTS = 44;
/** The length of a record without a shape: its type alone. */
const NULL_SHAPE = 4;

/** Whether a record that was checked has no shape, or one without rings. */
export function isEmpty(content: Buffer): boolean {
  return content.length <= NULL_SHAPE || content.readInt32LE(36) === 0;
}

/**
 * Checks one record's content against what the format and the file's header lay down: its length,
 * the starts of its rings, and that all corners are numbers and lie within the boxes around them. A null shape gives undefined. Throws `Unusable`.
 */
export function checkPolygon(
  shp: Part,
  record: ShapeRecord,
  type: ShapeType,
  around: Box,
): PolygonRecord | undefined {
  const { content } = record;
  const found = content.readInt32LE(0);
  if (found === 0 && content.length === NULL_SHAPE) return undefined;
  if (found !== type)
    wrong(
      shp,
      record,
      0,
      `图形类型为 ${found}，文件头为 ${type}`,
      `its shape type is ${found}, the file's is ${type}`,
    );
  const parts = content.length < PARTS ? 0 : content.readInt32LE(36);
  const corners = content.length < PARTS ? 0 : content.readInt32LE(40);
  if (
    content.length < PARTS ||
    parts < 0 ||
    corners < 0 ||
    !lengthsOf(type, parts, corners).includes(content.length)
  )
    wrong(
      shp,
      record,
      36,
      `${parts} 个环、${corners} 个点与记录长度 ${content.length} 字节不符`,
      `${parts} rings and ${corners} corners don't agree with its length of ${content.length} bytes`,
    );
  checkStarts(shp, record, parts, corners);
  const box = boxAt(content, 4);
  const extent = extentOf(shp, record, parts, corners);
  if (corners > 0) {
    checkBox(shp, record, box);
    if (!isWithin(extent, box)) outside(shp, record, parts, corners, box, "该记录的外框", "the record's box");
    if (!isWithin(extent, around))
      outside(shp, record, parts, corners, around, "文件头的范围", "the header's box");
  }
  return { box, extent, parts, corners };
}

/** The lengths that a record of so many rings and corners may have: M values may be missing. */
function lengthsOf(type: ShapeType, parts: number, corners: number): readonly number[] {
  const plain = PARTS + 4 * parts + 16 * corners;
  const values = 16 + 8 * corners;
  if (type === 5) return [plain];
  return type === 15 ? [plain + values, plain + 2 * values] : [plain, plain + values];
}

function checkStarts(shp: Part, record: ShapeRecord, parts: number, corners: number): void {
  let least = 0;
  for (let part = 0; part < parts; part += 1) {
    const at = PARTS + 4 * part;
    const start = record.content.readInt32LE(at);
    if (part === 0 ? start !== 0 : start < least || start >= corners)
      wrong(
        shp,
        record,
        at,
        `第 ${part + 1} 环从第 ${start} 点开始（从 0 数起，共 ${corners} 点），环的起点应从 0 起依次递增`,
        `ring ${part + 1} starts at corner ${start} (from 0, of ${corners}); starts should ascend from 0`,
      );
    least = start + 1;
  }
  if (parts === 0 && corners > 0)
    wrong(shp, record, 36, `有 ${corners} 个点而没有环`, `it has ${corners} corners and no ring`);
}

function extentOf(shp: Part, record: ShapeRecord, parts: number, corners: number): Box {
  const view = viewOf(record.content);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const start = PARTS + 4 * parts;
  for (let at = start; at < start + 16 * corners; at += 16) {
    const x = view.getFloat64(at, true);
    const y = view.getFloat64(at + 8, true);
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
    if (!Number.isFinite(x) || !Number.isFinite(y))
      wrong(
        shp,
        record,
        at,
        `${cornerAt(record, parts, at).zh}的坐标不是有限的数（${x}，${y}）`,
        `${cornerAt(record, parts, at).en} isn't a finite number (${x}, ${y})`,
      );
  }
  return { minX, minY, maxX, maxY };
}

function checkBox(shp: Part, record: ShapeRecord, box: Box): void {
  const { minX, minY, maxX, maxY } = box;
  // A box that isn't one holds nothing: not-a-number fails the comparison as well.
  if (!(minX <= maxX && minY <= maxY))
    wrong(
      shp,
      record,
      4,
      `外框无效（${minX}，${minY} 至 ${maxX}，${maxY}）`,
      `its box is none (${minX}, ${minY} to ${maxX}, ${maxY})`,
    );
}

/** The first corner outside a box is looked for only when there is one. */
function outside(
  shp: Part,
  record: ShapeRecord,
  parts: number,
  corners: number,
  box: Box,
  zh: string,
  en: string,
): never {
  const view = viewOf(record.content);
  let at = PARTS + 4 * parts;
  const x = () => view.getFloat64(at, true);
  const y = () => view.getFloat64(at + 8, true);
  const last = at + 16 * (corners - 1);
  while (at < last && isWithin({ minX: x(), minY: y(), maxX: x(), maxY: y() }, box)) at += 16;
  const span = `${box.minX}, ${box.minY} – ${box.maxX}, ${box.maxY}`;
  wrong(
    shp,
    record,
    at,
    `${cornerAt(record, parts, at).zh}（${x()}, ${y()}）超出${zh}（${span}）`,
    `${cornerAt(record, parts, at).en} (${x()}, ${y()}) lies outside ${en} (${span})`,
  );
}

function cornerAt(record: ShapeRecord, parts: number, at: number) {
  const corner = (at - PARTS - 4 * parts) / 16;
  let ring = 0;
  while (ring + 1 < parts && record.content.readInt32LE(PARTS + 4 * (ring + 1)) <= corner) ring += 1;
  const inRing = corner - record.content.readInt32LE(PARTS + 4 * ring) + 1;
  return words(`第 ${ring + 1} 环第 ${inRing} 点`, `corner ${inRing} of ring ${ring + 1}`);
}

/** Boxes are taken to agree within the last digits that double precision holds: 1 cm in degrees, 4 cm in metres. */
const SLACK = 1e-9;

export function withSlack({ minX, minY, maxX, maxY }: Box): Box {
  const slackX = SLACK * Math.max(Math.abs(minX), Math.abs(maxX), 1);
  const slackY = SLACK * Math.max(Math.abs(minY), Math.abs(maxY), 1);
  return { minX: minX - slackX, minY: minY - slackY, maxX: maxX + slackX, maxY: maxY + slackY };
}

export function isWithin(inner: Box, outer: Box): boolean {
  const { minX, minY, maxX, maxY } = withSlack(outer);
  return inner.minX >= minX && inner.maxX <= maxX && inner.minY >= minY && inner.maxY <= maxY;
}

function wrong(shp: Part, record: ShapeRecord, at: number, zh: string, en: string): never {
  const byte = record.offset + 8 + at;
  corrupt(
    shp,
    words(
      `第 ${record.number} 条记录（第 ${byte} 字节）：${zh}`,
      `record ${record.number} (at byte ${byte}): ${en}`,
    ),
  );
}

/**
 * The rings of a checked record, in its order, every corner kept, so that numbers stay the file's. (The
 * `shapefile` package sorts the clockwise ones before the others and gives these to shells by guess.)
 */
export function decodeRings(record: ShapeRecord, { parts, corners }: PolygonRecord): readonly RawRing[] {
  const view = viewOf(record.content);
  const first = PARTS + 4 * parts;
  return Array.from({ length: parts }, (_, part) => {
    const start = view.getInt32(PARTS + 4 * part, true);
    const end = part + 1 < parts ? view.getInt32(PARTS + 4 * (part + 1), true) : corners;
    const numbers = new Float64Array(2 * (end - start));
    for (let at = 0; at < numbers.length; at += 1)
      numbers[at] = view.getFloat64(first + 16 * start + 8 * at, true);
    return { corners: numbers };
  });
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
