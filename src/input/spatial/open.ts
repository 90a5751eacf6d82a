import { existsSync, readdirSync, statSync } from "node:fs";
import { words } from "../../model/words.ts";
import { unusable } from "../problem.ts";
import { MOST_BYTES, sizeOf } from "../text.ts";
import { bytesOf, headOf } from "./bytes.ts";
import { markedEncoding } from "./encoding.ts";
import { hasNoLayers } from "./no-such-layer.ts";
import { refuseFormat } from "./refused.ts";
import type { SourceOptions, SpatialSource } from "./source.ts";
import type { RowHeading } from "./table/attribute-rows.ts";

type Format = "shapefile" | "geojson" | "table" | "land-text" | "register-text" | "kml";

/** Formats of which a file is one layer, whatever it holds. */
const FLAT: Readonly<Partial<Record<Format, string>>> = {
  geojson: "GeoJSON",
  "land-text": "国土 TXT",
  "register-text": "报盘",
};

/** Enough to know a format by; survey texts may begin with a section of the project's own. */
const HEAD_BYTES = 64 * 1024;

const FORMATS = words(
  "可读取 shapefile（.shp、文件夹或 .zip）、GeoJSON、拐点表（.csv、.xlsx）、国土 TXT、报盘文本、KML/KMZ",
  "shapefiles (.shp, a folder or .zip), GeoJSON, tables of corners (.csv, .xlsx), land-survey and registration text, KML and KMZ are read",
);

/**
 * Opens a spatial file (空间文件) of any format, known by its name and its content; `-` is standard input,
 * of text formats only. Only the reader that is needed is loaded. Throws {@link Unusable}.
 */
export async function openSpatial(file: string, options: SourceOptions): Promise<SpatialSource> {
  const format = await formatOf(file);
  const flat = FLAT[format];
  if (flat !== undefined && options.layer !== undefined) hasNoLayers(file, flat);
  switch (format) {
    case "shapefile":
      return (await import("./shapefile/shapefile.ts")).openShapefile(file, options);
    case "geojson":
      return (await import("./geojson/geojson.ts")).openGeoJson(file, options);
    case "table":
      return (await import("./table/table.ts")).openTable(file, options);
    case "land-text":
      return (await import("./land-text/land-text.ts")).openLandText(file, options);
    case "register-text":
      return (await import("./register-text/register-text.ts")).openRegisterText(file, options);
    case "kml":
      return (await import("./kml/kml.ts")).openKml(file, options);
  }
}

/**
 * Opens a file for its records, whether they have shapes or not: of a table without coordinates each row
 * is one. Throws {@link Unusable}.
 */
export async function openRecords(
  file: string,
  options: SourceOptions,
  heading: RowHeading,
): Promise<SpatialSource> {
  if ((await formatOf(file)) !== "table") return openSpatial(file, options);
  const { openAttributeRows } = await import("./table/attribute-rows.ts");
  return (await openAttributeRows(file, options, heading)) ?? openSpatial(file, options);
}

async function formatOf(file: string): Promise<Format> {
  const stat = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
  if (file !== "-" && stat === undefined) return baseNameOf(file);
  if (stat?.isDirectory()) return folderOf(file);
  const head = headOf(file, HEAD_BYTES);
  refuseFormat(file, head);
  const begin = head.toString("latin1");
  if (begin.startsWith("PK")) return archiveOf(file);
  if (isShapefilePart(file) || begin.startsWith("\0\0\x27\x0a")) return fileOnly(file, "shapefile");
  return textFormatOf(file, head) ?? unknownFormat(file);
}

/** A name without its ending stands for a shapefile's parts. */
function baseNameOf(file: string): Format {
  if ([".shp", ".SHP", ".Shp"].some((ending) => existsSync(file + ending))) return "shapefile";
  refuseFormat(file, Buffer.alloc(0));
  if (isShapefilePart(file)) return "shapefile";
  sizeOf(file);
  return unknownFormat(file);
}

function folderOf(file: string): Format {
  const names = readdirSync(file);
  refuseFormat(names.some((name) => /\.gdbtable$/i.test(name)) ? `${file}.gdb` : file, Buffer.alloc(0));
  return "shapefile";
}

function isShapefilePart(file: string): boolean {
  return /\.(?:shp|shx|dbf|prj|cpg)$/i.test(file);
}

async function archiveOf(file: string): Promise<Format> {
  // Nothing but shapefiles comes in so large an archive.
  if (file !== "-" && sizeOf(file) > MOST_BYTES) return "shapefile";
  const { entriesOf } = await import("./kml/archive.ts");
  const names = entriesOf(bytesOf(file), file);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\//)) return fileOnly(file, "table");
  if (has(/^word\//)) refuseFormat("a.docx", Buffer.alloc(0));
  if (has(/\.gdbtable$/i)) refuseFormat("a.gdb", Buffer.alloc(0));
  if (has(/\.shp$/i)) return fileOnly(file, "shapefile");
  return fileOnly(file, has(/\.kml$/i) ? "kml" : "shapefile");
}

/** Formats that aren't text can't come by standard input. */
function fileOnly(file: string, format: Format): Format {
  if (file !== "-") return format;
  return unusable({
    file,
    message: words("标准输入只能是文本格式", "only text formats can come by standard input"),
    remedy: words(
      "给出文件路径；标准输入可用 GeoJSON、CSV、TXT、KML",
      "give the file's path; GeoJSON, CSV, TXT and KML can come by standard input",
    ),
  });
}

/** Survey texts are known by their sections, whatever they are encoded in; the rest by sign and name. */
function textFormatOf(file: string, head: Buffer): Format | undefined {
  const marked = markedEncoding(head);
  const readings = (marked ? [marked] : ["utf-8", "gb18030"]).map((name) =>
    new TextDecoder(name).decode(head),
  );
  const [text = ""] = readings;
  const start = text.trimStart();
  const says = (pattern: RegExp) => readings.some((text) => pattern.test(text));
  if (says(/^\s*[[［【]\s*(?:地块坐标|属性描述)\s*[\]］】]/m)) return "land-text";
  if (/^\s*XY\s*\d+\s*=/im.test(text) || says(/\[登记项目\]/)) return "register-text";
  if (/^[{[]/.test(start) || /\.(?:geo)?json$/i.test(file)) return "geojson";
  if (/<(?:\w+:)?kml[\s>]/i.test(start) || /\.km[lz]$/i.test(file)) return "kml";
  if (start.startsWith("<")) return undefined;
  if (/\.(?:csv|tsv|txt|xlsx)$/i.test(file) || file === "-") return "table";
  return /\d/.test(text) && !text.includes("\0") ? "table" : undefined;
}

function unknownFormat(file: string): never {
  unusable({
    file,
    message: words("不认识的空间文件格式", "the format of this spatial file isn't known"),
    remedy: FORMATS,
  });
}
