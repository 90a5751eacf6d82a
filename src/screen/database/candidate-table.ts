import type { RawFeature } from "../../geometry/shape/raw.ts";
import type { ReadingOptions } from "../../input/application.ts";
import type { Origin, Unit } from "../../input/candidates/unit.ts";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import { findTable } from "./catalog.ts";
import type { Database, DatabaseRow } from "./database.ts";
import type { Drawn } from "./meetings.ts";
import { nextCandidates, openCandidates } from "./survey.ts";
import { decideTable, rowWords, surveyTable } from "./surveyed-table.ts";
import type { Table } from "./table.ts";
import { tableName } from "./table-name.ts";
import { attributesOf } from "./values.ts";
import { readWkb } from "./wkb.ts";

/** The field that `--map` gives to the column of geometries. */
const GEOMETRY = "geometry";

/** Candidates that stand together in a table, with the keys by which the database finds them again. */
export interface TableBatch {
  readonly units: readonly Unit[];
  readonly keys: readonly (string | null)[];
}

/** The candidate blocks of a table (候选区块表). */
export class CandidateTable {
  private constructor(
    private readonly database: Database,
    private readonly table: Table,
    private readonly origin: Origin,
    /** Absent: no candidate has a geometry. */
    readonly drawn: Drawn | undefined,
  ) {}

  /** Throws `Unusable` where the table can't be read as candidates. */
  static async open(database: Database, given: string, options: ReadingOptions): Promise<CandidateTable> {
    const at = { file: given };
    const column = options.mappings.find(({ field }) => field === GEOMETRY)?.column;
    const found = await findTable(database, tableName(given), column, at);
    if (found.key === undefined)
      unusable({
        ...at,
        message: words(
          "视图的记录没有主键，不能逐批筛查",
          "the records of a view have no key, by which they could be screened in batches",
        ),
        remedy: words(
          "改用表或物化视图（CREATE MATERIALIZED VIEW … AS SELECT …）",
          "use a table or a materialized view (CREATE MATERIALIZED VIEW … AS SELECT …)",
        ),
      });
    const surveyed = await surveyTable(database, found, undefined, at);
    if (surveyed.rows === 0)
      unusable({
        ...at,
        message: words("表中没有候选区块", "the table holds no candidate"),
        remedy: words("核对表名和数据", "check the table's name and its data"),
      });
    const { table, range } = surveyed;
    const hasShapes = range.minX <= range.maxX;
    const drawn = hasShapes ? { table, crs: decideTable(surveyed, options.crs, at).crs } : undefined;
    return new CandidateTable(database, table, originOf(given, table, range), drawn);
  }

  /** The candidates in the order of their key, so many at a time. */
  async *batches(size: number): AsyncGenerator<TableBatch> {
    await this.database.rows(openCandidates(this.table));
    for (let record = 1; ; record += size) {
      const rows = await this.database.rows(nextCandidates(size));
      if (rows.length > 0)
        yield {
          units: rows.map((row, at) => this.unitOf(row, record + at)),
          keys: rows.map(([key]) => (key === null ? null : String(key))),
        };
      if (rows.length < size) break;
    }
    await this.database.rows({ text: "CLOSE candidates", values: [] });
  }

  private unitOf([key, wkb, ...texts]: DatabaseRow, record: number): Unit {
    const { origin, table } = this;
    const place = rowWords(table, key === null ? null : String(key));
    const attributes = attributesOf(table.columns, texts as (string | null)[]);
    const read = wkb === null ? undefined : readWkb(wkb as Buffer);
    if (read !== undefined && "isNoArea" in read)
      return {
        kind: "unread",
        file: origin.file,
        record,
        problems: [
          {
            file: `${origin.file}#${record}`,
            message: words(`${place.zh}：图形不是面`, `${place.en}: its geometry is no area`),
            remedy: words("只用 Polygon 或 MultiPolygon", "use Polygon and MultiPolygon only"),
          },
        ],
      };
    const raw: RawFeature = { place, attributes, ...(read === undefined ? {} : { shape: read.shape }) };
    return { kind: "feature", origin, record, raw };
  }
}

function originOf(file: string, { srid, columns }: Table, range: Origin["evidence"]["range"]): Origin {
  return {
    file,
    format: "PostGIS",
    closing: "required",
    evidence: { epsg: srid, axes: "x-first", range },
    fields: columns.map(({ name }) => name),
    notes: [],
  };
}

/** The options by which the columns of attributes are read. */
export function attributeOptions(options: ReadingOptions): ReadingOptions {
  return { ...options, mappings: options.mappings.filter(({ field }) => field !== GEOMETRY) };
}
