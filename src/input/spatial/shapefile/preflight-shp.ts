import type { Box } from "../../../geometry/shape/shape.ts";
import { words } from "../../../model/words.ts";
import { checkedStart, HEADER, type Header } from "./header.ts";
import { type ItemPlace, itemsOf } from "./items.ts";
import { corrupt, type Part, startOf } from "./part.ts";
import { checkPolygon, isWithin, type ShapeRecord } from "./polygon.ts";

/** The header of a record: its number and the length of its content. */
const RECORD_HEADER = 8;

/** What a walk through the whole .shp found. */
export interface ShapesFound {
  /** How many records, null shapes included. */
  readonly records: number;
  /** Around the corners of all records that aren't left out. */
  readonly extent: Box;
  /** Numbers of records whose stated box is larger than their shape. */
  readonly looseBoxes: readonly number[];
}

/**
 * Walks through all records before the first is handed out: a damaged one must not end the reading in
 * silence, as it does in common libraries. Throws `Unusable`. `isLeftOut` tells records whose row is deleted.
 */
export async function inspectShapes(
  shp: Part,
  header: Header,
  shx: Part | undefined,
  isLeftOut: (record: number) => boolean,
): Promise<ShapesFound> {
  const index = shx === undefined ? undefined : await readIndex(shx, header);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let records = 0;
  let end = HEADER;
  const looseBoxes: number[] = [];
  for await (const batch of recordsOf(shp))
    for (const record of batch) {
      records += 1;
      end = record.offset + RECORD_HEADER + record.content.length;
      if (shx !== undefined && index !== undefined) checkEntry(shx, index, record);
      const polygon = checkPolygon(shp, record, header.type, header.box);
      if (polygon === undefined || isLeftOut(record.number)) continue;
      const { box, extent } = polygon;
      if (polygon.corners > 0 && !isWithin(box, extent)) looseBoxes.push(record.number);
      if (extent.minX < minX) minX = extent.minX;
      if (extent.minY < minY) minY = extent.minY;
      if (extent.maxX > maxX) maxX = extent.maxX;
      if (extent.maxY > maxY) maxY = extent.maxY;
    }
  if (end !== shp.size) unfinished(shp, end);
  if (shx !== undefined && index !== undefined) checkCount(shx, index.length / 8, records);
  return { records, extent: { minX, minY, maxX, maxY }, looseBoxes };
}

/** The records of a .shp in batches, their headers checked. Throws `Unusable`. */
export async function* recordsOf(shp: Part): AsyncGenerator<readonly ShapeRecord[]> {
  const lengthOf = (bytes: Buffer, at: number, { offset, index }: ItemPlace): number => {
    const number = bytes.readInt32BE(at);
    if (number !== index + 1) wrongNumber(shp, offset, number, index + 1);
    const length = bytes.readInt32BE(at + 4) * 2;
    if (length < 4 || offset + RECORD_HEADER + length > shp.size) wrongLength(shp, offset, length);
    return RECORD_HEADER + length;
  };
  for await (const items of itemsOf(shp, HEADER, RECORD_HEADER, lengthOf)) {
    yield items.map(({ offset, bytes }) => ({
      number: bytes.readInt32BE(0),
      offset,
      content: bytes.subarray(RECORD_HEADER),
    }));
  }
}

function unfinished(shp: Part, end: number): never {
  corrupt(
    shp,
    words(
      `第 ${end} 字节起的 ${shp.size - end} 字节不成一条记录`,
      `the ${shp.size - end} bytes from byte ${end} on are no record`,
    ),
  );
}

function wrongLength(shp: Part, offset: number, length: number): never {
  const most = shp.size - offset - RECORD_HEADER;
  corrupt(
    shp,
    words(
      `第 ${offset} 字节处的记录头记载长度 ${length} 字节，应在 4 与 ${most} 之间`,
      `the record header at byte ${offset} states a length of ${length} bytes; 4 to ${most} is possible`,
    ),
  );
}

function wrongNumber(shp: Part, offset: number, number: number, expected: number): never {
  corrupt(
    shp,
    words(
      `第 ${offset} 字节处应为第 ${expected} 条记录，记录号却为 ${number}；上一条的长度也可能有误`,
      `record ${expected} is expected at byte ${offset}, but its number there is ${number}; or the length of the one before is wrong`,
    ),
  );
}

const WITHOUT_SHX = words(
  "如确认 .shp 无误，可删除 .shx 后重新读取（没有它也能读）",
  "if the .shp is known to be sound, delete the .shx: it can be read without",
);

/** The entries of a .shx behind its header: offset and length of each record, in words of two bytes. */
async function readIndex(shx: Part, { type }: Header): Promise<Buffer> {
  const header = await checkedStart(shx);
  const found = header.readInt32LE(32);
  if (found !== type)
    corrupt(
      shx,
      words(
        `图形类型为 ${found}，.shp 为 ${type}`,
        `its shape type is ${found}, that of the .shp is ${type}`,
      ),
      WITHOUT_SHX,
    );
  if ((shx.size - HEADER) % 8 !== 0)
    corrupt(
      shx,
      words(
        `长度 ${shx.size} 字节不合：应为 100 加 8 的倍数`,
        `its size of ${shx.size} bytes should be 100 and a multiple of 8`,
      ),
      WITHOUT_SHX,
    );
  return (await startOf(shx, shx.size)).subarray(HEADER);
}

function checkEntry(shx: Part, index: Buffer, { number, offset, content }: ShapeRecord): void {
  const at = 8 * (number - 1);
  if (at >= index.length) return;
  const statedOffset = index.readInt32BE(at) * 2;
  const statedLength = index.readInt32BE(at + 4) * 2;
  if (statedOffset !== offset || statedLength !== content.length)
    corrupt(
      shx,
      words(
        `第 ${number} 条记录的位置和长度为 ${statedOffset}、${statedLength} 字节，.shp 中为 ${offset}、${content.length}`,
        `record ${number} is said to be at byte ${statedOffset} with ${statedLength} bytes; in the .shp it is at ${offset} with ${content.length}`,
      ),
      WITHOUT_SHX,
    );
}

function checkCount(shx: Part, entries: number, records: number): void {
  if (entries !== records)
    corrupt(
      shx,
      words(
        `索引有 ${entries} 条，.shp 有 ${records} 条记录`,
        `it lists ${entries} records; the .shp has ${records}`,
      ),
      WITHOUT_SHX,
    );
}
