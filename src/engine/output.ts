import { decimal } from "../model/decimal.ts";
import type { Measure, Quantity } from "../model/quantity.ts";
import { bounded, isExact, type Range } from "../model/range.ts";
import { words } from "../model/words.ts";

/** mineright's own yardstick: amounts converted by a grade or a density agree only roughly … */
const FOLD = 2;
/** … and those of a day and a year, by the working days stated, but for rounding. */
const ROUNDING = 1.1;

/**
 * What is known of the output in one measure, from one or several quantities. A quantity stated in
 * that very basis and dimension speaks for itself, unless another one contradicts it; otherwise all
 * that they imply holds together.
 */
export function outputRange(
  stated: readonly Quantity[] | undefined,
  measure: Measure,
  express: (quantity: Quantity) => Range | undefined,
): Range {
  if (stated === undefined)
    return {
      low: decimal(0),
      missing: [{ field: "output", why: words("未说明生产规模", "output not stated") }],
    };
  if (stated.some((one, index) => stated.slice(index + 1).some((other) => differ(one, other))))
    return CONTRADICTED;
  const speaks = ({ unit, of }: Quantity) =>
    unit.dimension === measure.dimension && of !== undefined && of === measure.of;
  const direct = stated.find((one) => speaks(one) && one.unit.per === measure.per) ?? stated.find(speaks);
  const own = direct && express(direct);
  const others = stated.flatMap((quantity) => {
    const range = quantity === direct ? undefined : express(quantity);
    return range === undefined ? [] : [{ range, fold: speaks(quantity) ? ROUNDING : FOLD }];
  });
  if (own === undefined) return common(others.map(({ range }) => range));
  const rival = others.find(({ range, fold }) => apart(own, range, isExact(range) ? fold : 1));
  return rival === undefined ? own : CONTRADICTED;
}

/** The same thing stated twice, with two values. */
function differ(a: Quantity, b: Quantity): boolean {
  const alike = a.unit.dimension === b.unit.dimension && a.unit.per === b.unit.per && a.of === b.of;
  return alike && !a.value.times(a.unit.scale).eq(b.value.times(b.unit.scale));
}

/** No value of one comes within `fold` of a value of the other. */
function apart(a: Range, b: Range, fold: number): boolean {
  return a.high?.times(fold).lt(b.low) === true || b.high?.times(fold).lt(a.low) === true;
}

/** All hold, so the output lies in their common part; if two have none, they contradict each other. */
function common(ranges: readonly Range[]): Range {
  if (ranges.some((a, index) => ranges.slice(index + 1).some((b) => apart(a, b, 1)))) return CONTRADICTED;
  return ranges.reduce(narrow, { low: decimal(0), missing: ranges.length === 0 ? [NOT_COMPARABLE] : [] });
}

function narrow(a: Range, b: Range): Range {
  const low = a.low.gt(b.low) ? a.low : b.low;
  const high = a.high === undefined ? b.high : b.high === undefined || a.high.lt(b.high) ? a.high : b.high;
  return bounded(low, high, [...a.missing, ...b.missing]);
}

const NOT_COMPARABLE = {
  field: "output",
  why: words("所报生产规模不能换算为规划的计量单位", "the output can't be expressed in the plan's unit"),
};
/** What is true may be none of them, so nothing is known. */
const CONTRADICTED: Range = {
  low: decimal(0),
  missing: [
    {
      field: "output",
      why: words("所报各项生产规模相互矛盾", "the stated outputs contradict each other"),
    },
  ],
};
