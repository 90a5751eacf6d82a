import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, decimal } from "../../src/model/decimal.ts";
import type { Outcome } from "../../src/model/finding.ts";
import { readCases } from "../support/cases.ts";
import { decide, library, PLAN_IDS } from "../support/world.ts";

/** What a plan prints minimums for: every mineral named in a row of its tables. */
function mineralsOf(section: unknown): readonly string[] {
  const found = new Set<string>();
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect);
    else if (part !== null && typeof part === "object")
      for (const [key, value] of Object.entries(part)) {
        if (key === "mineral" || key === "minerals")
          for (const name of [value].flat()) found.add(String(name));
        collect(value);
      }
  };
  collect(section);
  return [...found];
}

/** How well each outcome speaks of the output: a fail, nothing decided, a pass. */
const RANK: Readonly<Partial<Record<Outcome, number>>> = { fail: 0, review: 1, pass: 2 };

const UNITS = ["万吨/年", "吨/年", "吨/日", "万立方米/年", "立方米/日", "千克/年"];
const maybe = <T>(...values: readonly T[]) => fc.constantFrom<T | undefined>(...values, undefined);

describe.each(PLAN_IDS)("minimum scale under %s", async (id) => {
  const { plan } = await library.load(id);
  const { base } = readCases(id);
  const mining = Object.values(base).filter(({ right }) => right === "mining" || right === "采矿权");
  const variants = fc.record({
    base: fc.constantFrom(...mining),
    mineral: fc.constantFrom(...mineralsOf(plan.rules["minimum-scale"]), "岩金", "建筑用花岗岩", "石灰岩"),
    operation: fc.constantFrom("new", "renewal", "change", "conversion"),
    changes: maybe(["scale-expansion"], ["area-reduction"]),
    depositSize: maybe("large", "medium", "small"),
    method: maybe("open-pit", "underground", "both", "wells"),
    density: maybe(2.7),
    workingDaysPerYear: maybe(300),
    grade: maybe(0.02),
    recovery: maybe(0.8),
    unit: fc.constantFrom(...UNITS),
    of: maybe("ore", "mineral", "metal", "block", "concentrate"),
    less: fc.integer({ min: 1, max: 20_000 }).map((hundredths) => decimal(hundredths).div(100)),
    more: fc.integer({ min: 1, max: 20_000 }).map((hundredths) => decimal(hundredths).div(100)),
  });

  it("raising the output never makes a minimum less reached", async () => {
    await fc.assert(
      fc.asyncProperty(variants, async ({ base: sound, unit, of, less, more, ...facts }) => {
        const outcomes = async (value: Decimal) => {
          const output = { value: value.toFixed(), unit, ...(of === undefined ? {} : { of }) };
          const { findings } = await decide(id, { ...sound, ...facts, output });
          return new Map(
            findings
              .filter(({ rule }) => rule === "minimum-scale")
              .map(
                ({ clauses, outcome }, index) =>
                  [`${clauses.map((one) => one.id)} ${index}`, outcome] as const,
              ),
          );
        };
        const before = await outcomes(less);
        const after = await outcomes(less.plus(more));
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [provision, outcome] of before) {
          const now = after.get(provision);
          expect(RANK[now ?? "note"] ?? 9, `${provision}: ${outcome} became ${now}`).toBeGreaterThanOrEqual(
            RANK[outcome] ?? 9,
          );
        }
      }),
      { numRuns: 80 },
    );
  });
});
