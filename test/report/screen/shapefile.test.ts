import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { read } from "shapefile";
import { describe, expect, it } from "vitest";
import { Unusable } from "../../../src/input/problem.ts";
import type { LonLatPolygons } from "../../../src/model/measured-site.ts";
import type { Row } from "../../../src/model/screen-row.ts";
import { COLUMNS } from "../../../src/report/screen/columns.ts";
import { SHAPEFILE_SIDES, ShapefileRows } from "../../../src/report/screen/shapefile.ts";
import { type PatchableSink, ShapefileOutlet } from "../../../src/screen/shapefile-outlet.ts";
import { inScratch } from "../../support/scratch.ts";
import { HOSTILE, row, square } from "../../support/screen-rows.ts";

inScratch();

class Bytes implements PatchableSink {
  file = "out.shp";
  bytes = Buffer.alloc(0);
  write(piece: string | Uint8Array): void {
    this.bytes = Buffer.concat([this.bytes, Buffer.from(piece as string)]);
  }
  patch(bytes: Uint8Array): void {
    this.bytes.set(bytes, 0);
  }
  commit(): void {}
  abandon(): void {}
}

const PARTS = ["shp", "shx", "dbf", "prj", "cpg"] as const;
type Parts = Record<(typeof PARTS)[number], Bytes>;

async function written(rows: readonly Row[], most?: number): Promise<Parts> {
  const parts = Object.fromEntries(PARTS.map((name) => [name, new Bytes()])) as Parts;
  const sinks = { parts, commit: () => {}, abandon: () => {} };
  const outlet = new ShapefileOutlet(sinks, new ShapefileRows(COLUMNS, "zh"), most);
  for (const one of rows) await outlet.add(one);
  await outlet.end();
  return parts;
}

async function readBack({ shp, dbf }: Parts) {
  const { features } = await read(shp.bytes, dbf.bytes, { encoding: "utf-8" });
  return features;
}

const hole = (x: number, y: number, side: number) => [...square(x, y, side)].reverse();
/** A square with two holes, one with none, and one that is written the wrong way round. */
const OUTLINE: LonLatPolygons = [
  [square(113, 33, 1), hole(113.25, 33.25, 0.125), hole(113.5, 33.5, 0.25)],
  [square(115, 33, 1)],
  [hole(117, 33, 1), square(117.25, 33.25, 0.5)],
];

/** The ground that rings enclose: shells less holes. */
function areaOf(polygons: LonLatPolygons | number[][][][]): number {
  const area = (ring: LonLatPolygons[number][number] | number[][]) =>
    Math.abs(
      ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
        const [x0 = 0, y0 = 0] = ring[at] ?? [];
        return sum + x0 * y - x * y0;
      }, 0) / 2,
    );
  return polygons.reduce(
    (sum, [shell = [], ...holes]) => sum + area(shell) - holes.reduce((s, one) => s + area(one), 0),
    0,
  );
}

