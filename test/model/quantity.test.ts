import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, decimal } from "../../src/model/decimal.ts";
import { type Basis, convert, inUnit, type Means, type Measure } from "../../src/model/quantity.ts";
import { compare, isExact, type Range } from "../../src/model/range.ts";
import { readUnit, type Unit } from "../../src/model/unit.ts";
import { words } from "../../src/model/words.ts";

function unit(text: string): Unit {
  const read = readUnit(text);
  if (read === undefined) throw new Error(`no unit ${text}`);
  return read;
}

const YEARLY_ORE = { dimension: "mass", per: "year", of: "ore" } as const;
const FIELD = { field: "output" };

/** An amount with the means given, in the measure of a limit, and where it stands to the limit. */
interface Case {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly of?: Basis;
  readonly means?: Readonly<Record<string, string>>;
  readonly bases?: readonly Basis[];
  readonly to: Measure;
  readonly low: string;
  /** Absent: nothing bounds it above. */
  readonly high?: string;
  readonly missing?: readonly string[];
}

const VOLUME = { dimension: "volume", per: "year", of: "ore" } as const;
const DAILY = { dimension: "mass", per: "day", of: "ore" } as const;
const METAL = { dimension: "mass", per: "year", of: "metal" } as const;
const MINERAL = { dimension: "mass", per: "year", of: "mineral" } as const;

const CASES: readonly Case[] = [
  {
    name: "the same unit",
    value: "15",
    unit: "万吨/年",
    of: "ore",
    to: YEARLY_ORE,
    low: "150000",
    high: "150000",
  },
  {
    name: "volume by density",
    value: "10",
    unit: "万立方米/年",
    of: "ore",
    means: { density: "2.6" },
    to: YEARLY_ORE,
    low: "260000",
    high: "260000",
  },
  {
    name: "mass by density, exactly at a round limit",
    value: "26",
    unit: "万吨/年",
    of: "ore",
    means: { density: "2.6" },
    to: VOLUME,
    low: "100000",
    high: "100000",
  },
  {
    name: "mass by a density that doesn't divide evenly",
    value: "27",
    unit: "万吨/年",
    of: "ore",
    means: { density: "2.7" },
    to: VOLUME,
    low: "100000",
    high: "100000",
  },
  {
    name: "volume without density",
    value: "10",
    unit: "万立方米/年",
    of: "ore",
    to: YEARLY_ORE,
    low: "0",
    missing: ["density"],
  },
  {
    name: "mass without density",
    value: "10",
    unit: "万吨/年",
    of: "ore",
    to: VOLUME,
    low: "0",
    missing: ["density"],
  },
  {
    name: "day by working days",
    value: "1000",
    unit: "吨/日",
    of: "ore",
    means: { workingDays: "330" },
    to: YEARLY_ORE,
    low: "330000",
    high: "330000",
  },
  {
    name: "year by working days, exactly at a round limit",
    value: "33",
    unit: "万吨/年",
    of: "ore",
    means: { workingDays: "330" },
    to: DAILY,
    low: "1000",
    high: "1000",
  },
  {
    name: "day without working days",
    value: "100",
    unit: "吨/日",
    of: "ore",
    to: YEARLY_ORE,
    low: "100",
    high: "36600",
    missing: ["workingDaysPerYear"],
  },
  {
    name: "year without working days",
    value: "36600",
    unit: "吨/年",
    of: "ore",
    to: DAILY,
    low: "100",
    high: "36600",
    missing: ["workingDaysPerYear"],
  },
  {
    name: "a third of a cubic metre a day, by density and days",
    value: "100",
    unit: "吨/日",
    of: "ore",
    means: { density: "3", workingDays: "330" },
    to: VOLUME,
    low: "11000",
    high: "11000",
  },
  {
    name: "metal by grade and recovery",
    value: "100",
    unit: "吨/年",
    of: "ore",
    means: { grade: "0.05", recovery: "0.9" },
    to: METAL,
    low: "4.5",
    high: "4.5",
  },
  {
    name: "ore from metal, exactly",
    value: "600",
    unit: "千克/年",
    of: "metal",
    means: { grade: "0.000005", recovery: "0.8" },
    to: YEARLY_ORE,
    low: "150000",
    high: "150000",
  },
  {
    name: "ore from metal by a share that doesn't divide evenly",
    value: "2.1",
    unit: "吨/年",
    of: "metal",
    means: { grade: "0.03", recovery: "0.7" },
    to: YEARLY_ORE,
    low: "100",
    high: "100",
  },
  {
    name: "metal without grade",
    value: "100",
    unit: "吨/年",
    of: "ore",
    to: METAL,
    low: "0",
    high: "100",
    missing: ["grade", "recovery"],
  },
  {
    name: "metal without grade but with recovery",
    value: "100",
    unit: "吨/年",
    of: "ore",
    means: { recovery: "0.8" },
    to: METAL,
    low: "0",
    high: "80",
    missing: ["grade"],
  },
  {
    name: "metal without recovery",
    value: "100",
    unit: "吨/年",
    of: "ore",
    means: { grade: "0.05" },
    to: METAL,
    low: "0",
    high: "5",
    missing: ["recovery"],
  },
  {
    name: "mineral by grade",
    value: "100",
    unit: "吨/年",
    of: "ore",
    means: { grade: "0.3" },
    to: MINERAL,
    low: "30",
    high: "30",
  },
  {
    name: "mineral without grade",
    value: "100",
    unit: "吨/年",
    of: "ore",
    to: MINERAL,
    low: "0",
    high: "100",
    missing: ["grade"],
  },
  {
    name: "ore from mineral without grade: at least as much",
    value: "30",
    unit: "吨/年",
    of: "mineral",
    to: YEARLY_ORE,
    low: "30",
    missing: ["grade"],
  },
  {
    name: "ore from metal without recovery: at least what the grade says",
    value: "5",
    unit: "吨/年",
    of: "metal",
    means: { grade: "0.05" },
    to: YEARLY_ORE,
    low: "100",
    missing: ["recovery"],
  },
  {
    name: "ore from block: at least as much",
    value: "5",
    unit: "万立方米/年",
    of: "block",
    to: VOLUME,
    low: "50000",
    missing: ["output"],
  },
  {
    name: "block from ore: at most as much",
    value: "5",
    unit: "万立方米/年",
    of: "ore",
    to: { ...VOLUME, of: "block" },
    low: "0",
    high: "50000",
    missing: ["output"],
  },
  {
    name: "concentrate and metal: nothing follows",
    value: "5",
    unit: "吨/年",
    of: "concentrate",
    to: METAL,
    low: "0",
    missing: ["output"],
  },
  {
    name: "no basis where only ore is counted",
    value: "5",
    unit: "吨/年",
    bases: ["ore"],
    to: YEARLY_ORE,
    low: "5",
    high: "5",
  },
  {
    name: "no basis where metal may be meant",
    value: "5",
    unit: "吨/年",
    bases: ["ore", "metal"],
    to: YEARLY_ORE,
    low: "5",
    missing: ["output.of", "grade", "recovery"],
  },
  {
    name: "several things missing",
    value: "1",
    unit: "立方米/日",
    of: "metal",
    to: YEARLY_ORE,
    low: "0",
    missing: ["density", "workingDaysPerYear", "grade", "recovery"],
  },
  {
    name: "nothing is nothing in any measure",
    value: "0",
    unit: "立方米/日",
    of: "metal",
    to: YEARLY_ORE,
    low: "0",
    high: "0",
  },
];

