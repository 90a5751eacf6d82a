import type { Crs } from "../../geometry/crs/crs.ts";
import { CHINA } from "../../geometry/crs/extent.ts";
import { words } from "../../model/words.ts";
import { joinPicks, type Picks } from "./picks.ts";
import { quoted, type Statement, Values } from "./statement.ts";
import { geometryOf, keyColumn, keyText, relation, type Table } from "./table.ts";

/** What the statements of this file ask of: a table that is known but for the SRID of its geometries. */
export type Unmeasured = Omit<Table, "srid">;

/** How many rows there are, in which SRIDs they are, how far they reach, and what of them is no ground. */
export function surveyed(table: Unmeasured, picks: Picks | undefined): Statement {
  const values = new Values();
  const join = joinPicks(picks, values);
  return {
    asks: words(
      "表的行数、SRID、坐标范围，和没有图形、不是面的行",
      "how many rows, their SRIDs and extent, and rows without a geometry or with one that is no area",
    ),
    text: `SELECT count(*), min(f.srid), max(f.srid),
       min(f.west) FILTER (WHERE f.finite), min(f.south) FILTER (WHERE f.finite),
       max(f.east) FILTER (WHERE f.finite), max(f.north) FILTER (WHERE f.finite),
       count(*) FILTER (WHERE f.west IS NULL), min(f.key) FILTER (WHERE f.west IS NULL),
       count(*) FILTER (WHERE f.type NOT IN ('POLYGON', 'MULTIPOLYGON')),
       min(f.key) FILTER (WHERE f.type NOT IN ('POLYGON', 'MULTIPOLYGON')),
       min(f.type) FILTER (WHERE f.type NOT IN ('POLYGON', 'MULTIPOLYGON')),
       count(*) FILTER (WHERE NOT f.finite), min(f.key) FILTER (WHERE NOT f.finite)
  FROM (SELECT ${keyText({ ...table, srid: 0 }, "f")} AS key, ST_SRID(g) AS srid, GeometryType(g) AS type,
               ST_XMin(g) AS west, ST_YMin(g) AS south, ST_XMax(g) AS east, ST_YMax(g) AS north,
               ST_XMin(g) > '-Infinity' AND ST_YMin(g) > '-Infinity'
                 AND ST_XMax(g) < 'Infinity' AND ST_YMax(g) < 'Infinity' AS finite
          FROM ${relation({ ...table, srid: 0 })} AS f
         CROSS JOIN LATERAL (SELECT ${geometryOf({ ...table, srid: 0 }, "f")} AS g) AS g${join}) AS f`,
    values: values.all,
  };
}

/** The values that the columns of a `where` have, each combination once. */
export function valuesOf(table: Unmeasured, columns: readonly string[], most: number): Statement {
  const list = columns.map((column) => `f.${quoted(column)}::text`).join(", ");
  return {
    asks: words("where 各列的取值", "the values in the columns of where"),
    text: `SELECT DISTINCT ${list}\n  FROM ${relation({ ...table, srid: 0 })} AS f\n ORDER BY ${columns.map((_, at) => at + 1).join(", ")}\n LIMIT ${most + 1}`,
    values: [],
  };
}

/** The rows whose shapes aren't valid, by their keys. */
export function invalidRows(table: Table, picks: Picks | undefined): Statement {
  const values = new Values();
  const join = joinPicks(picks, values);
  return {
    asks: words(
      "图形无效的行：其形状由 mineright 核对，不作修复",
      "rows whose shapes aren't valid: mineright looks at these itself, and repairs nothing",
    ),
    text: `SELECT ${keyText(table, "f")}
  FROM ${relation(table)} AS f${join}
 WHERE NOT ST_IsValid(${geometryOf(table, "f")})
 ORDER BY 1`,
    values: values.all,
  };
}

/** The first row whose numbers lie nowhere in China, and how many such there are. */
export function straying(table: Table, crs: Crs, picks: Picks | undefined): Statement {
  const values = new Values();
  const join = joinPicks(picks, values);
  const [west, south, east, north] = numbersIn(crs);
  return {
    asks: words("坐标不在我国范围内的行", "rows whose coordinates lie nowhere in China"),
    text: `SELECT count(*), min(${keyText(table, "f")})
  FROM ${relation(table)} AS f
 CROSS JOIN LATERAL (SELECT ${geometryOf(table, "f")} AS g) AS g${join}
 WHERE NOT (ST_XMin(g) >= ${west} AND ST_XMax(g) <= ${east} AND ST_YMin(g) >= ${south} AND ST_YMax(g) <= ${north})`,
    values: values.all,
  };
}

/** Between which numbers places of China lie. */
function numbersIn(crs: Crs): readonly [west: number, south: number, east: number, north: number] {
  if (crs.kind === "geographic") return [CHINA.minX, CHINA.minY, CHINA.maxX, CHINA.maxY];
  const east = crs.prefixed ? crs.zone * 1e6 : 0;
  return [east + 10_000, 331_000, east + 999_999, 5_990_000];
}

/** The area of each zone that a layer draws, and the names that it has; of an unsound feature there is none. */
export function zoneAreas(table: Table, name: string | undefined, picks: Picks | undefined): Statement {
  const values = new Values();
  const join = joinPicks(picks, values);
  const named = name === undefined ? "''" : `coalesce(btrim(f.${quoted(name)}::text), '')`;
  const isSure = picks === undefined ? "true" : "pick.lacks IS NULL";
  return {
    asks: words("各分区的图上面积", "the area that each zone is drawn with"),
    text: `SELECT ${named}, sum(ST_Area(ST_Transform(ST_SetSRID(g, ${inProj(table.srid)}), '${EQUAL_AREA}'))),
       bool_and(g IS NOT NULL AND ST_IsValid(g) AND ${isSure})
  FROM ${relation(table)} AS f
 CROSS JOIN LATERAL (SELECT ${geometryOf(table, "f")} AS g) AS g${join}
 GROUP BY 1 ORDER BY 1`,
    values: values.all,
  };
}

/** Equal areas on the ellipsoid of CGCS2000: an edge is straight there as in the areas of TD/T 1055-2019, annex D. */
const EQUAL_AREA = "+proj=cea +lat_ts=0 +lon_0=105 +ellps=GRS80 +units=m +no_defs";

/** WGS 84 degrees are taken for CGCS2000 ones. */
export function inProj(srid: number): number {
  return srid === 4326 ? 4490 : srid;
}

/** Opens the candidates as a cursor, in the order of their keys. */
export function openCandidates(table: Table): Statement {
  const order = table.key === undefined ? "" : `\n ORDER BY ${keyColumn(table.key, "c")}`;
  const columns = table.columns.map(({ name }) => `c.${quoted(name)}::text`);
  return {
    asks: words("候选区块，按主键顺序逐批读取", "the candidates, in the order of their key, batch by batch"),
    text: `DECLARE candidates NO SCROLL CURSOR FOR
SELECT ${[keyText(table, "c"), `ST_AsBinary(${geometryOf(table, "c")})`, ...columns].join(", ")}
  FROM ${relation(table)} AS c${order}`,
    values: [],
  };
}

/** The next candidates of the cursor. */
export function nextCandidates(count: number): Statement {
  return {
    asks: words("下一批候选区块", "the next candidates"),
    text: `FETCH ${count} FROM candidates`,
    values: [],
  };
}
