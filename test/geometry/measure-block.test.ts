import { describe, expect, it } from "vitest";
import type { LayerFeature } from "../../src/geometry/site/layer.ts";
import type { Question } from "../../src/geometry/site/measure.ts";
import type { MeasuredBlock } from "../../src/model/measured-site.ts";
import { words } from "../../src/model/words.ts";
import { type Corner, polygon, ring } from "../support/shapes.ts";
import { at, brief, feature, layer, measured } from "./layers.ts";
import { ORIGIN } from "./support.ts";

const FIELDS = { name: "名称", mineral: "矿种", level: "级别" };
const blocks = (features: readonly LayerFeature[], right: "mining" | "exploration" = "mining") =>
  layer({ of: "block", right, fields: FIELDS }, features);
const rights = (features: readonly LayerFeature[], unplaced: readonly string[] = []) =>
  layer({ of: "existing-right", right: "mining", fields: { id: "id", holder: "holder" } }, features, {
    unplaced: unplaced.map((name) => words(name, name)),
  });

/** Around the site, with corners of its own 4 cm off the middle of the site's eastern edge. */
const T_JUNCTION = polygon(
  ring(
    ...(
      [
        [0, 0],
        [100, 0],
        [100, 20],
        [100.04, 20.0001],
        [100.04, 69.9999],
        [100, 70],
        [100, 100],
        [0, 100],
      ] as const
    ).map(([x, y]): Corner => [x + ORIGIN[0], y + ORIGIN[1]]),
  ),
);

/** The site is 0 … 100 m both ways. */
const AROUND = at(-100, -100, 200, 200);
const block = feature(AROUND, { 名称: "一号区块", 矿种: "金矿", 级别: "省级" });
const other = { id: "甲", holder: "别家公司" };

describe("the planned block that a site lies in", () => {
  const cases: readonly (readonly [string, readonly LayerFeature[], Partial<MeasuredBlock>])[] = [
    ["none", [feature(at(500, 0, 600, 100))], { relation: "none" }],
    [
      "one around it",
      [block],
      { relation: "inside", kind: "mining", name: "一号区块", mineral: "金矿", level: "省级", whole: false },
    ],
    [
      "the same ground",
      [feature(at(0, 0, 100, 100), { 名称: "一号" })],
      { relation: "inside", kind: "mining", name: "一号", whole: true },
    ],
    [
      "0.9 m² sticks out",
      [feature(at(0, 0, 99.991, 100))],
      { relation: "inside", kind: "mining", whole: true },
    ],
    [
      "its corners are those of the site, within 5 cm",
      [feature(at(0.03, 0, 99.96, 100))],
      { relation: "inside", kind: "mining", whole: true },
    ],
    [
      "6.2 m² sticks out, more than the accuracy of corners",
      [feature(at(0, -50, 99.938, 100), { 名称: "一号" })],
      { relation: "partly", kind: "mining", name: "一号", whole: false },
    ],
    ["one that only touches", [feature(at(99.991, 0, 300, 100))], { relation: "none" }],
    [
      "two side by side",
      [feature(at(0, 0, 50, 100), { 名称: "一" }), feature(at(50, 0, 100, 100), { 名称: "二" })],
      { relation: "partly", kind: "mining" },
    ],
  ];
  it.each(cases)("%s", (_, features, is) => {
    const { block: found } = measured([blocks(features)]);
    const { place, ...value } = found?.known ? found.value : { relation: "open", place: undefined };
    expect(value).toEqual(is);
    // By its place one without a name is known again; of several none is meant.
    expect(place?.zh).toBe(is.kind === undefined || features.length > 1 ? undefined : "图层.shp图形");
  });

  const inDoubt: readonly (readonly [string, readonly LayerFeature[], RegExp])[] = [
    ["1.1 m² sticks out", [feature(at(-9, -9, 99.989, 109))], /sticks out of the planned block by 1\.10 m²/],
    [
      "one reaches in by 1.1 m²",
      [feature(at(99.989, -9, 300, 109))],
      /overlap with the planned block: 1\.10 m²/,
    ],
  ];
  it.each(inDoubt)("is open where %s", (_, features, is) => {
    expect(brief(measured([blocks(features)]).block)).toMatch(is);
  });

  it("leaves open whether it is covered wholly, where 1.1 m² of it aren't", () => {
    const { block: found } = measured([blocks([feature(at(-0.011, 0, 100, 100.06))])]);
    expect(found?.known && found.value).toMatchObject({ relation: "inside", whole: false });
    const { block: nearly } = measured([blocks([feature(T_JUNCTION)])]);
    expect(nearly?.known && nearly.value).toMatchObject({
      relation: "inside",
      unsure: { whole: { why: { en: expect.stringContaining("sticks out of the site by 2.00 m²") } } },
    });
    expect(nearly?.known && nearly.value.whole).toBeUndefined();
  });

  it("isn't one of another right, and isn't told by two that overlap", () => {
    expect(measured([blocks([block], "exploration")]).block).toBeUndefined();
    expect(brief(measured([blocks([block, feature(AROUND)])]).block)).toMatch(
      /^open: .*several planned blocks/,
    );
    expect(brief(measured([blocks([feature(AROUND, {}, "crosses itself")])]).block)).toMatch(/^open: /);
  });
});

