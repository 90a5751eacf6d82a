import { describe, expect, it } from "vitest";
import { readCases, withChanges } from "../support/cases.ts";
import { km2, located } from "../support/location.ts";
import { decide } from "../support/world.ts";

const { base, register } = readCases("kazuo");

async function checked(set: Readonly<Record<string, unknown>>, areaKm2?: string, basicBlocks?: string) {
  const location =
    areaKm2 === undefined
      ? undefined
      : located({
          areaKm2: km2(areaKm2),
          ...(basicBlocks === undefined ? {} : { basicBlocks: km2(basicBlocks) }),
        });
  const given = withChanges(base["exploration"] ?? {}, { basicBlocks: null, ...set });
  const { findings } = await decide("kazuo", given, register, location);
  return findings.filter(({ rule }) => rule === "stated-area");
}

/** Stated with so many digits; measured on both sides of half a unit of the last of them. */
const AREAS: readonly (readonly [stated: number | string, measured: string, outcome: "pass" | "review"])[] = [
  [1.2346, "1.23463", "pass"],
  [1.2346, "1.234651", "pass"],
  [1.2346, "1.23466", "review"],
  [1.2346, "1.23454", "review"],
  [5.61, "5.6149", "pass"],
  [5.61, "5.6151", "review"],
  ["5.6100", "5.6149", "pass"],
  [2, "2.4", "pass"],
  [2, "2.6", "review"],
  [64.54, "8.28", "review"],
  // A hundredth of a millionth is the noise of two ways to compute one area.
  ["1.23456789", "1.23456790", "pass"],
];

describe("the stated area", () => {
  it.each(AREAS)("%s, measured %s: %s", async (stated, measured, outcome) => {
    const found = await checked({ areaKm2: stated }, measured);
    expect(found.map((one) => one.outcome)).toEqual([outcome]);
  });

  it("says both figures and that the sources weren't read", async () => {
    const [finding] = await checked({ areaKm2: 1.3 }, "1.2346123");
    expect(finding?.message().en).toBe(
      "The stated area is 1.3 km², the measured one 1.2346 km²: they don't agree, and which of them holds must be found out.",
    );
    expect(finding?.clauses.map(({ at }) => at)).toEqual([
      expect.stringContaining("公告2022年第24号"),
      expect.stringContaining("TD/T 1055-2019 附录D"),
    ]);
    for (const { at } of finding?.clauses ?? []) expect(at).toContain("未核对原文");
  });

  it("isn't asked without a boundary, or where nobody states it", async () => {
    expect(await checked({ areaKm2: 1.3 })).toEqual([]);
    expect(await checked({ areaKm2: null }, "1.3")).toEqual([]);
  });
});

const BLOCKS: readonly (readonly [stated: number, measured: string, outcome: "pass" | "review"])[] = [
  [3, "3", "pass"],
  [3, "3.25", "review"],
  [3.25, "3.25", "pass"],
  [3.3, "3.25", "pass"],
  [3, "2.9375", "review"],
];

describe("the stated number of basic unit blocks", () => {
  it.each(BLOCKS)("%s, counted %s: %s", async (stated, measured, outcome) => {
    const found = await checked({ basicBlocks: stated }, "7", measured);
    expect(found.map((one) => one.outcome)).toEqual([outcome]);
  });

  it("isn't asked where the corners don't lie on the grid", async () => {
    expect(await checked({ basicBlocks: 3 }, "7")).toEqual([]);
  });
});

describe("a run in which the plan decides nothing", () => {
  it("isn't made a pass by an area that agrees", async () => {
    const given = {
      id: "虚构-更名",
      right: "exploration",
      operation: "change",
      changes: ["name"],
      date: "2023-05-20",
      mineral: "矿泉水",
      areaKm2: 2,
      site: { inCounty: true },
    };
    const { findings, verdict } = await decide("kazuo", given, undefined, located({ areaKm2: km2("2") }));
    expect(findings.filter(({ rule }) => rule === "stated-area").map(({ outcome }) => outcome)).toEqual([
      "pass",
    ]);
    expect(verdict).toBe("review");
  });
});
