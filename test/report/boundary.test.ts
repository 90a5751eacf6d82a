import { describe, expect, it } from "vitest";
import type { MeasuredSite } from "../../src/model/measured-site.ts";
import { words } from "../../src/model/words.ts";
import { toJson } from "../../src/report/json.ts";
import { widthOf } from "../../src/report/width.ts";
import { readCases } from "../support/cases.ts";
import { printed } from "../support/fixtures.ts";
import { km2, located } from "../support/location.ts";
import { decide } from "../support/world.ts";

const LOCATION: MeasuredSite = located({
  areaKm2: km2("2.34567891"),
  basicBlocks: km2("0.75"),
  account: [
    {
      about: "file",
      says: words(
        "范围.shp：1 个图形，12 个拐点，无 .prj，按坐标数值认定为 CGCS2000 3 度带 38 带",
        "范围.shp: 1 feature, 12 corners, no .prj; taken by its numbers as CGCS2000, 3-degree zone 38",
      ),
    },
    { about: "area", says: words("2.3457 平方千米", "2.3457 km²") },
  ],
  overlaps: [
    {
      subject: words("生态保护红线", "ecological redline"),
      key: "ecological-redline",
      feature: words("红线-07", "红线-07"),
      km2: km2("0.01234567"),
      share: 0.005263157894,
      source: words("生态红线.shp，现势 2024-05-01", "生态红线.shp, as of 2024-05-01"),
      within: false,
      field: "layers.constraints.ecological-redline",
      outline: () => [],
    },
    {
      subject: words("永久基本农田", "permanent basic farmland"),
      key: "permanent-farmland",
      feature: words("第 3 个图形", "feature 3"),
      km2: km2("0.00000042"),
      share: 1.8e-7,
      source: words("农田.geojson", "农田.geojson"),
      within: true,
      field: "layers.constraints.permanent-farmland",
      outline: () => [],
    },
  ],
});

const gold = readCases("fangcheng").base["gold"];
const report = await decide("fangcheng", gold, undefined, LOCATION);
const without = await decide("fangcheng", gold);

describe("a report on a located site", () => {
  it("tells before the verdict what was read of the boundary, and after the findings what it meets", () => {
    const lines = printed(report, "zh", 80, false).split("\n");
    const start = lines.indexOf("范围");
    expect(start).toBeLessThan(lines.findIndex((line) => line.startsWith("结论")));
    expect(lines.slice(start, start + 5)).toEqual([
      "范围",
      "  文件  范围.shp：1 个图形，12 个拐点，无 .prj，按坐标数值认定为 CGCS2000 3 度带",
      "        38 带",
      "  面积  2.3457 平方千米",
      "",
    ]);
    const detail = lines.indexOf("范围与图层明细");
    expect(detail).toBeGreaterThan(lines.findIndex((line) => line.startsWith("通过")));
    expect(lines.slice(detail, detail + 6)).toEqual([
      "范围与图层明细",
      "  重叠  生态保护红线 0.0123 平方千米（占 0.53%）· 红线-07 · 生态红线.shp，现势",
      "        2024-05-01",
      "        永久基本农田 0.42 平方米，在容差内，视为相接（占 0.000018%）· 第 3 个图",
      "        形 · 农田.geojson",
      "",
    ]);
  });

  it.each([40, 60, 80])("fits into %s columns, in both languages", (width) => {
    for (const lang of ["zh", "en"] as const)
      for (const line of printed(report, lang, width, false).split("\n"))
        expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it("gives areas as text and the share as a number", () => {
    expect(toJson(report, { version: "0", explain: false })).toMatchObject({
      location: {
        areaKm2: "2.3457",
        basicBlocks: "0.75",
        overlaps: [
          {
            subject: { zh: "生态保护红线", en: "ecological redline" },
            key: "ecological-redline",
            km2: "0.012346",
            share: 0.005263,
            source: { zh: "生态红线.shp，现势 2024-05-01" },
          },
          { key: "permanent-farmland", km2: "0.00000042", share: 0 },
        ],
        account: LOCATION.account.map(({ about, says }) => ({ about, ...says })),
      },
    });
  });

  it("has nothing of it without a boundary", () => {
    expect(printed(without, "zh", 80, false).split("\n")).not.toContain("范围");
    expect(toJson(without, { version: "0", explain: false })).not.toHaveProperty("location");
  });
});