describe("the rights of other holders in that block", () => {
  const far = at(150, 150, 190, 190);
  const cases: readonly (readonly [
    string,
    readonly LayerFeature[],
    Partial<Question>,
    number | undefined,
  ])[] = [
    ["none", [feature(at(300, 0, 400, 100), other)], { holder: "本公司" }, 0],
    ["one, elsewhere in the block", [feature(far, other)], { holder: "本公司" }, 1],
    [
      "two, and one of them in two parts",
      [
        feature(far, other),
        feature(at(-90, -90, -80, -80), other),
        feature(at(0, 0, 9, 9), { id: "乙", holder: "又一家" }),
      ],
      { holder: "本公司" },
      2,
    ],
    ["the applicant's own", [feature(far, { id: "丙", holder: "本公司" })], { holder: "本公司" }, 0],
    [
      "the one it grows from",
      [feature(far, { id: "丙", holder: "本公司" })],
      { holder: "本公司", ownRights: ["丙"] },
      0,
    ],
    ["one that only touches the block", [feature(at(199.998, 0, 300, 100), other)], { holder: "本公司" }, 0],
    [
      "one beside others that are in doubt",
      [
        feature(far, other),
        feature(far, { id: "丁" }),
        feature(far, { id: "己", holder: "又一家" }, "crosses itself"),
        feature(at(199.96, -50, 300, 50), { id: "庚", holder: "又一家" }),
      ],
      { holder: "本公司" },
      1,
    ],
  ];
  it.each(cases)("%s", (_, features, question, is) => {
    const { block: found } = measured([blocks([block]), rights(features)], [], question);
    expect(found?.known && found.value.rights).toBe(is);
  });

  const inDoubt: readonly (readonly [string, readonly LayerFeature[], Partial<Question>, RegExp])[] = [
    [
      "one of nobody known",
      [feature(far, { id: "丁" })],
      { holder: "本公司" },
      /^图层.shp: mining right 丁 lies in the planned block, and the layer doesn't name its holder$/,
    ],
    [
      "one, by an applicant not named",
      [feature(far, other)],
      {},
      /mining right 甲 \(别家公司\) lies in the planned block, and the application names no applicant/,
    ],
    [
      "an unsound one",
      [feature(far, other, "crosses itself")],
      { holder: "本公司" },
      /^图层.shp: feature 甲 isn't sound/,
    ],
    [
      "one over its border by 4 cm",
      [feature(at(199.96, -50, 300, 50), other)],
      { holder: "本公司" },
      /overlap of the planned block with mining right 甲: 4\.00 m²/,
    ],
  ];
  it.each(inDoubt)("leaves open %s, whatever is declared", (_, features, question, why) => {
    const { block: found } = measured([blocks([block]), rights(features)], [], question);
    expect(found?.known && found.value).not.toHaveProperty("rights");
    expect(found?.known && found.value.unsure?.rights?.why.en).toMatch(why);
  });

  it("can't be told where one isn't placed, or without a layer of rights", () => {
    const layers = [blocks([block]), rights([feature(at(300, 0, 400, 100), other)], ["戊"])];
    expect(measured(layers, [], { holder: "本公司" }).block).toMatchObject({ known: true });
    for (const found of [measured(layers, [], { holder: "本公司" }).block, measured([blocks([block])]).block])
      expect(found?.known && found.value.rights).toBeUndefined();
  });
});
