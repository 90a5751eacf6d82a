import { readDecimal } from "./decimal.ts";
import type { Margin } from "./finding.ts";
import { type Basis, formatQuantity, inUnit, type Measure, type Quantity, unitWords } from "./quantity.ts";
import { isExact, type Range } from "./range.ts";
import type { Figure } from "./section.ts";
import { readUnit } from "./unit.ts";
import { type Words, words } from "./words.ts";

/** A figure of a plan with the measure that applications are held against it in. */
export interface PlanFigure {
  readonly quantity: Quantity;
  readonly measure: Measure;
  /** In base units of the measure. */
  readonly value: Quantity["value"];
}

/**
 * Reads a figure of a plan file. A figure printed without a basis counts ore, but is printed without
 * one again.
 */
export function planFigure({ value, unit, of }: Figure): PlanFigure {
  const read = readDecimal(value);
  const in_ = readUnit(unit);
  if (read === undefined || in_ === undefined) throw new Error(`not a figure: ${value} ${unit}`);
  const quantity: Quantity = of === undefined ? { value: read, unit: in_ } : { value: read, unit: in_, of };
  const measure: Measure = {
    dimension: in_.dimension,
    ...(in_.per === undefined ? {} : { per: in_.per }),
    of: of ?? ("ore" satisfies Basis),
  };
  return { quantity, measure, value: read.times(in_.scale) };
}

/** How far an exactly known amount is from a figure, in the figure's own unit. */
export function marginTo(range: Range, figure: PlanFigure, side: "at-least" | "at-most"): Margin | undefined {
  if (!isExact(range)) return undefined;
  const { unit, of } = figure.quantity;
  const distance = side === "at-least" ? range.low.minus(figure.value) : figure.value.minus(range.low);
  return {
    left: distance.div(unit.scale),
    limit: figure.quantity.value,
    unit: unitWords(unit, of),
    times: unit.times,
  };
}

/** An amount that was computed in base units, printed in the unit of the figure beside it. */
export function inFigureUnit(range: Range, { quantity }: PlanFigure): Words {
  const { unit, of } = quantity;
  const low = printed(inUnit(range.low, unit, of), DOWN);
  if (isExact(range)) return low;
  if (range.high !== undefined) {
    const high = printed(inUnit(range.high, unit, of), UP);
    return words(`${low.zh} 至 ${high.zh} 之间`, `between ${low.en} and ${high.en}`);
  }
  return range.low.eq(0) ? words("未知", "unknown") : words(`至少 ${low.zh}`, `at least ${low.en}`);
}

/** A quotient has no end of digits; it is cut so that it never looks as if it reached a limit. */
function printed(quantity: Quantity, direction: typeof DOWN | typeof UP): Words {
  const { value } = quantity;
  const endless = (value.toFixed().split(".")[1]?.length ?? 0) > 12;
  return formatQuantity(endless ? { ...quantity, value: value.round(4, direction) } : quantity);
}

/** The rounding modes of the decimal library. */
const DOWN = 0;
const UP = 3;
