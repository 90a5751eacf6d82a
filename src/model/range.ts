import type { Decimal } from "./decimal.ts";
import { fact, type Missing, type Proof, unknown } from "./truth.ts";
import type { Words } from "./words.ts";

/**
 * What is known of a number: it lies between `low` and `high`, both included. Known exactly when
 * they are equal; otherwise `missing` names the facts that would narrow it. A limit outside the
 * range is decided all the same, whatever those facts are.
 */
export interface Range {
  readonly low: Decimal;
  /** Absent: nothing bounds it above. */
  readonly high?: Decimal;
  readonly missing: readonly Missing[];
}

/** A number that is known. */
export function exactly(value: Decimal): Range {
  return { low: value, high: value, missing: [] };
}

/** Whether the number is known. */
export function isExact(range: Range): boolean {
  return range.high?.eq(range.low) === true;
}

/** Multiplies by a factor that is itself only known to lie in a range; none is negative. */
export function timesRange(range: Range, factor: Range): Range {
  return bounded(
    range.low.times(factor.low),
    range.high !== undefined && factor.high !== undefined ? range.high.times(factor.high) : undefined,
    [...range.missing, ...factor.missing],
  );
}

/**
 * Divides by a divisor that is itself only known to lie in a range. A divisor that may be near zero
 * leaves no bound above.
 */
export function dividedBy(range: Range, divisor: Range): Range {
  if (isExact(divisor) && divisor.low.eq(1)) return range;
  return bounded(
    divisor.high === undefined ? range.low.times(0) : range.low.div(divisor.high),
    range.high !== undefined && divisor.low.gt(0) ? range.high.div(divisor.low) : undefined,
    [...range.missing, ...divisor.missing],
  );
}

/** The sum of two numbers. */
export function plus(a: Range, b: Range): Range {
  return bounded(
    a.low.plus(b.low),
    a.high !== undefined && b.high !== undefined ? a.high.plus(b.high) : undefined,
    [...a.missing, ...b.missing],
  );
}

/** The smallest range that holds both: it is one or the other, and `choice` says which. */
export function either(a: Range, b: Range, choice: Missing): Range {
  return bounded(
    a.low.lt(b.low) ? a.low : b.low,
    a.high !== undefined && b.high !== undefined ? (a.high.gt(b.high) ? a.high : b.high) : undefined,
    [choice, ...a.missing, ...b.missing],
  );
}

/** A range of these bounds; two equal ones make an exact number, which lacks nothing. */
export function bounded(low: Decimal, high: Decimal | undefined, missing: readonly Missing[]): Range {
  if (high?.eq(low)) return exactly(low);
  return high === undefined ? { low, missing } : { low, high, missing };
}

/** How a limit is meant: 不低于 and 以内 include the number, 不足 and ＜ exclude it. */
export type Limit = "at-least" | "at-most" | "below" | "above";

/** Holds the number against a limit, in three values. */
export function compare(range: Range, limit: Limit, value: Decimal, says: () => Words): Proof {
  const { low, high } = range;
  switch (limit) {
    case "at-least":
      return verdict(low.gte(value), high?.lt(value), range, says);
    case "above":
      return verdict(low.gt(value), high?.lte(value), range, says);
    case "at-most":
      return verdict(high?.lte(value), low.gt(value), range, says);
    case "below":
      return verdict(high?.lt(value), low.gte(value), range, says);
  }
}

function verdict(
  holds: boolean | undefined,
  fails: boolean | undefined,
  range: Range,
  says: () => Words,
): Proof {
  if (holds) return fact(true, says);
  if (fails) return fact(false, says);
  return unknown(range.missing, says);
}
