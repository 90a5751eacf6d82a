import * as z from "zod";
import { text } from "./schema.ts";

/** The fields by which an input names a spatial file: its path from the file that names it. */
export const spatialFile = {
  file: text.describe("空间数据文件 · a spatial file"),
  crs: z
    .union([text, z.int().transform(String)])
    .optional()
    .describe("坐标系 · EPSG code or zone, where the file doesn't say it"),
  encoding: text.optional().describe("属性表编码 · encoding of the attributes"),
  layer: text.optional().describe("图层名 · which layer, where the file holds several"),
};

/** A GeoJSON geometry in place, or the file that holds it. */
export const geometryField = z.union([z.strictObject(spatialFile), z.looseObject({ type: text })]);
export type GeometryField = z.output<typeof geometryField>;

/** Whether a geometry is in a file of its own. */
export function isInFile(geometry: GeometryField | SpatialTable): geometry is SpatialFile {
  return "file" in geometry && typeof geometry.file === "string" && !("coordinates" in geometry);
}

/** A table of a spatial database (数据库的表), which only `screen --postgis` reads. */
export interface SpatialTable {
  /** `table` or `schema.table`. */
  readonly table: string;
  /** Its column of geometries; absent: the only one it has. */
  readonly geometry?: string | undefined;
}

export function isInTable(data: GeometryField | SpatialTable): data is SpatialTable {
  return "table" in data && !("type" in data) && !("file" in data);
}

/** A spatial file and what is said of it (空间数据文件). */
export interface SpatialFile {
  readonly file: string;
  readonly crs?: string | undefined;
  readonly encoding?: string | undefined;
  readonly layer?: string | undefined;
}
