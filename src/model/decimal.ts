import Big from "big.js";

/**
 * Its own constructor, so that the precision of a division is ours: with 40 places a quotient of two
 * inputs of 17 digits cannot be rounded onto a limit that it doesn't reach.
 */
const Exact = Big();
Exact.DP = 40;

/** An exact decimal number. Limits are compared in these, never in binary floating point. */
export type Decimal = Big;

/** `value` must be finite, or a plain decimal literal. */
export function decimal(value: number | string): Decimal {
  return new Exact(value);
}

export function isDecimal(value: unknown): value is Decimal {
  return value instanceof Exact;
}

const PLAIN = /^[+-]?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,2})?$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3}){1,12}(\.\d{1,40})?$/;

/**
 * Reads a number as people type it: full-width digits (１５), thousands separators (1,200 or 1，200),
 * spaces around it. A number keeps its shortest decimal form, so 0.1 is one tenth.
 * @returns undefined if it is not a number in one of these forms.
 */
export function readDecimal(value: number | string): Decimal | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? new Exact(value) : undefined;
  const text = halfWidth(value).trim().toLowerCase();
  const grouped = GROUPED.test(text);
  if (!grouped && !PLAIN.test(text)) return undefined;
  return new Exact((grouped ? text.replaceAll(",", "") : text).replace(/^\+/, ""));
}

/** Only width is undone: a full normalisation would read 15² as 152. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/**
 * Prints without exponent and without trailing zeros. Rounds to `places` only if that is given, and
 * never a difference away: what is short of a limit by a hair isn't short by nothing.
 */
export function formatDecimal(value: Decimal, places?: number): string {
  const rounded = places === undefined ? value : value.round(places);
  const text = (rounded.eq(0) && !value.eq(0) ? value.prec(2) : rounded).toFixed();
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** As {@link formatDecimal}, with a comma before every three digits of the whole part. */
export function formatGrouped(value: Decimal, places?: number): string {
  const [whole = "", fraction] = formatDecimal(value, places).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
