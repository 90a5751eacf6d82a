import { cornerRows, csv } from "./corner-texts.ts";
import { gbkZip, geojson, kml, kmz, shapefile, xlsx, zip } from "./formats.ts";
import { DEGREES, type Numbers } from "./numbers.ts";
import { countyOf, sketchOf } from "./sketch.ts";
import { write, writeGbk, writeParts } from "./write.ts";

/** The layers of each county, in the formats that offices keep them in, spread over the five. */
export async function writeLayers(): Promise<void> {
  fangcheng();
  lingbao();
  linxia();
  pingquan();
  await kazuo();
}

function of(plan: string) {
  const { zone } = countyOf(plan).ground;
  const bare: Numbers = { kind: "plane", zone };
  const prefixed: Numbers = { kind: "prefixed", zone };
  return { ...sketchOf(plan), bare, prefixed, to: (name: string) => `layers/${plan}/虚构-${name}` };
}

/** Shapefiles in GBK: with .cpg and .prj, without either, in capitals, in a zip with names in GBK. */
function fangcheng(): void {
  const { to, bare, prefixed, ...sketch } = of("fangcheng");
  const gbk = { encoding: "gbk", cpg: true, prj: true } as const;
  writeParts(to("县界"), shapefile(sketch.county, { ...gbk, numbers: prefixed }));
  writeParts(to("控制线"), shapefile(sketch.controls, { ...gbk, cpg: false, numbers: bare }), true);
  write(to("耕地.geojson"), geojson(sketch.arable, DEGREES));
  write(to("规划分区.zip"), gbkZip("规划分区", shapefile(sketch.zones, { ...gbk, numbers: prefixed })));
  const plain = { ...gbk, cpg: false, prj: false };
  writeParts(to("采矿区块"), shapefile(sketch.mining, { ...plain, numbers: prefixed }));
  write(to("勘查区块.geojson"), geojson(sketch.exploration, DEGREES));
  writeParts(to("矿业权"), shapefile(sketch.rights, { ...plain, numbers: bare }));
}

/** GeoJSON in plane coordinates and in degrees, with the crs member and without; KML and KMZ. */
function lingbao(): void {
  const { to, bare, prefixed, ...sketch } = of("lingbao");
  write(to("县界.kml"), kml(sketch.county));
  write(to("控制线.geojson"), geojson(sketch.controls, prefixed));
  write(to("耕地.geojson"), geojson(sketch.arable, bare));
  write(to("规划分区.kmz"), kmz(sketch.zones));
  write(to("采矿区块.geojson"), geojson(sketch.mining, prefixed));
  write(to("勘查区块.geojson"), geojson(sketch.exploration, DEGREES));
  write(to("矿业权.geojson"), geojson(sketch.rights, DEGREES, false));
}

/** A shapefile in UTF-8, tables of corners, and one GeoJSON for all zones. */
function linxia(): void {
  const { to, prefixed, ...sketch } = of("linxia");
  write(to("县界.csv"), csv(cornerRows(sketch.county, { kind: "dms" })));
  const utf8 = { encoding: "utf-8", cpg: true, prj: true } as const;
  writeParts(to("控制线"), shapefile(sketch.controls, { ...utf8, numbers: DEGREES }));
  write(to("耕地.geojson"), geojson(sketch.arable, prefixed));
  write(to("规划分区.geojson"), geojson(sketch.zones, DEGREES));
  write(to("采矿区块.geojson"), geojson(sketch.mining, DEGREES));
  write(to("勘查区块.kml"), kml(sketch.exploration));
  writeGbk(to("矿业权.csv"), csv(cornerRows(sketch.rights, prefixed)));
}

/** A county across two zones: shapefiles in degrees. */
function pingquan(): void {
  const { to, bare, prefixed, ...sketch } = of("pingquan");
  const gbk = { encoding: "gbk", cpg: true, prj: true } as const;
  writeParts(to("县界"), shapefile(sketch.county, { ...gbk, numbers: DEGREES }));
  writeParts(to("控制线"), shapefile(sketch.controls, { ...gbk, numbers: DEGREES }));
  write(to("耕地.kml"), kml(sketch.arable));
  writeParts(to("规划分区"), shapefile(sketch.zones, { ...gbk, cpg: false, numbers: bare }));
  write(to("采矿区块.geojson"), geojson(sketch.mining, prefixed));
  write(to("勘查区块.geojson"), geojson(sketch.exploration, DEGREES));
  write(to("矿业权.geojson"), geojson(sketch.rights, prefixed));
}

/** Workbooks of corners, a zip in UTF-8, KML. */
async function kazuo(): Promise<void> {
  const { to, bare, prefixed, ...sketch } = of("kazuo");
  write(to("县界.csv"), csv(cornerRows(sketch.county, { kind: "ddd.mmss" })));
  const look = { encoding: "utf-8", cpg: true, prj: true, numbers: prefixed } as const;
  const parts = Object.entries(shapefile(sketch.controls, look));
  write(
    to("控制线.zip"),
    zip(Object.fromEntries(parts.map(([ending, bytes]) => [`控制线.${ending}`, bytes]))),
  );
  write(to("耕地.geojson"), geojson(sketch.arable, bare));
  write(to("规划分区.xlsx"), await xlsx("规划分区", cornerRows(sketch.zones, prefixed)));
  write(to("勘查区块.kml"), kml(sketch.exploration));
  write(to("矿业权.xlsx"), await xlsx("矿业权", cornerRows(sketch.rights, prefixed)));
}
