import { decimal } from "../model/decimal.ts";
import type { Measure, Quantity } from "../model/quantity.ts";
import { bounded, type Range } from "../model/range.ts";
import { words } from "../model/words.ts";

/**
 * What is known of the output in one measure, from one or several quantities. A quantity stated in
 * that very basis and dimension speaks for itself; otherwise all that the others imply holds
 * together.
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
  const direct = stated.find(
    ({ unit, of }) => unit.dimension === measure.dimension && of !== undefined && of === measure.of,
  );
  const ranges = (direct === undefined ? stated : [direct])
    .map(express)
    .filter((range): range is Range => range !== undefined);
  return ranges.reduce(narrow, { low: decimal(0), missing: ranges.length === 0 ? [NOT_COMPARABLE] : [] });
}

/** Both hold, so the output lies in their common part; if they have none, they contradict each other. */
function narrow(a: Range, b: Range): Range {
  const low = a.low.gt(b.low) ? a.low : b.low;
  const high = a.high === undefined ? b.high : b.high === undefined || a.high.lt(b.high) ? a.high : b.high;
  if (high?.lt(low)) return { low: decimal(0), missing: [CONTRADICTORY] };
  return bounded(low, high, [...a.missing, ...b.missing]);
}

const NOT_COMPARABLE = {
  field: "output",
  why: words("所报生产规模不能换算为规划的计量单位", "the output can't be expressed in the plan's unit"),
};
const CONTRADICTORY = {
  field: "output",
  why: words("所报各项生产规模相互矛盾", "the stated outputs contradict each other"),
};
