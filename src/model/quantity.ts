import { type Decimal, decimal, formatDecimal, formatGrouped } from "./decimal.ts";
import { bounded, dividedBy, either, exactly, type Range, timesRange } from "./range.ts";
import type { Missing } from "./truth.ts";
import type { Dimension, Period, Unit } from "./unit.ts";
import { type Words, words } from "./words.ts";

/** What is counted: 矿石, 矿物量, 金属量, 精矿, 荒料. */
export const BASES = ["ore", "mineral", "metal", "concentrate", "block"] as const;
export type Basis = (typeof BASES)[number];

export const BASIS_WORDS: Readonly<Record<Basis, Words>> = {
  ore: words("矿石", "ore"),
  mineral: words("矿物", "mineral"),
  metal: words("金属", "metal"),
  concentrate: words("精矿", "concentrate"),
  block: words("荒料", "dimension block"),
};

/** An amount with its unit and, where it matters, what is counted. */
export interface Quantity {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly of?: Basis;
}

/** What a quantity is to be expressed in: base units of `dimension`, per `per`, of `of`. */
export interface Measure {
  readonly dimension: Dimension;
  readonly per?: Period;
  readonly of?: Basis;
}

/** The facts that a conversion may rest on; an absent one leaves the result a range. */
export interface Means {
  /** 体重, t/m³. */
  readonly density?: Decimal;
  readonly workingDays?: Decimal;
  /** 品位, as a fraction. */
  readonly grade?: Decimal;
  /** 选矿回收率, as a fraction. */
  readonly recovery?: Decimal;
  /** The bases an amount printed without one may have been counted in; absent: only ore. */
  readonly bases?: readonly Basis[];
  /** Path of the amount in the input, for naming what is missing. */
  readonly field: string;
}

const ONE = decimal(1);
const DAYS_AT_MOST = decimal(366);

/**
 * Expresses a quantity in base units of another measure. Nothing is assumed: where a density, the
 * working days, a grade or a basis isn't given, the result is the range of all that it can be.
 * @returns undefined if the two can't be compared at all (an area against a mass).
 */
export function convert(quantity: Quantity, to: Measure, means: Means): Range | undefined {
  const inUnits = exactly(quantity.value.times(quantity.unit.scale));
  const inDimension = convertDimension(inUnits, quantity.unit.dimension, to.dimension, means);
  if (inDimension === undefined) return undefined;
  const inPeriod = convertPeriod(inDimension, quantity.unit.per, to.per, means);
  return to.of === undefined ? inPeriod : convertBasis(inPeriod, quantity.of, to.of, means);
}

function convertDimension(range: Range, from: Dimension, to: Dimension, means: Means): Range | undefined {
  if (from === to) return range;
  const { density } = means;
  if (from === "volume" && to === "mass")
    return timesRange(range, density === undefined ? anything(DENSITY) : exactly(density));
  if (from === "mass" && to === "volume")
    return density === undefined ? timesRange(range, anything(DENSITY)) : dividedBy(range, density);
  return undefined;
}

function convertPeriod(
  range: Range,
  from: Period | undefined,
  to: Period | undefined,
  { workingDays: days }: Means,
): Range {
  if (from === to || from === undefined || to === undefined) return range;
  if (from === "day") return timesRange(range, days ? exactly(days) : bounded(ONE, DAYS_AT_MOST, [DAYS]));
  return days ? dividedBy(range, days) : timesRange(range, bounded(ONE.div(DAYS_AT_MOST), ONE, [DAYS]));
}

function convertBasis(range: Range, from: Basis | undefined, to: Basis, means: Means): Range {
  if (from !== undefined) return inBasis(range, from, to, means);
  const [first = "ore", ...others] = means.bases ?? [];
  const choice = {
    field: `${means.field}.of`,
    why: words(
      "未说明计量对象（矿石、矿物量、金属量、精矿或荒料）",
      "it is not said what is counted (ore, mineral, metal, concentrate or block)",
    ),
  };
  return others.reduce<Range>(
    (hull, basis) => either(hull, inBasis(range, basis, to, means), choice),
    inBasis(range, first, to, means),
  );
}

