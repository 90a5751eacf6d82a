import type { Crs } from "../../geometry/crs/crs.ts";
import { codeOf } from "../../geometry/crs/crs-from-code.ts";
import { zoneOf } from "../../geometry/crs/crs-from-numbers.ts";
import { type Box, boxOf } from "../../geometry/shape/shape.ts";
import { unusable } from "../../input/problem.ts";
import { type DecidedSource, decideSource } from "../../input/spatial/decide.ts";
import { type Words, words } from "../../model/words.ts";
import type { Named } from "./catalog.ts";
import type { Database } from "./database.ts";
import type { Picks } from "./picks.ts";
import { surveyed, type Unmeasured } from "./survey.ts";
import { relation, type Table } from "./table.ts";

/** What was found on the way through a table once. */
export interface Surveyed {
  readonly table: Table;
  /** Of how many rows. */
  readonly rows: number;
  /** Around all geometries; the wrong way round where there are none. */
  readonly range: Box;
  /** The rows without geometry, without ground (points, lines), and with numbers that are none. */
  readonly empty: Counted;
  readonly noArea: Counted & { readonly type: string };
  readonly endless: Counted;
}

/** How many rows, and the key of one; no key: a view's. */
interface Counted {
  readonly count: number;
  readonly key: string | null;
}

/** Throws `Unusable` for geometries in several SRIDs, or in none. */
export async function surveyTable(
  database: Database,
  table: Unmeasured,
  picks: Picks | undefined,
  at: Named,
): Promise<Surveyed> {
  const [row = []] = await database.rows(surveyed(table, picks));
  const [
    rows,
    least,
    most,
    minX,
    minY,
    maxX,
    maxY,
    empty,
    emptyKey,
    noArea,
    noAreaKey,
    type,
    endless,
    endlessKey,
  ] = row.map((value) => (value === null ? null : String(value)));
  const counted = (count: string | null | undefined, key: string | null | undefined): Counted => ({
    count: Number(count),
    key: key ?? null,
  });
  const range = minX === null || minX === undefined ? boxOf([]) : boxOfTexts([minX, minY, maxX, maxY]);
  const srid = Number(least ?? 0);
  if (least !== most) refuseSrids(table, at, words(`${least} 和 ${most}`, `${least} and ${most}`));
  if (least !== null && srid === 0) refuseSrids(table, at, words("0（未说明）", "0 (nothing is said)"));
  return {
    table: { ...table, srid },
    rows: Number(rows),
    range,
    empty: counted(empty, emptyKey),
    noArea: { ...counted(noArea, noAreaKey), type: type ?? "" },
    endless: counted(endless, endlessKey),
  };
}

function boxOfTexts(sides: readonly (string | null | undefined)[]): Box {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = sides.map(Number);
  return { minX, minY, maxX, maxY };
}

function refuseSrids({ named, geometry = "" }: Unmeasured, at: Named, found: Words): never {
  unusable({
    ...at,
    message: words(
      `${named.given} 的几何列 ${geometry} 的 SRID 为 ${found.zh}，应为同一个坐标系`,
      `the column ${geometry} of ${named.given} has the SRID ${found.en}; one CRS is expected`,
    ),
    remedy: words(
      "写明坐标系：ALTER TABLE … ALTER COLUMN … TYPE geometry(MultiPolygon, 4490) USING ST_SetSRID(…, 4490)，按实际坐标系",
      "state it: ALTER TABLE … ALTER COLUMN … TYPE geometry(MultiPolygon, 4490) USING ST_SetSRID(…, 4490), with the CRS that it is in",
    ),
  });
}

/** What a table's numbers mean, decided as a file's: its SRID must be borne out by them. Throws `Unusable`. */
export function decideTable(
  { table, range }: Pick<Surveyed, "table" | "range">,
  option: string | undefined,
  at: Named,
): DecidedSource {
  const { given } = table.named;
  const decided = decideSource(
    {
      file: given,
      format: "PostGIS",
      closing: "required",
      evidence: { epsg: table.srid, axes: "x-first", range },
      fields: table.columns.map(({ name }) => name),
      notes: [],
      async *features() {},
    },
    option,
  );
  const spans =
    decided.crs.kind !== "geographic" && decided.crs.prefixed && zoneOf(range.minX) !== zoneOf(range.maxX);
  if (!spans && codeOf(decided.crs) === table.srid) return decided;
  return refuseNumbers(table, decided.crs, at);
}

function refuseNumbers(table: Table, crs: Crs, at: Named): never {
  const { given } = table.named;
  unusable({
    ...at,
    message: words(
      `${given} 的坐标与其 SRID ${table.srid} 不符（按数值应为 EPSG:${codeOf(crs)}，或跨多个带）`,
      `the numbers of ${given} aren't of its SRID ${table.srid} (they look like EPSG:${codeOf(crs)}, or lie in several zones)`,
    ),
    remedy: words(
      `改正 SRID：SELECT UpdateGeometrySRID(…)；跨带的数据先转换为经纬度（ST_Transform(…, 4490)）：${relation(table)}`,
      `correct the SRID: SELECT UpdateGeometrySRID(…); data over several zones are first brought to degrees (ST_Transform(…, 4490)): ${relation(table)}`,
    ),
  });
}

/** A row by its key, for whoever looks for it in the table. */
export function rowWords({ key }: Unmeasured, value: string | null): Words {
  if (key === undefined || value === null) return words("一条记录", "a record");
  const name = key === "ctid" ? "ctid" : key.name;
  return words(`${name} 为 ${value} 的记录`, `the record with ${name} ${value}`);
}
