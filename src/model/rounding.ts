import { type Decimal, decimal } from "./decimal.ts";
import { type Fact, isMeasured } from "./facts.ts";

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

function decimalsOf(figure: string): number {
  return figure.split(".")[1]?.length ?? 0;
}

/** The largest area that rounds to a printed limit; its zeros at the end count (0.1600). */
export function mostThatRoundsTo(limit: number | string): Decimal {
  const half = decimal(`0.5e-${decimalsOf(String(limit))}`);
  return decimal(limit).plus(half);
}

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
