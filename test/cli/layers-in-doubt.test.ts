import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { writeShapefile } from "../support/write-shapefile.ts";

inScratch();

type Corner = readonly [x: number, y: number];

const square = (west: number, south: number, size = 0.01): readonly Corner[] => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];
const polygon = (...rings: readonly (readonly Corner[])[]) => ({ type: "Polygon", coordinates: rings });
const feature = (geometry: object, properties: object = {}) => ({ type: "Feature", properties, geometry });
const collection = (...features: readonly object[]) =>
  JSON.stringify({ type: "FeatureCollection", features });

const SITE = polygon(square(113, 33.2, 0.02));
const AWAY = feature(polygon(square(113.1, 33.3)));
const WITHIN = square(113.005, 33.205);

const COUNTS = join(HOME, "fixtures", "registers", "fangcheng.json");

/** The verdict on a mine that nothing speaks against but, maybe, a layer; behind a bar what is missing. */
async function verdict(layers: string, lang = "en", register = COUNTS): Promise<string> {
  writeFileSync("layers.yaml", layers);
  const { stdout, stderr, exit } = await run([
    "check",
    "a.json",
    ...["--register", register],
    ...["--layers", "layers.yaml", "--format", "json", "--lang", lang],
  ]);
  if (exit === 2) return `exit 2 | ${stderr.split("\n")[0]}`;
  const { verdict, findings } = JSON.parse(stdout) as {
    readonly verdict: string;
    readonly findings: readonly { readonly missing?: readonly { readonly why: string }[] }[];
  };
  const [missing] = findings.flatMap((one) => one.missing ?? []);
  return missing === undefined ? verdict : `${verdict} | ${missing.why}`;
}

