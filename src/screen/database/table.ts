import { quoted } from "./statement.ts";
import type { TableName } from "./table-name.ts";

export interface Column {
  readonly name: string;
  /** As the catalogue calls it: `integer`, `character varying`. */
  readonly type: string;
}

/** By what a row is found again: a column of its own, or where it is stored. */
export type Key = Column | "ctid";

/** A table or view that can be read (表), as the database's catalogue has it. */
export interface Table {
  readonly named: TableName;
  readonly schema: string;
  readonly name: string;
  /** What can be read as text: all but geometries and binary data. */
  readonly columns: readonly Column[];
  /** Absent: a view, whose rows have no name. */
  readonly key?: Key;
  /** The column of geometries; absent: a table of attributes. */
  readonly geometry?: string;
  readonly srid: number;
}

/** `"gis"."redline"`. */
export function relation({ schema, name }: Table): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

/** The geometry of a row, without heights. */
export function geometryOf({ geometry }: Table, alias: string): string {
  return geometry === undefined ? "NULL::geometry" : `ST_Force2D(${alias}.${quoted(geometry)})`;
}

/** The key of a row as text; NULL where it has none. */
export function keyText(table: Table, alias: string): string {
  return table.key === undefined ? "NULL::text" : `${keyColumn(table.key, alias)}::text`;
}

/** What rows are ordered by, so that they come as they are numbered or stored. */
export function keyColumn(key: Key, alias: string): string {
  return key === "ctid" ? `${alias}.ctid` : `${alias}.${quoted(key.name)}`;
}

/** The type of the key. */
export function keyType(key: Key): string {
  return key === "ctid" ? "tid" : key.type;
}

/** Some columns of a row as an array of texts. */
export function textsOf(columns: readonly string[], alias: string): string {
  return `ARRAY[${columns.map((name) => `${alias}.${quoted(name)}::text`).join(", ")}]::text[]`;
}
