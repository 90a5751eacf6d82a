import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import iconv from "iconv-lite";
import writeExcel from "write-excel-file/node";
import { shapefileBytes } from "../../support/write-shapefile.ts";
import { type Drawn, nameOf } from "./ground.ts";
import { closedRings, DEGREES, type Numbers } from "./numbers.ts";

/** Archives carry a date for each file; this one makes them the same whenever they are written. */
const DATE = new Date(2024, 0, 1);

export interface ShapefileLook {
  readonly numbers: Numbers;
  readonly encoding: "gbk" | "utf-8";
  readonly cpg: boolean;
  readonly prj: boolean;
}

/** The parts of a shapefile by their endings; every column is text of 80 bytes. */
export function shapefile(
  drawn: readonly Drawn[],
  { numbers, encoding, cpg, prj }: ShapefileLook,
): Readonly<Record<string, Uint8Array>> {
  const names = [...new Set(drawn.flatMap(({ attributes }) => Object.keys(attributes)))];
  const bytes = shapefileBytes({
    features: drawn.map((one) => ({
      rings: closedRings(one, numbers, "shells-clockwise"),
      attributes: one.attributes,
    })),
    fields: names.map((name) => ({ name, type: "C", length: 100 })),
    encoding,
    cpg: cpg ? (encoding === "gbk" ? "GBK" : "UTF-8") : null,
    ...(prj ? { prj: wkt(numbers) } : {}),
  });
  return { ...bytes };
}

/** ESRI WKT, as ArcGIS writes it into a .prj. */
export function wkt(numbers: Numbers): string {
  const geographic =
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
    'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
  if (numbers.kind === "degrees") return geographic;
  const { zone, kind } = numbers;
  const name =
    kind === "prefixed" ? `CGCS2000_3_Degree_GK_Zone_${zone}` : `CGCS2000_3_Degree_GK_CM_${3 * zone}E`;
  const easting = (kind === "prefixed" ? zone * 1_000_000 : 0) + 500_000;
  return (
    `PROJCS["${name}",${geographic},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],` +
    `PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${3 * zone}.0],PARAMETER["Scale_Factor",1.0],` +
    'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
  );
}

/** EPSG codes: 4490, and the 3° zones from 4513 (zone 25) or, without the number, 4534. */
function epsg(numbers: Numbers): number {
  if (numbers.kind === "degrees") return 4490;
  return (numbers.kind === "prefixed" ? 4513 : 4534) + numbers.zone - 25;
}

/** A collection with a crs member, as GDAL writes it; without one where the format's own WGS 84 is meant. */
export function geojson(drawn: readonly Drawn[], numbers: Numbers, hasCrs = true): string {
  const crs = { type: "name", properties: { name: `urn:ogc:def:crs:EPSG::${epsg(numbers)}` } };
  const features = drawn.map((one) => ({
    type: "Feature",
    properties: one.attributes,
    geometry: { type: "Polygon", coordinates: closedRings(one, numbers, "shells-counterclockwise") },
  }));
  const head = { type: "FeatureCollection", ...(hasCrs ? { crs } : {}) };
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines}\n]}\n`;
}

export function kml(drawn: readonly Drawn[]): string {
  const placemarks = drawn.map((one) => {
    const data = Object.entries(one.attributes).map(
      ([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`,
    );
    const rings = closedRings(one, DEGREES, "shells-counterclockwise").map((ring, index) => {
      const side = index === 0 ? "outerBoundaryIs" : "innerBoundaryIs";
      const corners = ring.map(([x, y]) => `${x},${y},0`).join(" ");
      return `<${side}><LinearRing><coordinates>${corners}</coordinates></LinearRing></${side}>`;
    });
    return `<Placemark><name>${nameOf(one)}</name><ExtendedData>${data.join("")}</ExtendedData>\n<Polygon>${rings.join("")}</Polygon></Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${placemarks.join("\n")}\n</Document></kml>\n`;
}

export function kmz(drawn: readonly Drawn[]): Uint8Array {
  return zip({ "doc.kml": strToU8(kml(drawn)) });
}

export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files as Zippable, { mtime: DATE, level: 9 });
}

/**
 * A zip with names in GBK and no mark that says so, as Chinese Windows packs them. The library writes
 * UTF-8 only, so each name is written as letters first.
 */
export function gbkZip(base: string, parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const name = iconv.encode(base, "gbk");
  const letters = "Q".repeat(name.length);
  const named = Object.entries(parts).map(([ending, bytes]) => [`${letters}.${ending}`, bytes] as const);
  const bytes = Buffer.from(zip(Object.fromEntries(named)));
  for (let at = bytes.indexOf(letters); at >= 0; at = bytes.indexOf(letters, at)) name.copy(bytes, at);
  return bytes;
}

/** A workbook with one sheet. */
export async function xlsx(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const data = rows.map((cells) => cells.map((value) => ({ value, type: String })));
  const bytes = await writeExcel(data, { sheet }).toBuffer();
  return zip(unzipSync(bytes));
}
