import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Unusable } from "../../../src/input/problem.ts";
import { encodingNamed } from "../../../src/input/spatial/encoding.ts";
import { openSpatial } from "../../../src/input/spatial/open.ts";
import { HOME } from "../../../src/plan/home.ts";
import { complaintOf, FILES, featuresOf, scratch } from "../../support/spatial.ts";

const { write } = scratch();

const GEOJSON = '{"type":"Polygon","coordinates":[[[113,33.2],[113.1,33.2],[113.1,33.3],[113,33.2]]]}';
const CSV = "点号,X,Y\n1,3680000,38407000\n2,3680000,38407800\n3,3679200,38407800\n";
const LAND = "[地块坐标]\n3,,,,面,@\nJ1,1,3680000,38407000\nJ2,1,3680000,38407800\nJ3,1,3679200,38407800\n";
const REGISTER = "XY001=1,3680000,38407000\nXY002=2,3680000,38407800\nXY003=3,3679200,38407800\n";
const KML =
  "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>113,33 114,33 114,34 113,33</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";

describe("the reader is chosen by name and content", () => {
  it.each([
    ["临夏-4522.geojson", "GeoJSON"],
    ["平泉-拐点-GBK.csv", "CSV"],
    ["喀左-经纬度.csv", "CSV"],
    ["方城-拐点.xlsx", "XLSX"],
    ["方城-国土-GBK.txt", "国土 TXT"],
    ["灵宝-报盘-GBK.txt", "矿业权报盘文本"],
    ["方城.kml", "KML"],
    ["方城.kmz", "KMZ"],
  ])("%s", async (name, format) => {
    expect((await openSpatial(join(FILES, name), {})).format).toBe(format);
  });

  it.each([
    ["a.json", GEOJSON, "GeoJSON"],
    ["a", GEOJSON, "GeoJSON"],
    ["a.txt", GEOJSON, "GeoJSON"],
    ["a.txt", CSV, "CSV"],
    ["A.CSV", CSV, "CSV"],
    ["a.dat", CSV, "CSV"],
    ["a.csv", LAND, "国土 TXT"],
    ["a", LAND.replace("[地块坐标]", "【地块坐标】"), "国土 TXT"],
    ["a.dat", REGISTER, "矿业权报盘文本"],
    ["a.xml", KML, "KML"],
    ["a.zip", zipSync({ "doc.kml": strToU8(KML) }), "KMZ"],
    ["a.kml", zipSync({ "doc.kml": strToU8(KML) }), "KMZ"],
  ])("%s", async (name, content, format) => {
    expect((await openSpatial(write(name, content), {})).format).toBe(format);
  });

  it.each([
    ["a.xyz", "虚构", "the format of this spatial file isn't known"],
    ["a.xml", "<gpx/>", "the format of this spatial file isn't known"],
    ["a.bin", Buffer.from([1, 2, 3, 0]), "the format of this spatial file isn't known"],
    ["empty.csv", "", "no columns of coordinates were found"],
    ["empty.geojson", "", ":1:1 a value is expected here"],
    ["broken.zip", "PK\u0003\u0004", "the archive is broken or incomplete"],
  ])("%s isn't", async (name, content, says) => {
    expect(await complaintOf(() => openSpatial(write(name, content), {}))).toBe(says);
  });

  it.each(["无.geojson", "无.csv", "无"])("a missing %s", async (name) => {
    expect(await complaintOf(() => openSpatial(join(FILES, name), {}))).toBe("no such file");
  });
});

