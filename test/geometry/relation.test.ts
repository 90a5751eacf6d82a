import { describe, expect, it } from "vitest";
import { allowedArea, relationOf, TOLERANCE, toleranceWords } from "../../src/geometry/overlay/relation.ts";

describe("how a site lies to an area", () => {
  it.each([
    ["all of it in common", 1000, 1000, "inside"],
    ["sticks out by the tolerance", 1000, 999, "inside"],
    ["sticks out by more", 1000, 998.9, "partly"],
    ["half and half", 1000, 500, "partly"],
    ["just above the tolerance in common", 1000, 1.1, "partly"],
    ["the tolerance in common", 1000, 1, "outside"],
    ["nothing in common", 1000, 0, "outside"],
    ["smaller than the tolerance, all of it in common", 0.5, 0.5, "inside"],
    ["smaller than the tolerance, nothing in common", 0.5, 0, "outside"],
    ["smaller than the tolerance, most in common", 0.5, 0.3, "inside"],
    ["an area that can't be told", Number.NaN, Number.NaN, "partly"],
    ["ground in common that can't be told", 1000, Number.NaN, "partly"],
  ])("%s", (_name, area, common, relation) => {
    expect(relationOf(area, common, 1)).toBe(relation);
  });

  it.each([
    ["a small site: the square metre", [500_000, 2_000_000], 1],
    ["a large one: the share of the smaller area", [50_000_000, 4_000_000], 4],
    ["one area alone", [3_000_000], 3],
  ])("tolerance of %s", (_name, areas, allowed) => {
    expect(allowedArea(TOLERANCE, ...areas)).toBeCloseTo(allowed, 12);
  });

  it("is stated in figures", () => {
    const { zh, en } = toleranceWords({ m2: 1, share: 1e-6 });
    expect(zh).toContain("1 平方米，或较小一方面积的 0.0001%");
    expect(en).toContain("1 m² or 0.0001% of the smaller area");
  });
});
