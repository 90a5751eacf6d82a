import { readFileSync, writeFileSync } from "node:fs";
import type { Cluster } from "./cluster.ts";

type Place = readonly number[];
/** A GeoJSON geometry of polygons, in any CRS. */
export type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Place[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Place[])[])[] };

export interface Feature {
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry: Geometry | null;
}

/** The same features as a table with a key, texts and a spatial index; `gid` counts them from 1. */
export function fillTable(cluster: Cluster, table: string, features: readonly Feature[], srid = 4490): void {
  const columns = Object.keys(features[0]?.properties ?? {}).map((name) => `"${name}"`);
  const rows = features.map(({ properties, geometry }) =>
    [
      ...Object.values(properties).map((value) => (value === null ? "\\N" : String(value))),
      ewkt(geometry, srid),
    ].join("\t"),
  );
  cluster.sql(`CREATE TABLE ${table} (gid serial PRIMARY KEY, ${columns.map((name) => `${name} text`).join(", ")}, geom geometry(Geometry, ${srid}));
COPY ${table} (${[...columns, "geom"].join(", ")}) FROM STDIN;
${rows.join("\n")}
\\.
CREATE INDEX ON ${table} USING gist (geom);
ANALYZE ${table};`);
}

/** The same features as a GeoJSON file. */
export function writeFeatures(file: string, features: readonly Feature[]): void {
  const all = features.map((one) => ({ type: "Feature", ...one }));
  writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features: all }));
}

/** The features of a GeoJSON file. */
export function readFeatures(file: string): readonly Feature[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { features: readonly Feature[] }).features;
}

function ewkt(geometry: Geometry | null, srid: number): string {
  if (geometry === null) return "\\N";
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const text = polygons.map(
    (rings) => `(${rings.map((ring) => `(${ring.map((at) => at.join(" ")).join(",")})`).join(",")})`,
  );
  return geometry.type === "Polygon"
    ? `SRID=${srid};POLYGON${text}`
    : `SRID=${srid};MULTIPOLYGON(${text.join(",")})`;
}
