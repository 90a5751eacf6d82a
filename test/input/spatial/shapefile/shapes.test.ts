import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { open } from "shapefile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShapefile, ringsRead } from "../../../support/read-spatial.ts";
import {
  type FeatureSpec,
  type ShapefileSpec,
  shapefileBytes,
  writeShapefile,
} from "../../../support/write-shapefile.ts";

let folder = "";
let base = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shapes-"));
  base = join(folder, "a");
});
afterAll(() => rmSync(folder, { recursive: true }));

type Corners = [x: number, y: number][];

/** A square by its centre and half its side, clockwise, closed. */
const square = (x: number, y: number, half: number): Corners => [
  [x - half, y - half],
  [x - half, y + half],
  [x + half, y + half],
  [x + half, y - half],
  [x - half, y - half],
];
const turned = (ring: Corners): Corners => [...ring].reverse();

describe("rings come as the file has them, whichever way round", () => {
  it.each<[string, Corners[]]>([
    ["a shell and a hole", [square(0, 0, 5), turned(square(0, 0, 2))]],
    ["both the other way round", [turned(square(0, 0, 5)), square(0, 0, 2)]],
    ["both clockwise", [square(0, 0, 5), square(0, 0, 2)]],
    ["the hole first", [turned(square(0, 0, 2)), square(0, 0, 5)]],
    [
      "shells and holes by turns",
      [square(0, 0, 5), turned(square(0, 0, 2)), square(20, 0, 5), turned(square(20, 0, 2))],
    ],
    [
      "an island in a hole with a hole of its own",
      [9, 7, 5, 3].map((half, depth) => (depth % 2 ? turned : (r: Corners) => r)(square(0, 0, half))),
    ],
    ["an open ring", [square(0, 0, 5).slice(0, -1)]],
    [
      "a bow-tie",
      [
        [
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 4],
          [0, 0],
        ],
      ],
    ],
    [
      "too few corners",
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    ],
    ["no rings", []],
  ])("%s", async (_, rings) => {
    for (const type of ["polygon", "polygonZ", "polygonM"] as const) {
      writeShapefile(base, { features: [{ rings }], type });
      const { features, source, notes } = await readShapefile(base);
      expect(features.map(ringsRead)).toEqual([rings.map((ring) => ring.flat())]);
      expect(features[0]?.shape?.roles).toBe("by-containment");
      expect(source.closing).toBe("required");
      expect(notes.includes("only x and y were taken")).toBe(type !== "polygon");
    }
  });

  it.each(["polygonZ", "polygonM"] as const)("%s with and without M values", async (type) => {
    const ring = square(0, 0, 1);
    const { shp } = shapefileBytes({ features: [{ rings: [ring] }], type });
    const values = Buffer.alloc(16 + 8 * ring.length);
    const other =
      type === "polygonZ" ? Buffer.concat([shp, values]) : Buffer.from(shp.subarray(0, -values.length));
    other.writeInt32BE(other.length / 2, 24);
    other.writeInt32BE((other.length - 108) / 2, 104);
    for (const bytes of [shp, other]) {
      for (const ending of ["shx", "dbf"]) rmSync(`${base}.${ending}`, { force: true });
      writeFileSync(`${base}.shp`, bytes);
      expect((await readShapefile(base)).features.map(ringsRead)).toEqual([[ring.flat()]]);
    }
  });

  it("a null shape is a feature without geometry, among others", async () => {
    writeShapefile(base, { features: [{ rings: [square(0, 0, 1)] }, {}, { rings: [square(3, 0, 1)] }] });
    const { features } = await readShapefile(base);
    expect(features.map(({ place, shape }) => [place.zh, shape !== undefined])).toEqual([
      ["第 1 条记录", true],
      ["第 2 条记录", false],
      ["第 3 条记录", true],
    ]);
  });

  it("a shape larger than what is read at a time", async () => {
    const large = Array.from({ length: 40_000 }, (_, at): [number, number] => [Math.cos(at), Math.sin(at)]);
    const rings = [[square(0, 0, 1)], [large, square(9, 9, 1)], [square(3, 0, 1)]];
    writeShapefile(base, { features: rings.map((one) => ({ rings: one })) });
    const { features } = await readShapefile(base);
    expect(features.map(ringsRead)).toEqual(rings.map((one) => one.map((ring) => ring.flat())));
  });

  it("a layer without features is read as such", async () => {
    writeShapefile(base, { features: [] });
    expect((await readShapefile(base)).features).toEqual([]);
  });
});

describe("with a box given", () => {
  const features = [0, 10, 20, 30].map((x) => ({ rings: [square(x, 0, 1)], attributes: { name: `${x}` } }));
  it.each<[string, [number, number, number, number], string[]]>([
    ["one inside", [9.5, -0.5, 10.5, 0.5], ["10"]],
    ["two that it touches", [11, -9, 19, 9], ["10", "20"]],
    ["none between", [11.1, -9, 18.9, 9], []],
    ["none above", [-99, 1.1, 99, 2], []],
    ["all", [-99, -99, 99, 99], ["0", "10", "20", "30"]],
  ])("%s", async (_, [minX, minY, maxX, maxY], names) => {
    writeShapefile(base, { features: [{}, ...features] });
    const read = await readShapefile(base, {}, { minX, minY, maxX, maxY });
    // The first has no shape: it may lie anywhere, so it is always there.
    const [unplaced, ...placed] = read.features;
    expect(unplaced?.shape).toBeUndefined();
    expect(placed.map(({ attributes }) => attributes["name"])).toEqual(names);
    for (const { place, shape } of placed) {
      expect(place.en).toBe(`record ${features.findIndex((one) => one.attributes.name === names[0]) + 2}`);
      expect(shape).toBeDefined();
      names = names.slice(1);
    }
  });
});

