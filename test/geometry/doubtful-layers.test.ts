import { describe, expect, it } from "vitest";
import { measureSite } from "../../src/geometry/site/measure.ts";
import { at, brief, feature, layer, measured, QUESTION, SITE } from "./layers.ts";

const HERITAGE = { of: "constraint", key: "heritage" } as const;

describe("small features of a large site", () => {
  /** 100 km², of which a millionth are 100 m². */
  const large = { ...SITE, polygons: [at(0, 0, 10_000, 10_000)] };
  const overlaps = (...polygons: Parameters<typeof feature>[0][]) => {
    const features = polygons.map((one) => feature(one));
    const fact = measureSite(large, [layer(HERITAGE, features)], QUESTION).constraints.heritage;
    return fact?.known ? fact.value.overlaps : brief(fact);
  };
  const SMALL = at(500, 500, 505, 510);
  const BESIDE = at(10_000, 0, 20_000, 10_000);

  it.each([
    ["one of 50 m²", [SMALL], true],
    ["a large one that touches", [BESIDE], false],
    ["both", [SMALL, BESIDE], true],
    ["both, the small one later", [BESIDE, SMALL], true],
    ["a large one that reaches in by 99 m²", [at(9_999.9901, 0, 20_000, 10_000)], false],
    [
      "a large one that reaches in by 99 m², without the site's corners",
      [at(9_999.9901, -9, 20_000, 10_009)],
      false,
    ],
    ["a large one that reaches in by 101 m²", [at(9_999.9899, -9, 20_000, 10_009)], /^open: .* 101\.00 m²/],
    ["a large one that reaches in by 600 m²", [at(9_999.94, -9, 20_000, 10_009)], true],
    ["one of 50 m² and a sliver", [SMALL, at(9_999.96, -9, 20_000, 10_009)], true],
  ] as const)("%s", (_name, polygons, expected) => {
    if (typeof expected === "boolean") expect(overlaps(...polygons)).toBe(expected);
    else expect(overlaps(...polygons)).toMatch(expected);
  });
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

describe("a layer of the county", () => {
  const AROUND = at(-500, -500, 500, 500);
  const inCounty = (
    ...rows: readonly (readonly [polygon: typeof AROUND, attributes: Record<string, string | number>])[]
  ) =>
    brief(
      measured([
        layer(
          { of: "county" },
          rows.map(([polygon, one]) => feature(polygon, one)),
        ),
      ]).inCounty,
    );

  it.each([
    [{}, "true"],
    [{ XZQMC: "方城县", XZQDM: "411322" }, "true"],
    [{ NAME: "河南省南阳市方城县", gb: 156411322 }, "true"],
    [{ 市: "南阳市", 县: "方城县" }, "true"],
    [{ 代码: "411322000000" }, "true"],
    [{ XZQMC: "县级行政区", OBJECTID: 410481 }, "true"],
    [
      { XZQMC: "舞钢市" },
      'open: 图层.shp: feature , where the site lies, is "舞钢市" by its table, not 方城县',
    ],
    [
      { XZQDM: 410481 },
      'open: 图层.shp: feature , where the site lies, is "410481" by its table, not 方城县',
    ],
  ])("whose feature has %j: %s", (attributes, expected) =>
    expect(inCounty([AROUND, attributes])).toBe(expected),
  );

  it("may hold its neighbours, too", () => {
    const [west, east] = [at(-500, -500, 50, 500), at(50, -500, 500, 500)];
    const [own, other] = [{ 县名: "方城县" }, { 县名: "舞钢市" }];
    expect(inCounty([AROUND, own], [at(500, -500, 900, 500), other])).toBe("true");
    expect(inCounty([west, own], [east, { 县名: "方城县" }])).toBe("true");
    expect(inCounty([west, own], [east, other])).toMatch(/^open: .*舞钢市/);
    expect(inCounty([at(500, -500, 900, 500), own], [AROUND, other])).toMatch(/^open: .*舞钢市/);
    expect(inCounty([west, own], [at(200, -500, 500, 500), other])).toBe("false");
  });
});

describe("a layer that doesn't reach the county", () => {
  const county = (maxX: number) => layer({ of: "county" }, [feature(at(-5000, -5000, maxX, 5000))]);
  const heritage = layer(HERITAGE, [feature(at(9000, 0, 9500, 500))]);
  const isClear = (ends: number) => measured([county(ends), heritage]).constraints.heritage?.known;

  it("says nothing of it", () => {
    expect(isClear(9001)).toBe(true);
    expect(isClear(8999)).toBe(false);
  });
});