describe("what isn't read is refused with the way to what is", () => {
  it.each([
    ["a.dwg", "AC1032", "AutoCAD DWG", "DXF"],
    ["wrong.csv", "AC1032\u0000", "AutoCAD DWG", "DXF"],
    ["a.dxf", "  0\r\nSECTION\r\n", "AutoCAD DXF", "QGIS"],
    ["wrong.txt", "  0\nSECTION\n", "AutoCAD DXF", "QGIS"],
    ["a.wp", "x", "MapGIS", "MapGIS"],
    ["a.WT", "x", "MapGIS", "MapGIS"],
    ["a.mpj", "x", "MapGIS", "MapGIS"],
    ["a.mdb", "x", "an Access database (MDB)", "QGIS"],
    ["a.gpkg", "SQLite format 3\0", "GeoPackage", "QGIS"],
    ["a.tab", "!table\n", "MapInfo TAB or MIF", "QGIS"],
    ["a.mif", "Version   300\nCharset", "MapInfo TAB or MIF", "QGIS"],
    ["a.rar", "Rar!", "a RAR archive", "unpack"],
    ["a.7z", "7z", "a 7z archive", "unpack"],
    ["a.jpg", "x", "an image", "corners"],
    ["wrong.pdf.csv", "%PDF-1.7", "a PDF", "corners"],
    ["a.doc", "x", "a Word document", "corners"],
    ["a.docx", zipSync({ "word/document.xml": strToU8("x") }), "a Word document", "corners"],
    ["a.xls", "x", "a table in .xls, .et or .ods", ".xlsx"],
    ["wrong.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "an old Office document", ".xlsx"],
  ])("%s", async (name, content, format, remedy) => {
    const error = await openSpatial(write(name, content), {}).catch((caught: unknown) => caught);
    const [problem] = error instanceof Unusable ? error.problems : [];
    expect(problem?.message.en).toBe(`this is ${format}, which can't be read`);
    expect(problem?.remedy?.en).toContain(remedy);
  });

  it.each(["矿区.gdb", "plain"])("a geodatabase in the folder %s", async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "folder-"));
    try {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "a00000001.gdbtable"), "x");
      expect(await complaintOf(() => openSpatial(join(folder, name), {}))).toBe(
        "this is a file geodatabase (GDB), which can't be read",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("standard input", () => {
  const PROGRAM = `import { openSpatial } from ${JSON.stringify(join(HOME, "src/input/spatial/open.ts"))};
openSpatial("-", {}).then(({ format }) => console.log(format), ({ problems: [problem] }) => console.log(problem.message.en));`;

  it.each([
    [GEOJSON, "GeoJSON"],
    [LAND, "国土 TXT"],
    [zipSync({ "doc.kml": strToU8(KML) }), "only text formats can come by standard input"],
  ])("%#", (input, says) => {
    const script = write("read.mts", PROGRAM);
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", script], {
      input,
      cwd: HOME,
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe(says);
  });
});

describe("the names of encodings", () => {
  it.each([
    ["GBK", "gb18030"],
    ["gb2312", "gb18030"],
    ["CP936", "gb18030"],
    ["ANSI 936", "gb18030"],
    ["936", "gb18030"],
    ["windows-936", "gb18030"],
    ["OEM 936", "gb18030"],
    ["UTF8", "utf-8"],
    ["utf-8", "utf-8"],
    ["65001", "utf-8"],
    ["cp65001", "utf-8"],
    ["Big5", "big5"],
    ["latin1", "windows-1252"],
    ["klingon", undefined],
    ["", undefined],
  ])("%s", (name, expected) => {
    expect(encodingNamed(name)).toBe(expected);
  });
});

describe("no content whatever throws anything but what is wrong with it", () => {
  const NAMES = ["a.geojson", "a.csv", "a.xlsx", "a.txt", "a.kml", "a.kmz", "a.zip", "a"];
  const reads = async (name: string, content: string | Uint8Array) => {
    await openSpatial(write(name, content), {})
      .then(featuresOf)
      .catch((error: unknown) => {
        if (!(error instanceof Unusable)) throw error;
      });
  };
  /** Broken copies of sound files: pieces cut out, repeated or replaced. */
  const damaged = fc
    .tuple(
      fc.constantFrom<string | Uint8Array>(
        GEOJSON,
        CSV,
        LAND,
        REGISTER,
        KML,
        zipSync({ "doc.kml": strToU8(KML) }),
      ),
      fc.nat(200),
      fc.nat(20),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([sound, at, length, inserted]) => {
      const bytes = Buffer.from(sound);
      return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)]);
    });
  const line = fc.array(
    fc.constantFrom(
      "1",
      "J1",
      ",",
      "，",
      "113°",
      "′",
      "经度",
      "X",
      "Y",
      "=",
      "XY001",
      "@",
      "[",
      "]",
      "地块坐标",
      "\n",
      "标高",
      "3680000.00",
      "-",
      " ",
      '"',
      "\t",
      "<",
      "{",
    ),
    { maxLength: 40 },
  );

  it.each([
    ["bytes", fc.uint8Array({ maxLength: 300 })],
    ["texts", fc.string({ unit: "binary", maxLength: 100 })],
    ["words of the formats", line.map((parts) => parts.join(""))],
    ["damaged files", damaged],
  ] as const)("%s", async (_name, content) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), content as fc.Arbitrary<string | Uint8Array>, reads),
      { numRuns: 120 },
    );
  });

  it.each([
    ["a.kml", `<kml>${"<Folder>".repeat(4000)}`],
    [
      "a.kml",
      `<kml><Placemark>${"<MultiGeometry>".repeat(4000)}<Polygon/>${"</MultiGeometry>".repeat(4000)}</Placemark></kml>`,
    ],
    ["a.geojson", `${'{"type":"GeometryCollection","geometries":['.repeat(4000)}${"]}".repeat(4000)}`],
    ["a.csv", `${"1,".repeat(50_000)}\n`],
  ])("%s nested or wide beyond reason", reads);
});