const RING = fc
  .array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })), {
    minLength: 3,
    maxLength: 12,
  })
  .map((corners): Corners => [...corners, corners[0] as [number, number]]);
const FEATURES = fc.array(
  fc.record({
    rings: fc.option(fc.array(RING, { minLength: 1, maxLength: 4 }), { nil: undefined }),
    attributes: fc.record({ name: fc.constantFrom("某矿", "abc", "", "生态保护红线") }),
  }),
  { maxLength: 6 },
);

const asSpec = (
  features: readonly { rings: Corners[] | undefined; attributes: { name: string } }[],
): FeatureSpec[] =>
  features.map(({ rings, attributes }) => ({ attributes, ...(rings === undefined ? {} : { rings }) }));

describe("sound files are read as others read them", () => {
  it("as they were written", async () => {
    await fc.assert(
      fc.asyncProperty(FEATURES, fc.constantFrom("gbk", "utf-8"), async (features, encoding) => {
        writeShapefile(base, { features: asSpec(features), encoding });
        const read = await readShapefile(base);
        expect(read.features.map(ringsRead)).toEqual(
          features.map(({ rings = [] }) => rings.map((ring) => ring.flat())),
        );
        expect(read.features.map(({ attributes }) => attributes["name"] ?? "")).toEqual(
          features.map(({ attributes }) => attributes.name),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("as the shapefile package reads them, which sorts rings", async () => {
    await fc.assert(
      fc.asyncProperty(FEATURES, async (features) => {
        writeShapefile(base, { features: asSpec(features), encoding: "gbk" });
        const ours = await readShapefile(base);
        const source = await open(`${base}.shp`, `${base}.dbf`, { encoding: "gbk" });
        const theirs: { rings: string[]; name: unknown }[] = [];
        for (let next = await source.read(); !next.done; next = await source.read()) {
          const { geometry, properties } = next.value;
          theirs.push({ rings: ringsOfGeometry(geometry).sort(), name: properties?.["name"] });
        }
        expect(
          ours.features.map((feature) => ({
            rings: ringsRead(feature).map(String).sort(),
            name: feature.attributes["name"],
          })),
        ).toEqual(theirs);
      }),
      { numRuns: 60 },
    );
  });
});

/** Rings of a GeoJSON geometry, each as a text of its numbers. */
function ringsOfGeometry(geometry: unknown): string[] {
  const { type, coordinates } = (geometry ?? { type: "none", coordinates: [] }) as {
    type: string;
    coordinates: number[][][] | number[][][][];
  };
  const rings = type === "MultiPolygon" ? coordinates.flat() : coordinates;
  return (rings as number[][][]).map((ring) => ring.map(([x, y]) => [x, y]).join());
}

const HAS_GDAL = spawnSync("ogr2ogr", ["--version"]).status === 0;

describe.skipIf(!HAS_GDAL)("GDAL", () => {
  /** What GDAL makes of the file, its table in `encoding`. */
  function gdal(encoding: string): { geometry: unknown; properties: Record<string, unknown> }[] {
    const args = [
      "-f",
      "GeoJSON",
      "/vsistdout/",
      `${base}.shp`,
      "-oo",
      `ENCODING=${encoding}`,
      "-lco",
      "COORDINATE_PRECISION=15",
    ];
    const text = execFileSync("ogr2ogr", args, {
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return (JSON.parse(text) as { features: ReturnType<typeof gdal> }).features;
  }

  /** GDAL turns rings and sets them in order; what is left to compare are the corners that they run through. */
  const corners = (ring: string): string => {
    const numbers = ring.split(",");
    return Array.from({ length: numbers.length / 2 }, (_, at) => `${numbers[2 * at]} ${numbers[2 * at + 1]}`)
      .sort()
      .join();
  };

  /** GDAL writes dates with slashes, and leaves out values that there aren't. */
  const given = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === "string" ? value.replaceAll("/", "-") : value]);

  it.each<["gbk" | "utf-8", ShapefileSpec["type"]]>([
    ["gbk", "polygon"],
    ["utf-8", "polygonZ"],
    ["gbk", "polygonM"],
  ])("reads the same from %s, %s", async (encoding, type = "polygon") => {
    writeShapefile(base, {
      encoding,
      type,
      fields: [
        { name: "名称", type: "C", length: 30 },
        { name: "面积", type: "N", length: 18, decimals: 4 },
        { name: "日期", type: "D", length: 8 },
        { name: "空", type: "D", length: 8 },
      ],
      features: [
        {
          rings: [square(0, 0, 5), turned(square(0, 0, 2))],
          attributes: { 名称: "某县生态保护红线", 面积: 1.25, 日期: "20210501" },
        },
        {
          rings: [square(0.1, 36.123456789012, 1e-3), square(30, 0, 3)],
          attributes: { 名称: "㙍矿", 面积: -7 },
        },
        { attributes: { 名称: "无图形" }, deleted: false },
        { rings: [square(9, 9, 1)], attributes: { 名称: "删" }, deleted: true },
      ],
    });
    const theirs = gdal(encoding === "gbk" ? "GB18030" : "UTF-8");
    const ours = await readShapefile(base);
    expect(ours.features.map(({ attributes }) => given(attributes))).toEqual(
      theirs.map(({ properties }) => given(properties)),
    );
    expect(ours.features.map((feature) => ringsRead(feature).map(String).map(corners).sort())).toEqual(
      theirs.map(({ geometry }) => ringsOfGeometry(geometry).map(corners).sort()),
    );
  });
});
