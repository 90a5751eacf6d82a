import { TOLERANCE } from "../../geometry/overlay/relation.ts";
import type { LayerEntry } from "../../input/layers.ts";
import { isInTable } from "../../model/spatial-file.ts";
import { type Lang, words } from "../../model/words.ts";
import { BATCH, byPartsOf } from "./database-rows.ts";
import { nameFieldOf } from "./layer-columns.ts";
import { type Drawn, type DrawnLayer, meetings, wholeFeatures } from "./meetings.ts";
import type { Picks } from "./picks.ts";
import { MOST_VALUES } from "./read-picks.ts";
import type { Statement } from "./statement.ts";
import { invalidRows, nextCandidates, openCandidates, surveyed, valuesOf, zoneAreas } from "./survey.ts";
import type { Table } from "./table.ts";
import { type TableName, tableName } from "./table-name.ts";

/** What a database would be asked about. */
export interface ToPrint {
  readonly tables: readonly string[];
  readonly entries: readonly LayerEntry[];
  readonly tolerance?: number | undefined;
}

const CRS: Drawn["crs"] = { kind: "geographic", datum: "CGCS2000" };

const HEAD = words(
  `-- mineright screen --postgis 所用的语句，均在一个只读事务（REPEATABLE READ READ ONLY）中执行，有语句时限。
-- 值一律绑定为 $1、$2 …；表的模式、主键、几何列和 SRID 由系统表查得，此处以 public、id、geom 和 4490 代表。`,
  `-- What mineright screen --postgis runs, all in one read-only transaction (REPEATABLE READ READ ONLY) with a
-- statement timeout. Values are always bound: $1, $2 …; a table's schema, key, column of geometries and SRID are
-- looked up in the catalogue, and public, id, geom and 4490 stand for them here.`,
);

/** The statements by which candidates and layers are read and measured, as SQL with comments (语句清单). */
export function printedSql(asked: ToPrint, lang: Lang): string {
  const statements = asked.tables.flatMap((given) => statementsFor(given, asked));
  const texts = statements.map(({ asks, text, values }) =>
    [
      `-- ${asks[lang]}`,
      ...values.map((value, at) => `-- $${at + 1} = ${shown(value, lang)}`),
      `${text};`,
    ].join("\n"),
  );
  return `${[HEAD[lang], "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;", ...texts, "ROLLBACK;"].join("\n\n")}\n`;
}

function statementsFor(given: string, { entries, tolerance }: ToPrint): readonly Statement[] {
  const candidates: Drawn = { table: standIn(tableName(given), [], undefined), crs: CRS };
  const touching = tolerance === undefined ? TOLERANCE : { m2: tolerance, share: 0 };
  const of = entries.flatMap((entry): readonly (readonly [Statement[], Statement])[] => {
    const { data, where, subject } = entry;
    if (!isInTable(data)) return [];
    const columns = Object.keys(where);
    const fields =
      subject.of === "block" || subject.of === "existing-right" ? Object.values(subject.fields) : [];
    const attributes = [nameFieldOf(entry), ...fields].filter((name) => name !== undefined);
    const table = standIn(tableName(data.table), attributes, data.geometry);
    const picks: Picks | undefined =
      columns.length === 0 ? undefined : { columns, rows: [{ values: Object.values(where).map(String) }] };
    const layer: DrawnLayer = {
      table,
      crs: CRS,
      picks,
      attributes,
      byParts: byPartsOf(entry, entries),
      invalid: [],
    };
    const isWhole = subject.of === "block" || subject.of === "existing-right";
    const once = [
      ...(columns.length === 0 ? [] : [valuesOf(table, columns, MOST_VALUES)]),
      surveyed(table, picks),
      ...(isWhole ? [] : [invalidRows(table, picks)]),
      ...(subject.of === "zone" || nameFieldOf(entry) !== undefined
        ? [zoneAreas(table, nameFieldOf(entry), picks)]
        : []),
    ];
    const wanted = subject.of === "existing-right" ? subject.fields.id : undefined;
    const each = isWhole
      ? wholeFeatures(layer, [], wanted === undefined ? undefined : { column: wanted, texts: [] })
      : meetings(candidates, layer, [], touching);
    return [[once, each]];
  });
  return [
    surveyed(candidates.table, undefined),
    ...of.flatMap(([once]) => once),
    openCandidates(candidates.table),
    nextCandidates(BATCH),
    ...of.map(([, each]) => each),
  ];
}

function standIn(named: TableName, columns: readonly string[], geometry: string | undefined): Table {
  return {
    named,
    schema: named.schema ?? "public",
    name: named.name,
    columns: columns.map((name) => ({ name, type: "text" })),
    key: { name: "id", type: "bigint" },
    geometry: geometry ?? "geom",
    srid: 4490,
  };
}

const OF_A_BATCH = words("（每批候选区块的主键、方框等）", "(of each batch of candidates: keys, boxes …)");

function shown(value: unknown, lang: Lang): string {
  return Array.isArray(value) && value.length === 0 ? OF_A_BATCH[lang] : JSON.stringify(value);
}
