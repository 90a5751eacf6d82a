import type { RawFeature } from "../../../geometry/shape/raw.ts";
import { type Box, boxesMeet } from "../../../geometry/shape/shape.ts";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { readLayout } from "./columns.ts";
import { statedEncoding } from "./encoding.ts";
import { boxAt, type Header, readHeader } from "./header.ts";
import { changed, corrupt, type Part } from "./part.ts";
import { findParts, type Parts } from "./parts.ts";
import { checkPolygon, decodeRings, isEmpty, withSlack } from "./polygon.ts";
import { inspectTable, recordList } from "./preflight-dbf.ts";
import { inspectShapes, recordsOf } from "./preflight-shp.ts";
import { codePageText, projectionText } from "./sidecar.ts";
import { type Attributes, fieldsOf, openRows, type RowReader, type Table } from "./table.ts";

/**
 * Opens a shapefile of polygons: named by one of its files, by their common name, or by a folder or zip
 * that holds it. All of it is checked before the first feature is handed out. Heights and measures are dropped; roles of rings are
 * left open, since software writes them in either direction. Throws `Unusable`.
 */
export async function openShapefile(path: string, options: SourceOptions): Promise<SpatialSource> {
  const parts = await findParts(path, options.layer);
  const header = await readHeader(parts.shp);
  const table = parts.dbf === undefined ? undefined : await openTable(parts.dbf, parts, options);
  const isDeleted = (record: number) => table?.deleted.has(record) ?? false;
  const shapes = await inspectShapes(parts.shp, header, parts.shx, isDeleted);
  if (table !== undefined) checkRows(table, parts.shp, shapes.records);
  const wkt = await projectionText(parts.prj);
  return {
    file: parts.shp.name,
    format: "shapefile",
    evidence: { axes: "x-first", range: shapes.extent, ...(wkt === undefined ? {} : { wkt }) },
    closing: "required",
    fields: table?.fields.map(({ name }) => name) ?? [],
    notes: [
      ...missingParts(parts),
      ...(table?.notes ?? []),
      ...noteOfValues(header),
      ...noteOfBoxes(shapes.looseBoxes),
    ],
    records: shapes.records,
    features: (within) => featuresOf(parts.shp, header, table, shapes.records, within),
  };
}

async function openTable(dbf: Part, parts: Parts, options: SourceOptions): Promise<Table> {
  const layout = await readLayout(dbf);
  const stated = statedEncoding(options.encoding, await codePageText(parts.cpg), layout.language);
  const { encoding, deleted, notes } = await inspectTable(dbf, layout, stated);
  const named = fieldsOf(layout, encoding);
  return { part: dbf, layout, encoding, fields: named.fields, deleted, notes: [...notes, ...named.notes] };
}

function checkRows({ part, layout }: Table, shp: Part, records: number): void {
  if (layout.rows !== records)
    corrupt(
      part,
      words(
        `属性表有 ${layout.rows} 行，${shp.name} 有 ${records} 条图形记录，应当相等`,
        `the table has ${layout.rows} rows, ${shp.name} has ${records} records; they should be as many`,
      ),
      words(
        "请检查 .shp 与 .dbf 是否出自同一次导出",
        "check that the .shp and the .dbf come from one export",
      ),
    );
}

/** Reads the features, checking again what was checked: the file may have changed. */
async function* featuresOf(
  shp: Part,
  header: Header,
  table: Table | undefined,
  records: number,
  within: Box | undefined,
): AsyncGenerator<RawFeature> {
  const wanted = within === undefined ? undefined : await recordsMeeting(shp, within);
  const isWanted = (record: number) =>
    !(table?.deleted.has(record) ?? false) && (wanted === undefined || wanted.has(record));
  const rows: RowReader = table === undefined ? noRows : openRows(table, isWanted);
  let read = 0;
  try {
    for await (const batch of recordsOf(shp))
      for (const record of batch) {
        read += 1;
        if (!isWanted(record.number)) continue;
        const polygon = checkPolygon(shp, record, header.type, header.box);
        yield {
          place: words(`第 ${record.number} 条记录`, `record ${record.number}`),
          ...(polygon === undefined
            ? {}
            : { shape: { roles: "by-containment", rings: decodeRings(record, polygon) } }),
          attributes: await rows.next(),
        };
      }
  } finally {
    await rows.close();
  }
  if (read !== records) changed(shp);
}

/**
 * Numbers of the records whose own boxes, in which they were found to lie, meet a box, and of those without
 * a shape: they may lie anywhere.
 */
async function recordsMeeting(shp: Part, within: Box): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  const area = withSlack(within);
  for await (const batch of recordsOf(shp))
    for (const { number, content } of batch)
      if (isEmpty(content) || boxesMeet(boxAt(content, 4), area)) found.add(number);
  return found;
}

const NO_ATTRIBUTES: Attributes = {};
const noRows: RowReader = { next: async () => NO_ATTRIBUTES, close: async () => {} };

function missingParts({ dbf, shx }: Parts): readonly Words[] {
  return [
    ...(dbf === undefined
      ? [words("没有 .dbf 属性表，属性为空", "there is no .dbf: features have no attributes")]
      : []),
    ...(shx === undefined
      ? [words("没有 .shx 索引，已按 .shp 顺序读取", "there is no .shx: the .shp was read in its order")]
      : []),
  ];
}

function noteOfValues({ type }: Header): readonly Words[] {
  if (type === 5) return [];
  return [
    type === 15
      ? words(
          "图形带 Z 值（高程），只取平面坐标",
          "its shapes have Z values (heights); only x and y were taken",
        )
      : words("图形带 M 值，只取平面坐标", "its shapes have M values; only x and y were taken"),
  ];
}

function noteOfBoxes(loose: readonly number[]): readonly Words[] {
  if (loose.length === 0) return [];
  const { zh, en } = recordList(loose);
  return [
    words(
      `${zh}记载的外框大于图形本身，坐标可能被改动过，请核对`,
      `the stated box is larger than the shape in ${en}: corners may have been altered, check them`,
    ),
  ];
}
