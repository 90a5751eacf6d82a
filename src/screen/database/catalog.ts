import { type Problem, unusable } from "../../input/problem.ts";
import { nearest } from "../../model/nearest.ts";
import { type Words, words } from "../../model/words.ts";
import type { Database } from "./database.ts";
import type { Statement } from "./statement.ts";
import type { Column, Key, Table } from "./table.ts";
import type { TableName } from "./table-name.ts";

/** Where a table is named: an option, or an entry of the layers file. */
export type Named = Pick<Problem, "file" | "line" | "column" | "field">;

/** Looks a table up by its name; one that is written otherwise but for capitals serves where none is so written. */
function lookUp({ schema, name }: TableName): Statement {
  return {
    asks: words("表及其列", "a table and its columns"),
    text: `SELECT n.nspname, c.relname, c.relkind::text, has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'),
       a.attname, t.typname, format_type(a.atttypid, NULL),
       coalesce(a.attnum = ANY (k.indkey) AND k.indnkeyatts = 1, false)
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type AS t ON t.oid = a.atttypid
  LEFT JOIN pg_index AS k ON k.indrelid = c.oid AND k.indisprimary
 WHERE c.relname IN ($1::text, lower($1::text)) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND CASE WHEN $2::text IS NULL THEN pg_table_is_visible(c.oid) ELSE n.nspname IN ($2::text, lower($2::text)) END
 ORDER BY n.nspname <> $2::text, c.relname <> $1::text, n.nspname, c.relname, a.attnum`,
    values: [name, schema ?? null],
  };
}

const ALL_TABLES: Statement = {
  asks: words("有哪些表", "which tables there are"),
  text: `SELECT CASE WHEN pg_table_is_visible(c.oid) THEN c.relname ELSE n.nspname || '.' || c.relname END
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND EXISTS (SELECT FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
                WHERE a.attrelid = c.oid AND t.typname = 'geometry' AND NOT a.attisdropped)
 ORDER BY 1 LIMIT 1000`,
  values: [],
};

/**
 * Finds a table, its key and its column of geometries. Throws `Unusable`.
 *
 * @param geometry the column that is meant; undefined: the only one there is
 */
export async function findTable(
  database: Database,
  named: TableName,
  geometry: string | undefined,
  at: Named,
): Promise<Omit<Table, "srid">> {
  const all = await database.rows(lookUp(named));
  const [first] = all;
  if (first === undefined) return notThere(database, named, at);
  const [schema, name, kind, isReadable] = first.map(String) as [string, string, string, string];
  const rows = all.filter((row) => row[0] === schema && row[1] === name);
  if (!isTrue(isReadable))
    unusable({
      ...at,
      message: words(`没有读取表 ${named.given} 的权限`, `the table ${named.given} may not be read`),
      remedy: words(
        `请管理员授权：GRANT USAGE ON SCHEMA ${schema} TO 用户; GRANT SELECT ON ${schema}.${name} TO 用户;`,
        `ask the administrator for GRANT USAGE ON SCHEMA ${schema} TO user; GRANT SELECT ON ${schema}.${name} TO user;`,
      ),
    });
  const columns = rows.map((row) => {
    const [, , , , column, typname, type, isKey] = row.map(String) as string[];
    return { name: column ?? "", typname: typname ?? "", type: type ?? "", isKey: isTrue(isKey) };
  });
  const geometries = columns.filter(({ typname }) => typname === "geometry");
  const key = keyOf(columns, kind);
  const chosen = geometryColumn(geometries, columns, geometry, named, at);
  return {
    named,
    schema,
    name,
    columns: columns.flatMap(({ typname, name: column, type }) =>
      NO_TEXT.has(typname) ? [] : [{ name: column, type }],
    ),
    ...(key === undefined ? {} : { key }),
    ...(chosen === undefined ? {} : { geometry: chosen }),
  };
}

const NO_TEXT: ReadonlySet<string> = new Set(["geometry", "geography", "raster", "bytea", "box2d", "box3d"]);

function isTrue(text: string | undefined): boolean {
  return text === "t" || text === "true";
}

/** Rows of tables are stored somewhere, those of views are not. */
function keyOf(columns: readonly (Column & { readonly isKey: boolean })[], kind: string): Key | undefined {
  const own = columns.find(({ isKey }) => isKey);
  if (own !== undefined) return { name: own.name, type: own.type };
  return kind === "r" || kind === "m" ? "ctid" : undefined;
}

function geometryColumn(
  geometries: readonly Column[],
  columns: readonly (Column & { readonly typname: string })[],
  wanted: string | undefined,
  { given }: TableName,
  at: Named,
): string | undefined {
  const names = geometries.map(({ name }) => name);
  if (wanted !== undefined) {
    if (names.includes(wanted)) return wanted;
    const isThere = columns.some(({ name }) => name === wanted);
    unusable({
      ...at,
      message: isThere
        ? words(
            `${given} 的列“${wanted}”不是 geometry 类型`,
            `the column "${wanted}" of ${given} isn't of the type geometry`,
          )
        : words(`${given} 没有列“${wanted}”`, `${given} has no column "${wanted}"`),
      remedy: words(
        `几何列：${names.join("、") || "无"}`,
        `its columns of geometries: ${names.join(", ") || "none"}`,
      ),
    });
  }
  if (names.length > 1)
    unusable({
      ...at,
      message: words(
        `${given} 有多个几何列：${names.join("、")}`,
        `${given} has several columns of geometries: ${names.join(", ")}`,
      ),
      remedy: words(
        "指明其一：图层写 geometry: 列名；候选区块用 --map geometry=列名",
        "say which: geometry: COLUMN of a layer, --map geometry=COLUMN of candidates",
      ),
    });
  if (names.length === 0 && columns.some(({ typname }) => typname === "geography"))
    unusable({
      ...at,
      message: words(
        `${given} 只有 geography 列，其边为大地线，不能与图层叠加`,
        `${given} has only a geography, whose edges are geodesics, which isn't overlaid`,
      ),
      remedy: words(
        "改为 geometry 列（geom::geometry(MultiPolygon, 4490)）",
        "make it a geometry (geom::geometry(MultiPolygon, 4490))",
      ),
    });
  return names[0];
}

async function notThere(database: Database, { given, name }: TableName, at: Named): Promise<never> {
  const tables = (await database.rows(ALL_TABLES)).map(([table]) => String(table));
  const near = nearest(given, tables);
  const suggested = near.length > 0 ? near : tables.filter((table) => table.split(".").at(-1) === name);
  unusable({
    ...at,
    message: words(`数据库中没有表 ${given}`, `the database has no table ${given}`),
    remedy: meant(suggested, tables),
  });
}

function meant(near: readonly string[], tables: readonly string[]): Words {
  if (near.length > 0) return words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(", ")}?`);
  if (tables.length === 0)
    return words(
      "没有可见的、带几何列的表：核对数据库名和权限",
      "there is no table with a geometry to be seen: check the database's name and the rights",
    );
  const some = tables.slice(0, 20);
  return words(`有几何列的表：${some.join("、")}`, `tables with a geometry: ${some.join(", ")}`);
}