beforeAll(() => {
  const file = join(HOME, "fixtures", "fangcheng", "pass-gold-at-the-minimum.json");
  const { areaKm2: _, site, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  const { heritage, ...constraints } = site.constraints;
  writeFileSync("a.json", JSON.stringify({ ...rest, site: { ...site, constraints }, geometry: SITE }));
});

describe("a layer in which something can't be where it seems", () => {
  const swapped = WITHIN.map(([x, y]): Corner => [y, x]);
  const cases: readonly (readonly [name: string, features: readonly object[], verdict: RegExp])[] = [
    ["nothing near", [AWAY], /^pass$/],
    ["a feature on the site", [AWAY, feature(polygon(WITHIN))], /^review$/],
    [
      "one with its axes swapped among good ones",
      [AWAY, feature(polygon(swapped)), AWAY],
      /第 2 个要素.*我国/,
    ],
    ["one at 0, 0", [AWAY, feature(polygon(square(0, 0)))], /第 2 个要素.*我国/],
    [
      "one in packed degrees",
      [AWAY, feature(polygon(WITHIN.map(([x, y]): Corner => [x * 1e4, y * 1e4])))],
      /第 2 个要素.*我国/,
    ],
    ["one without geometry", [AWAY, { ...AWAY, geometry: null }], /第 2 个要素没有图形/],
    ["one without rings", [AWAY, feature(polygon())], /第 2 个要素没有图形/],
    ["one without parts", [AWAY, feature({ type: "MultiPolygon", coordinates: [] })], /第 2 个要素没有图形/],
  ];
  it.each(cases)("%s", async (_name, features, expected) => {
    writeFileSync("图层.geojson", collection(...features));
    expect(await verdict("constraints: { heritage: { file: 图层.geojson } }")).toMatch(expected);
  });

  it.each([
    ["nothing near", square(113.1, 33.3), /^pass$/],
    ["one with its axes swapped", swapped, /第 2 条记录.*我国/],
    ["one without rings", [], /第 2 条记录没有图形/],
  ] as const)("in a shapefile: %s", async (_name, second, expected) => {
    const rings = second.length === 0 ? [] : [second];
    writeShapefile("图层", { features: [{ rings: [square(113.1, 33.3)] }, { rings }] });
    expect(await verdict("constraints: { heritage: { file: 图层.shp } }")).toMatch(expected);
  });
});

describe("a condition on the features of a layer", () => {
  type Value = string | number | null;
  const cases: readonly (readonly [here: Value, away: Value, where: string, verdict: RegExp])[] = [
    ["核心区", "一般区", "核心区", /^review$/],
    ["核心区", "一般区", "一般区", /^pass$/],
    ["核心区", "一般区", "[一般区, 核心区]", /^review$/],
    // Tables and people write the same in many ways.
    ["红 线 ", "红线", "红线", /^review$/],
    ["Ａ１", "B2", "[a1, B2]", /^review$/],
    ["1", 2, "1", /^review$/],
    [1, 2, '"1"', /^review$/],
    ["01", "02", "01", /^review$/],
    ["01", "1", '"1"', /^pass$/],
    // What no feature has is misspelt.
    ["核心区", "一般区", "[一般区, 核心保护区]", /^exit 2 .*“核心保护区”的要素$/],
    ["核心区", "一般区", "生态红线", /^exit 2 .*“生态红线”的要素$/],
    // Where there is no value, nobody knows.
    [null, "一般区", "一般区", /^review \| .*第 1 个要素“类型”没有值/],
    [" ", "一般区", "一般区", /^review \| .*第 1 个要素“类型”没有值/],
    ["一般区", null, "一般区", /^review$/],
  ];
  it.each(cases)("%j on the site, %j away from it, where %s", async (here, away, where, expected) => {
    const features = [feature(polygon(WITHIN), { 类型: here }), { ...AWAY, properties: { 类型: away } }];
    writeFileSync("图层.geojson", collection(...features));
    const layers = `constraints: { heritage: { file: 图层.geojson, where: { 类型: ${where} } } }`;
    expect(await verdict(layers, "zh")).toMatch(expected);
  });
});

describe("the right that a new one lies beneath", () => {
  const layers = `existingRights:
  { file: 图层.geojson, right: mining, fields: { id: 证号, holder: 权利人 } }`;
  const holder = "（虚构）方城县金岭矿业有限公司";
  const cases: readonly (readonly [base: object, table: object, verdict: string])[] = [
    [{ id: "甲", sameHolder: true }, { 证号: "甲", 权利人: holder }, "pass"],
    [{ id: "甲" }, { 证号: "甲", 权利人: holder }, "pass"],
    [{ id: "甲", sameHolder: true }, { 证号: "甲", 权利人: "他人" }, "review"],
    [{ id: "甲", sameHolder: false }, { 证号: "甲", 权利人: "他人" }, "review"],
    [{ id: "甲", sameHolder: false }, { 证号: "甲", 权利人: null }, "review"],
    [{ id: "甲" }, { 证号: "甲", 权利人: null }, "review"],
  ];
  it.each(cases)("base %j, in the layer %j: %s", async (base, table, expected) => {
    const application = JSON.parse(readFileSync("a.json", "utf8"));
    const { existingRights: _, ...site } = application.site;
    const constraints = { ...site.constraints, heritage: "clear" };
    const given = { ...application, base, site: { ...site, constraints } };
    writeFileSync("a.json", JSON.stringify(given));
    writeFileSync("图层.geojson", collection(feature(polygon(WITHIN), table)));
    expect((await verdict(layers)).split(" ")[0]).toBe(expected);
    writeFileSync("a.json", JSON.stringify(application));
  });

  it.each([
    [holder, "pass"],
    ["他人", "review"],
  ])(
    "claimed as one's own, in the layer without a holder, in the register %s's: %s",
    async (by, expected) => {
      const application = JSON.parse(readFileSync("a.json", "utf8"));
      const { existingRights: _, ...site } = application.site;
      const constraints = { ...site.constraints, heritage: "clear" };
      const base = { id: "甲", sameHolder: true };
      writeFileSync("a.json", JSON.stringify({ ...application, base, site: { ...site, constraints } }));
      const rights = [{ id: "甲", right: "mining", holder: by, mineral: "萤石矿", status: "有效" }];
      writeFileSync("登记.json", JSON.stringify({ rights }));
      writeFileSync("图层.geojson", collection(feature(polygon(WITHIN), { 证号: "甲" })));
      const unnamed = "existingRights: { file: 图层.geojson, right: mining, fields: { id: 证号 } }";
      expect((await verdict(unnamed, "en", "登记.json")).split(" ")[0]).toBe(expected);
      writeFileSync("a.json", JSON.stringify(application));
    },
  );
});