function meansOf({ means = {}, bases }: Pick<Case, "means" | "bases">): Means {
  const given = Object.fromEntries(Object.entries(means).map(([key, text]) => [key, decimal(text)]));
  return { ...given, ...(bases === undefined ? {} : { bases }), ...FIELD };
}

describe("conversion", () => {
  it.each(CASES)("$name", (one) => {
    const quantity = { value: decimal(one.value), unit: unit(one.unit), ...(one.of ? { of: one.of } : {}) };
    const range = convert(quantity, one.to, meansOf(one));
    expect(range?.low.toFixed()).toBe(one.low);
    expect(range?.high?.toFixed()).toBe(one.high);
    expect(range?.missing.map(({ field }) => field)).toEqual(one.missing ?? []);
  });

  const INCOMPARABLE: readonly (readonly [unit: string, to: Measure])[] = [
    ["公顷", { dimension: "mass" }],
    ["万元", { dimension: "mass" }],
    ["吨", { dimension: "area" }],
    ["立方米", { dimension: "money" }],
  ];
  it.each(INCOMPARABLE)("%s can't be expressed in %j at all", (text, to) => {
    expect(convert({ value: decimal(1), unit: unit(text) }, to, FIELD)).toBeUndefined();
  });

  it("an amount goes into base units and back, whatever the unit", () => {
    const units = [
      "克",
      "千克",
      "吨",
      "万吨",
      "亿吨",
      "立方米",
      "万立方米",
      "亩",
      "公顷",
      "km2",
      "㎡",
      "万元",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...units), amounts, (text, value) => {
        const of = unit(text);
        const range = convert({ value, unit: of }, { dimension: of.dimension }, FIELD);
        expect(range && isExact(range) && inUnit(range.low, of).value.eq(value)).toBe(true);
      }),
    );
  });
});

