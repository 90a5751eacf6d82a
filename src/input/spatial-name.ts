import { statSync } from "node:fs";

/**
 * Whether a file is a spatial one by its name; a folder may be a shapefile's. Also endings that are refused
 * with the conversion to use, so that a drawing isn't called bad JSON.
 */
export function isSpatial(file: string): boolean {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending !== undefined && ENDINGS.has(ending)) return true;
  return file !== "-" && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

const ENDINGS = new Set(
  (
    "shp shx dbf prj cpg zip geojson csv tsv xlsx xls txt kml kmz gpkg dwg dxf mdb accdb gdb wt wl wp mpj tab mif " +
    "rar 7z pdf doc docx jpg jpeg png tif tiff"
  ).split(" "),
);
