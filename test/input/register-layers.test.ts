import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EVERYWHERE } from "../../src/geometry/shape/shape.ts";
import type { Layer } from "../../src/geometry/site/layer.ts";
import { Unusable } from "../../src/input/problem.ts";
import { readRegister } from "../../src/input/register.ts";
import { registerLayers } from "../../src/input/spatial/register-layers.ts";
import { inScratch } from "../support/scratch.ts";
import { writeShapefile } from "../support/write-shapefile.ts";

inScratch();

/** Where the site lies, in degrees. */
const HERE = { minX: 113, minY: 33, maxX: 113.01, maxY: 33.01 };

type Corners = readonly (readonly [number, number])[];
const square = (x: number, y: number, size = 0.01): Corners => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const polygon = (ring: Corners) => ({ type: "Polygon", coordinates: [ring] });
/** Crosses itself in the middle. */
const BOW: Corners = [
  [113, 33],
  [113.01, 33.01],
  [113.01, 33],
  [113, 33.01],
  [113, 33],
];
const NEAR = polygon(square(113.005, 33.005));
const FAR = polygon(square(113.5, 33.5));

async function layersOf(
  rights: readonly object[],
  wanted: readonly string[] = [],
): Promise<readonly Layer[]> {
  writeFileSync("登记.json", JSON.stringify(rights));
  return registerLayers(await readRegister("登记.json"), [HERE], new Set(wanted));
}

/** `mining: 甲 乙` of each layer; behind a bar what isn't placed. */
function told(layers: readonly Layer[]): readonly string[] {
  return layers.map(({ subject, features, unplaced }) => {
    const right = subject.of === "existing-right" ? subject.right : subject.of;
    const ids = features
      .near(EVERYWHERE)
      .map(({ attributes, fault }) => `${attributes["id"]}${fault === undefined ? "" : "!"}`);
    const open = unplaced.map(({ zh }) => zh);
    return `${right}: ${ids.join(" ")}${open.length > 0 ? ` | ${open.join(" ")}` : ""}`;
  });
}

describe("the rights of a register as layers", () => {
  const cases: readonly (readonly [name: string, rights: readonly object[], layers: readonly string[]])[] = [
    ["a register without boundaries", [{ id: "甲" }, { id: "乙" }], []],
    ["an empty one", [], []],
    [
      "one near, one far",
      [
        { id: "甲", geometry: NEAR },
        { id: "乙", geometry: FAR },
      ],
      ["mining: 甲"],
    ],
    [
      "two kinds of right",
      [
        { id: "甲", geometry: NEAR },
        { id: "乙", right: "exploration", geometry: NEAR },
      ],
      ["mining: 甲", "exploration: 乙"],
    ],
    ["one without a boundary", [{ id: "甲", geometry: NEAR }, { id: "乙" }], ["mining: 甲 | 采矿权“乙”"]],
    [
      "one without that has ended",
      [
        { id: "甲", geometry: NEAR },
        { id: "乙", status: "注销" },
      ],
      ["mining: 甲"],
    ],
    [
      "a boundary unknown by its word",
      [
        { id: "甲", geometry: NEAR },
        { id: "乙", geometry: "未知" },
      ],
      ["mining: 甲 | 采矿权“乙”"],
    ],
    ["one that crosses itself", [{ id: "甲", geometry: polygon(BOW) }], ["mining: 甲!"]],
    [
      "one that is only a line",
      [
        {
          id: "甲",
          geometry: polygon([
            [113, 33],
            [113.01, 33.01],
            [113.005, 33.005],
            [113, 33],
          ]),
        },
        { id: "乙", geometry: NEAR },
      ],
      ["mining: 乙 | 采矿权“甲”"],
    ],
    [
      "one of several areas",
      [
        {
          id: "甲",
          geometry: { type: "MultiPolygon", coordinates: [[square(113, 33)], [square(113.02, 33)]] },
        },
      ],
      ["mining: 甲"],
    ],
  ];
  it.each(cases)("%s", async (_name, rights, layers) => {
    expect(told(await layersOf(rights))).toEqual(layers);
  });

  it("keeps a right that is asked for wherever it lies", async () => {
    expect(
      told(
        await layersOf(
          [
            { id: "甲", geometry: FAR },
            { id: "乙", geometry: FAR },
          ],
          ["乙"],
        ),
      ),
    ).toEqual(["mining: 乙"]);
  });

  it("takes boundaries from files, from where the register stands, each with its CRS", async () => {
    // 113.005° E, 33.005° N in zone 38 is 38 407 027, 3 653 452.
    writeFileSync(
      "乙.csv",
      "点号,X,Y\n1,3653400,407000\n2,3653500,407000\n3,3653500,407100\n4,3653400,407100",
    );
    writeFileSync(
      "登记.yaml",
      "- { id: 甲, geometry: { file: 甲.geojson } }\n- { id: 乙, geometry: { file: 乙.csv, crs: 4547 } }\n",
    );
    writeFileSync("甲.geojson", JSON.stringify(NEAR));
    const layers = await registerLayers(await readRegister("登记.yaml"), [HERE], new Set());
    expect(told(layers)).toEqual(["mining: 甲", "mining: 乙"]);
    expect(layers.map(({ crs }) => crs.kind)).toEqual(["geographic", "gauss-kruger"]);
  });

  it("takes those of a shapefile record by record", async () => {
    writeShapefile("图", {
      fields: ["XKZH", "KYQLX", "ZT"].map((name) => ({ name, type: "C", length: 12 })),
      features: [
        { rings: [square(113, 33)], attributes: { XKZH: "甲", KYQLX: "采矿权", ZT: "有效" } },
        { rings: [square(113.5, 33)], attributes: { XKZH: "乙", KYQLX: "采矿权", ZT: "有效" } },
        { attributes: { XKZH: "丙", KYQLX: "采矿权", ZT: "注销" } },
        { rings: [square(113.001, 33)], attributes: { XKZH: "丁", KYQLX: "探矿权", ZT: "有效" } },
        { attributes: { XKZH: "戊", KYQLX: "探矿权", ZT: "有效" } },
      ],
    });
    expect(told(await registerLayers(await readRegister("图.shp"), [HERE], new Set()))).toEqual([
      "mining: 甲 | 探矿权“戊”",
      "exploration: 丁",
    ]);
  });

  it("has none of a table without coordinates", async () => {
    writeFileSync("表.csv", "许可证号,矿种\n1,金矿");
    expect(await registerLayers(await readRegister("表.csv"), [HERE], new Set())).toEqual([]);
  });
});