describe("a shapefile of results", () => {
  it("has a shape for each candidate, and none for one without a boundary", async () => {
    const rows = [
      row({ outline: OUTLINE }),
      row({ number: 2, verdict: "unusable" }),
      row({ number: 3, outline: [[square(110, 30, 1)]] }),
    ];
    const features = await readBack(await written(rows));
    expect(features.map(({ geometry }) => (geometry as { type: string } | null)?.type ?? null)).toEqual([
      "MultiPolygon",
      null,
      "Polygon",
    ]);
    const { coordinates } = (features[0]?.geometry ?? { coordinates: [] }) as { coordinates: number[][][][] };
    expect(coordinates.map((rings) => rings.length)).toEqual([3, 1, 2]);
    expect(areaOf(coordinates)).toBeCloseTo(areaOf(OUTLINE), 9);
    expect(areaOf(OUTLINE)).toBeCloseTo(3 - 0.125 ** 2 - 0.25 ** 2 - 0.5 ** 2, 9);
    expect(features.map(({ properties }) => properties?.["verdict"])).toEqual(["pass", "unusable", "pass"]);
  });

  it("has every column, numbers as numbers, ids as text, what is absent as null", async () => {
    const { areaKm2: _, line: _line, ...without } = row({ number: 2, margins: [] });
    const [full, bare] = (await readBack(await written([row(), without]))).map(
      ({ properties }) => properties,
    );
    expect(Object.keys(full ?? {})).toEqual(COLUMNS.map(({ field }) => field.name));
    expect(full).toMatchObject({
      number: 1,
      id: "007",
      message: "达到最低规模。",
      margin: 150000.5,
      mshare: 0.25,
      areakm2: 1.23,
    });
    expect(bare).toMatchObject({ number: 2, margin: null, unit: null, areakm2: null, line: null });
  });

  it("names its columns within ten letters, each once", () => {
    const names = COLUMNS.map(({ field }) => field.name);
    expect(names.filter((name) => !/^[a-z0-9_]{1,10}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(COLUMNS.filter(({ field }) => field.length > 254)).toEqual([]);
  });

  it.each(HOSTILE)("holds %s", async (_name, id) => {
    const [feature] = await readBack(await written([row({ id })]));
    const shown = id.replace(/[^\t\n\r\P{Cc}]|\p{Cs}/gu, "\ufffd").replace(/\s+/g, " ");
    expect(feature?.properties?.["id"]).toBe(shown);
  });

  it.each([
    ["80 bytes fit", "é".repeat(40), "é".repeat(40)],
    ["81 don't", `a${"é".repeat(40)}`, `a${"é".repeat(38)}…`],
    ["no sign is cut in half", "矿".repeat(27), `${"矿".repeat(25)}…`],
    ["one of four bytes neither", `ab${"🪨".repeat(20)}`, `ab${"🪨".repeat(18)}…`],
  ])("cuts a text to its column, and shows that: %s", async (_name, id, shown) => {
    const [feature] = await readBack(await written([row({ id })]));
    expect(feature?.properties?.["id"]).toBe(shown);
  });

  it("writes a number that is too long by its power of ten", async () => {
    const [first] = row().margins;
    const margins = first === undefined ? [] : [{ ...first, left: `-${"9".repeat(30)}` }];
    const [feature] = await readBack(await written([row({ margins })]));
    expect(feature?.properties?.["margin"]).toBe(-1e30);
  });

  it("can't be larger than programs read, which is said", async () => {
    const rows = [row(), row({ number: 2 })];
    const { dbf } = await written(rows);
    await expect(written(rows, dbf.bytes.length)).resolves.toBeDefined();
    const refused = await written(rows, dbf.bytes.length - 1).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unusable);
    expect((refused as Unusable).problems[0]?.message.en).toContain("too many for the size");
  });

  const HAS_GDAL = spawnSync("ogrinfo", ["--version"]).status === 0;

  it.runIf(HAS_GDAL).each([
    ["no row", []],
    ["a boundary with parts and holes", [row({ outline: OUTLINE }), row({ number: 2 })]],
  ])("is read by GDAL as well: %s", async (_name, rows: readonly Row[]) => {
    const parts = await written(rows);
    for (const name of PARTS) writeFileSync(`out.${name}`, parts[name].bytes);
    const gdal = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync("ogrinfo", ["-al", ...args, "out.shp"], {
        encoding: "utf8",
      });
      expect([status, stderr]).toEqual([0, ""]);
      return stdout;
    };
    const told = gdal("-so");
    expect(told).toContain(`Feature Count: ${rows.length}`);
    expect(told).toContain('ID["EPSG",4490]');
    if (rows.length === 0) return;
    expect(told).toContain("Extent: (113.000000, 33.000000) - (118.000000, 34.000000)");
    const json = execFileSync("ogr2ogr", ["-f", "GeoJSON", "/vsistdout/", "out.shp"], { encoding: "utf8" });
    const { features } = JSON.parse(json) as {
      features: { geometry: { coordinates: number[][][][] } | null; properties: Record<string, unknown> }[];
    };
    expect(areaOf(features[0]?.geometry?.coordinates ?? [])).toBeCloseTo(areaOf(OUTLINE), 9);
    expect(features[0]?.properties).toMatchObject({ id: "007", message: "达到最低规模。", margin: 150000.5 });
    expect(features[1]?.geometry).toBeNull();
  });

  it("says that it is in degrees of CGCS2000, and its table in UTF-8", async () => {
    const { prj, cpg } = await written([]);
    expect(prj.bytes.toString()).toBe(SHAPEFILE_SIDES.prj);
    expect(cpg.bytes.toString()).toBe("UTF-8");
  });
});