/** How much of `to` comes with an amount of `from`: a part never weighs more than its ore. */
function inBasis(range: Range, from: Basis, to: Basis, means: Means): Range {
  if (from === to) return range;
  if (from === "ore") return timesRange(range, shareOf(to, means));
  if (to !== "ore") return timesRange(range, anything(BETWEEN_PARTS));
  const share = shareOf(from, means);
  return share.high?.eq(share.low) && share.low.gt(0)
    ? dividedBy(range, share.low)
    : timesRange(range, { low: ONE, missing: share.missing });
}

/** The share of the ore that a part makes up. */
function shareOf(part: Basis, { grade, recovery }: Means): Range {
  const none = decimal(0);
  if (part === "block" || part === "concentrate")
    return bounded(none, ONE, [part === "block" ? BLOCK_YIELD : CONCENTRATE_YIELD]);
  if (grade === undefined)
    return bounded(none, ONE, part === "metal" && recovery === undefined ? [GRADE, RECOVERY] : [GRADE]);
  if (part === "mineral") return exactly(grade);
  return recovery === undefined ? bounded(none, grade, [RECOVERY]) : exactly(grade.times(recovery));
}

function anything(missing: Missing): Range {
  return { low: decimal(0), missing: [missing] };
}

const DENSITY: Missing = {
  field: "density",
  why: words(
    "质量与体积换算须有体重（吨/立方米）",
    "mass and volume convert only with a stated density (t/m³)",
  ),
};
const DAYS: Missing = {
  field: "workingDaysPerYear",
  why: words(
    "日产与年产换算须有年工作天数",
    "daily and yearly output convert only with the working days per year",
  ),
};
const GRADE: Missing = {
  field: "grade",
  why: words("矿石与金属（矿物）量换算须有品位", "ore and metal (mineral) convert only with a stated grade"),
};
const RECOVERY: Missing = {
  field: "recovery",
  why: words("矿石与金属量换算须有选矿回收率", "ore and metal convert only with a stated recovery"),
};
const BLOCK_YIELD: Missing = {
  field: "output",
  why: words("须另报矿石量：荒料率未知", "state the ore as well: the block yield is unknown"),
};
const CONCENTRATE_YIELD: Missing = {
  field: "output",
  why: words(
    "须另报该计量对象的数量：精矿产率未知",
    "state the amount in that basis as well: the concentrate yield is unknown",
  ),
};
const BETWEEN_PARTS: Missing = {
  field: "output",
  why: words("须另报该计量对象的数量", "state the amount in that basis as well"),
};

/** `15 万吨矿石/年` · `150,000 t/a of ore`. */
export function formatQuantity({ value, unit, of }: Quantity): Words {
  const { zh } = unitWords(unit, of);
  return words(
    `${formatDecimal(value)} ${zh}`,
    `${formatGrouped(value.times(unit.times))} ${unit.symbolEn}${per(unit, "a", "d")}${of ? ` of ${BASIS_WORDS[of].en}` : ""}`,
  );
}

/** `万吨矿石/年` · `10⁴ t/a of ore`, for figures that keep the unit's multiplier. */
export function unitWords(unit: Unit, of: Basis | undefined): Words {
  const times = unit.times.eq(1) ? "" : `× ${formatGrouped(unit.times)} `;
  return words(
    `${unit.symbol}${of ? BASIS_WORDS[of].zh : ""}${per(unit, "年", "日")}`,
    `${times}${unit.symbolEn}${per(unit, "a", "d")}${of ? ` of ${BASIS_WORDS[of].en}` : ""}`,
  );
}

function per(unit: Unit, year: string, day: string): string {
  if (unit.per === undefined) return "";
  return `/${unit.per === "year" ? year : day}`;
}

/** Base units back into `unit`, to print a computed amount beside the limit it is held against. */
export function inUnit(base: Decimal, unit: Unit, of?: Basis): Quantity {
  const value = base.div(unit.scale);
  return of === undefined ? { value, unit } : { value, unit, of };
}
