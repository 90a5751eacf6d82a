import { type Decimal, decimal, formatDecimal, formatGrouped } from "./decimal.ts";
import { bounded, dividedBy, either, exactly, type Range, timesRange } from "./range.ts";
import type { Missing } from "./truth.ts";
import type { Dimension, Period, Unit } from "./unit.ts";
import { type Words, words } from "./words.ts";

/** What is counted: 矿石, 矿物量, 金属量, 精矿, 荒料. */
export const BASES = ["ore", "mineral", "metal", "concentrate", "block"] as const;
export type Basis = (typeof BASES)[number];

/** How each of them is printed behind a unit: 万吨矿石. */
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
const AS_IT_IS: Step = { by: exactly(ONE) };

/** One step of a conversion: the amount times a factor, or divided by it. */
interface Step {
  readonly by: Range;
  readonly divide?: boolean;
}

/**
 * Expresses a quantity in base units of another measure. Nothing is assumed: where a density, the
 * working days, a grade or a basis isn't given, the result is the range of all that it can be.
 * @returns undefined if the two can't be compared at all (an area against a mass).
 */
export function convert(quantity: Quantity, to: Measure, means: Means): Range | undefined {
  const { value, unit, of } = quantity;
  const dimension = dimensionStep(unit.dimension, to.dimension, means);
  if (dimension === undefined) return undefined;
  const base = value.times(unit.scale);
  // Nothing is nothing in any measure.
  if (base.eq(0)) return exactly(base);
  const steps = [dimension, periodStep(unit.per, to.per, means)];
  if (to.of === undefined) return take(base, steps);
  const wanted = to.of;
  if (of !== undefined) return take(base, [...steps, basisStep(of, wanted, means)]);
  const [first = "ore", ...others] = means.bases ?? [];
  const choice = {
    field: `${means.field}.of`,
    why: words(
      "未说明计量对象（矿石、矿物量、金属量、精矿或荒料）",
      "it is not said what is counted (ore, mineral, metal, concentrate or block)",
    ),
  };
  return others.reduce<Range>(
    (hull, basis) => either(hull, take(base, [...steps, basisStep(basis, wanted, means)]), choice),
    take(base, [...steps, basisStep(first, wanted, means)]),
  );
}

/**
 * Multiplies first and divides once at the end: a third times three must be one again, because what
 * comes out is held against a limit.
 */
function take(base: Decimal, steps: readonly Step[]): Range {
  const product = (divide: boolean) =>
    steps
      .filter((step) => (step.divide ?? false) === divide)
      .reduce((range, { by }) => timesRange(range, by), exactly(ONE));
  return dividedBy(timesRange(exactly(base), product(false)), product(true));
}

function dimensionStep(from: Dimension, to: Dimension, { density }: Means): Step | undefined {
  if (from === to) return AS_IT_IS;
  const by = density === undefined ? anything(DENSITY) : exactly(density);
  if (from === "volume" && to === "mass") return { by };
  return from === "mass" && to === "volume" ? { by, divide: true } : undefined;
}

function periodStep(from: Period | undefined, to: Period | undefined, { workingDays: days }: Means): Step {
  if (from === to || from === undefined || to === undefined) return AS_IT_IS;
  return { by: days ? exactly(days) : bounded(ONE, DAYS_AT_MOST, [DAYS]), divide: from === "year" };
}

/** How much of `to` comes with one unit of `from`: a part never weighs more than its ore. */
function basisStep(from: Basis, to: Basis, means: Means): Step {
  if (from === to) return AS_IT_IS;
  if (from === "ore") return { by: shareOf(to, means) };
  // 建筑石料 in tonnes of metal: a slip from which nothing follows.
  if (means.bases?.includes(from) === false) return { by: anything(ODD_BASIS) };
  if (to === "ore") return { by: shareOf(from, means), divide: true };
  return { by: anything(BETWEEN_PARTS) };
}

/** The share of the ore that a part makes up. */
function shareOf(part: Basis, { grade, recovery }: Means): Range {
  const none = decimal(0);
  if (part === "block" || part === "concentrate")
    return bounded(none, ONE, [part === "block" ? BLOCK_YIELD : CONCENTRATE_YIELD]);
  if (grade === undefined)
    return part === "metal"
      ? bounded(none, recovery ?? ONE, recovery === undefined ? [GRADE, RECOVERY] : [GRADE])
      : bounded(none, ONE, [GRADE]);
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
const ODD_BASIS: Missing = {
  field: "output",
  why: words(
    "该矿种不以所报的计量对象计，须另报矿石量",
    "this mineral isn't counted in the basis stated: state the ore",
  ),
};
const BETWEEN_PARTS: Missing = {
  field: "output",
  why: words("须另报该计量对象的数量", "state the amount in that basis as well"),
};

/** `15 万吨矿石/年` · `150,000 t/a of ore`. */
export function formatQuantity({ value, unit, of }: Quantity): Words {
  const { zh, en } = unitWords(unit, of);
  return words(`${formatDecimal(value)} ${zh}`, `${formatGrouped(value.times(unit.times))} ${en}`);
}

/** `万吨矿石/年` · `t/a of ore`: Chinese keeps the multiplier in the unit, English in the number. */
export function unitWords(unit: Unit, of: Basis | undefined): Words {
  const basis = of === undefined ? words("", "") : words(BASIS_WORDS[of].zh, ` of ${BASIS_WORDS[of].en}`);
  return words(
    `${unit.symbol}${basis.zh}${per(unit, "年", "日")}`,
    `${unit.symbolEn}${per(unit, "a", "d")}${basis.en}`,
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
