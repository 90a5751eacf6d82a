import { describe, expect, it } from "vitest";
import { measureSite } from "../../src/geometry/measure.ts";
import { at, brief, feature, layer, measured, QUESTION, SITE } from "./layers.ts";

const HERITAGE = { of: "constraint", key: "heritage" } as const;

describe("small features of a large site", () => {
  /** 100 km², of which a millionth are 100 m². */
  const large = { ...SITE, polygons: [at(0, 0, 10_000, 10_000)] };
  const overlaps = (...polygons: Parameters<typeof feature>[0][]) => {
    const features = polygons.map((one) => feature(one));
    const fact = measureSite(large, [layer(HERITAGE, features)], QUESTION).constraints.heritage;
    return fact?.known ? fact.value.overlaps : undefined;
  };
  const SMALL = at(500, 500, 505, 510);
  const BESIDE = at(10_000, 0, 20_000, 10_000);

  it.each([
    ["one of 50 m²", [SMALL], true],
    ["a large one that touches", [BESIDE], false],
    ["both", [SMALL, BESIDE], true],
    ["both, the small one later", [BESIDE, SMALL], true],
    ["a large one that reaches in by 99 m²", [at(9_999.9901, 0, 20_000, 10_000)], false],
    ["a large one that reaches in by 101 m²", [at(9_999.9899, 0, 20_000, 10_000)], true],
  ] as const)("%s", (_name, polygons, expected) => expect(overlaps(...polygons)).toBe(expected));
});

describe("a layer with features that lie nobody knows where", () => {
  const strays = [{ zh: "第 2 条记录", en: "record 2" }];

  it("isn't clear, and the feature is named", () => {
    const { constraints } = measured([layer(HERITAGE, [feature(at(500, 0, 600, 100))], { strays })]);
    expect(brief(constraints.heritage)).toBe(
      "open: 图层.shp: the coordinates of record 2 lie outside China (swapped, or of another kind?), so where it lies isn't known",
    );
  });

  it("still overlaps where one of the others does", () => {
    const { constraints } = measured([layer(HERITAGE, [feature(at(50, 0, 600, 100))], { strays })]);
    expect(constraints.heritage).toMatchObject({ known: true, value: { overlaps: true } });
  });
});