describe("a table whose CRS can't be told", () => {
  const ring: Corners = [
    [407000, 3653400],
    [407000, 3653500],
    [407100, 3653500],
    [407100, 3653400],
    [407000, 3653400],
  ];
  const write = () =>
    writeShapefile("无带号", {
      fields: [{ name: "XKZH", type: "C", length: 12 }],
      features: [{ rings: [ring], attributes: { XKZH: "甲" } }],
    });

  it("counts, but stops where its places are asked for, and says how to state it", async () => {
    write();
    const register = await readRegister("无带号.shp");
    expect(register.rights).toHaveLength(1);
    const error: unknown = await registerLayers(register, [HERE], new Set()).catch((one: unknown) => one);
    if (!(error instanceof Unusable)) throw error;
    expect(error.problems[0]?.file).toBe("无带号.shp");
    expect(error.problems[0]?.remedy?.en).toContain("rights: { file: 无带号.shp, crs: zone=38 }");
  });

  it("has it from the YAML register that names it", async () => {
    write();
    writeFileSync("带号.yaml", "asOf: 2024-05-01\nrights: { file: 无带号.shp, crs: 4547 }");
    const layers = await registerLayers(await readRegister("带号.yaml"), [HERE], new Set());
    expect(told(layers)).toEqual(["mining: 甲"]);
    expect(layers[0]?.source.en).toBe("无带号.shp, as of 2024-05-01");
  });
});

describe("a boundary that can't be read stops the run and says where it stands", () => {
  const lines = (geometry: string) =>
    `[\n  { "id": "甲" },\n  { "id": "乙",\n    "geometry": ${geometry} }\n]`;
  it.each([
    [
      '{ "type": "Polygon", "coordinates": [[[113, "北"], [113, 34], [114, 33], [113, 33]]] }',
      "登记.json:4:",
    ],
    [
      '{ "type": "Polygon", "coordinates": [[[500000, 3653400], [500000, 3653500], [500100, 3653400], [500000, 3653400]]] }',
      "登记.json:4:17",
    ],
    ['{ "type": "Polygon" }', "登记.json:4:"],
    ['{ "file": "没有.geojson" }', "登记.json:4:27"],
  ])("%s", async (geometry, place) => {
    writeFileSync("登记.json", lines(geometry));
    const register = await readRegister("登记.json");
    const error: unknown = await registerLayers(register, [HERE], new Set()).catch((one: unknown) => one);
    if (!(error instanceof Unusable)) throw error;
    const [problem] = error.problems;
    expect([problem?.file, problem?.line, problem?.column].join(":")).toContain(place);
    expect(problem?.remedy?.zh).toBeTruthy();
  });
});
