import { type Decimal, decimal } from "./decimal.ts";
import { type Fact, holds, isMeasured } from "./facts.ts";
import { type Proof, unknown } from "./truth.ts";
import { type Words, words } from "./words.ts";

/** How far two ways to compute one area may differ: far less than what is printed of it. */
const SAME = decimal("1e-6");

/**
 * Whether a stated figure is what was measured, rounded to the digits that it is stated with. A number
 * of JSON has lost the zeros at its end, so it counts as stated with those that are left.
 */
export function agreesAsStated(stated: Decimal, measured: Decimal): boolean {
  return stated
    .minus(measured)
    .abs()
    .lte(halfUnit(stated).plus(measured.times(SAME)));
}

/** Whether a measured figure is a printed one, rounded to the digits that it is printed with: zeros count (0.1600). */
export function agreesAsPrinted(printed: number | string, measured: Decimal): boolean {
  const half = decimal(`0.5e-${decimalsOf(String(printed))}`);
  return decimal(printed)
    .minus(measured)
    .abs()
    .lte(half.plus(measured.times(SAME)));
}

/** Numbers of basic unit blocks are counted, not rounded: a whole number means just that. */
export function agreesAsCounted(stated: Decimal, counted: Decimal): boolean {
  return decimalsOf(stated.toFixed()) === 0 ? stated.eq(counted) : agreesAsStated(stated, counted);
}

/** Whether two areas are one figure once printed: areas are stated with four decimals (公告2022年第24号). */
export function samePrinted(a: Decimal, b: Decimal): boolean {
  return a.minus(b).abs().lte("0.00005");
}

/** Half a unit of the last decimal that a figure is written with: 0.005 of 5.61. */
function halfUnit(figure: Decimal): Decimal {
  return decimal(`0.5e-${decimalsOf(figure.toFixed())}`);
}

/** How many decimals a figure is written with. */
export function decimalsOf(figure: string): number {
  return figure.split(".")[1]?.length ?? 0;
}

/**
 * Whether an area is within a printed limit, whose zeros at the end count (0.1600). A measured area
 * beyond it that would be printed as the limit itself leaves it open.
 */
export function isAtMost(area: Fact<Decimal>, limit: number | string, says: () => Words): Proof {
  const half = decimal(`0.5e-${decimalsOf(String(limit))}`);
  const over = area.known && isMeasured(area) && area.value.gt(limit);
  if (over && area.value.lte(decimal(limit).plus(half)))
    return unknown([{ field: "areaKm2", why: AT_THE_LIMIT }], says);
  return holds(area, (value) => value.lte(limit), says);
}

const AT_THE_LIMIT = words(
  "量算面积超出界限，但在界限数值的舍入之内",
  "the measured area is beyond the limit, but within the rounding that the limit is printed with",
);

/**
 * Whether an area is surely larger than `factor` times another. A measured one is larger than a stated
 * one only beyond the rounding of that; of two alike every bit counts, but for the noise of computing.
 */
export function isLarger(area: Fact<Decimal>, than: Fact<Decimal>, factor: Decimal = decimal(1)): boolean {
  if (!area.known || !than.known) return false;
  const limit = than.value.times(factor);
  const measured = [area, than].map(isMeasured);
  if (measured.every((one) => !one)) return area.value.gt(limit);
  const rounding = [
    measured[0] ? decimal(0) : halfUnit(area.value),
    measured[1] ? decimal(0) : halfUnit(than.value).times(factor),
  ].reduce((sum, one) => sum.plus(one), limit.times(SAME));
  return area.value.minus(limit).gt(rounding);
}