const amounts = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => decimal(`${digits}e-${places}`));
const fraction = fc.integer({ min: 1, max: 10 ** 6 }).map((millionths) => decimal(millionths).div(10 ** 6));
const ALL_MEANS = fc.record({
  density: fc.integer({ min: 1, max: 3000 }).map((hundredths) => decimal(hundredths).div(100)),
  workingDays: fc.integer({ min: 1, max: 366 }).map((days) => decimal(days)),
  grade: fraction,
  recovery: fraction,
});
const KNOWN = ["ore", "mineral", "metal"] as const satisfies readonly Basis[];
const steps = fc.record({
  from: fc.constantFrom("吨/年", "万吨/年", "千克/年", "吨/日", "万立方米/年", "立方米/日"),
  of: fc.constantFrom(...KNOWN),
  to: fc.record({
    dimension: fc.constantFrom("mass" as const, "volume" as const),
    per: fc.constantFrom("year" as const, "day" as const),
    of: fc.constantFrom(...KNOWN),
  }),
});
const kept = fc.subarray(["density", "workingDays", "grade", "recovery"] as const);

function partly(means: Record<string, Decimal>, keep: readonly string[]): Means {
  return { ...FIELD, ...Object.fromEntries(Object.entries(means).filter(([key]) => keep.includes(key))) };
}

describe("ranges", () => {
  it("hold what comes out for every value that the unknown facts can have, and name them if it isn't exact", () => {
    fc.assert(
      fc.property(steps, amounts, ALL_MEANS, kept, ({ from, of, to }, value, means, keep) => {
        const quantity = { value, unit: unit(from), of };
        const whole = rangeOf(quantity, to, { ...means, ...FIELD });
        const part = rangeOf(quantity, to, partly(means, keep));
        fc.pre(isExact(whole));
        expect(whole.low.gte(part.low.minus(TINY))).toBe(true);
        expect(part.high === undefined || whole.low.lte(part.high.plus(TINY))).toBe(true);
        expect(part.missing.length > 0).toBe(!isExact(part));
      }),
      { numRuns: 500 },
    );
  });

  it("grow with the amount", () => {
    fc.assert(
      fc.property(steps, amounts, amounts, ALL_MEANS, kept, ({ from, of, to }, one, more, means, keep) => {
        const lesser = rangeOf({ value: one, unit: unit(from), of }, to, partly(means, keep));
        const greater = rangeOf({ value: one.plus(more), unit: unit(from), of }, to, partly(means, keep));
        expect(greater.low.gte(lesser.low)).toBe(true);
        if (lesser.high !== undefined) expect(greater.high?.gte(lesser.high)).toBe(true);
        expect(greater.high === undefined).toBe(lesser.high === undefined);
      }),
    );
  });
});

/** A quotient that never ends is cut at the 40th place. */
const TINY = decimal("1e-35");

function rangeOf(quantity: Parameters<typeof convert>[0], to: Measure, means: Means): Range {
  const range = convert(quantity, to, means);
  if (range === undefined) throw new Error("mass and volume compare");
  return range;
}

describe("a range against a limit", () => {
  const says = () => words("达到", "reached");
  const between = { low: decimal(10), high: decimal(20), missing: [{ field: "density", why: says() }] };
  const COMPARED: readonly (readonly [limit: Parameters<typeof compare>[1], value: string, truth: string])[] =
    [
      ["at-least", "10", "true"],
      ["at-least", "10.0000001", "unknown"],
      ["at-least", "20", "unknown"],
      ["at-least", "20.0000001", "false"],
      ["above", "9.9999999", "true"],
      ["above", "10", "unknown"],
      ["above", "20", "false"],
      ["at-most", "20", "true"],
      ["at-most", "19.9999999", "unknown"],
      ["at-most", "10", "unknown"],
      ["at-most", "9.9999999", "false"],
      ["below", "20.0000001", "true"],
      ["below", "20", "unknown"],
      ["below", "10", "false"],
    ];
  it.each(COMPARED)("10 … 20 is %s %s: %s", (limit, value, truth) => {
    const proof = compare(between, limit, decimal(value), says);
    expect(String(proof.truth)).toBe(truth);
    expect(proof.missing.map(({ field }) => field)).toEqual(truth === "unknown" ? ["density"] : []);
  });
});
