import { halfWidth } from "./half-width.ts";

/** An angle with its degrees, minutes and seconds told apart by marks: 114°00′00.000″, 114度00分. */
export interface MarkedAngle {
  readonly kind: "marked";
  /** Degrees; undefined where minutes or seconds reach 60. */
  readonly degrees: number | undefined;
}

/** A plain number, kept as its digits too: 113.0530 may be degrees or degrees, minutes and seconds. */
export interface PlainNumber {
  readonly kind: "plain";
  readonly value: number;
  readonly digits: string;
}

const MINUTE = "['′’‘`´分]";
const SECOND = `(?:["″”“〃秒]|${MINUTE}{2})`;
const HEAD = "([NSEW]|[东西南北](?:经|纬)?)?\\s*(-?)(\\d{1,3})";
const MARKED = new RegExp(
  `^${HEAD}\\s*[°º˚度]\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*${MINUTE}\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*${SECOND}?)?)?\\s*([NSEW])?$`,
  "i",
);
/** Decimal degrees that say so: 113.0512°. */
const DEGREES = /^(-?\d{1,3}\.\d+)\s*[°º˚度]$/;
/** 114-00-00.000 and 114:00:00. */
const PUNCTUATED = /^()()(\d{1,3})([-:])(\d{1,2})\4(\d{1,2}(?:\.\d+)?)$/;
const PLAIN = /^[-+]?\d+(?:\.\d*)?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** Reads a coordinate as people write them. Undefined: it is none. */
export function readNumber(text: string): MarkedAngle | PlainNumber | undefined {
  const bare = halfWidth(text)
    .trim()
    .replace(/(?<=\d)\s*(?:m|米)$/i, "");
  const digits = GROUPED.test(bare) ? bare.replaceAll(",", "") : bare;
  if (PLAIN.test(digits)) return { kind: "plain", value: Number(digits), digits };
  const decimal = DEGREES.exec(bare)?.[1];
  if (decimal !== undefined) return { kind: "marked", degrees: Number(decimal) };
  const punctuated = PUNCTUATED.exec(bare);
  if (punctuated !== null) {
    const [, , , degrees, , minutes, seconds] = punctuated;
    return { kind: "marked", degrees: sexagesimal(degrees, minutes, seconds) };
  }
  const marked = MARKED.exec(bare);
  if (marked === null) return undefined;
  const [, side = "", minus, degrees, minutes, seconds, sideBehind = ""] = marked;
  const value = sexagesimal(degrees, minutes, seconds);
  const isNegative = minus === "-" || /^[SW西南]/i.test(side || sideBehind);
  return { kind: "marked", degrees: value !== undefined && isNegative ? -value : value };
}

function sexagesimal(degrees = "0", minutes = "0", seconds = "0"): number | undefined {
  const [m, s] = [Number(minutes), Number(seconds)];
  return m < 60 && s < 60 ? Number(degrees) + m / 60 + s / 3600 : undefined;
}

/**
 * A plain number read as degrees, minutes and seconds written without marks: `113.0530` (ddd.mmss) or
 * `1130530.5` (DDDMMSS). Undefined: its minutes or seconds would reach 60, or it can be neither.
 */
export function packedDegrees({ digits, value }: PlainNumber): number | undefined {
  const [whole = "", fraction = ""] = digits.replace(/^[-+]/, "").split(".");
  const sign = value < 0 ? -1 : 1;
  const angle =
    whole.length <= 3
      ? sexagesimal(whole, ...minutesAndSeconds(fraction))
      : whole.length === 6 || whole.length === 7
        ? sexagesimal(whole.slice(0, -4), whole.slice(-4, -2), `${whole.slice(-2)}.${fraction || "0"}`)
        : undefined;
  return angle === undefined ? undefined : sign * angle;
}

function minutesAndSeconds(fraction: string): [string, string] {
  const padded = fraction.padEnd(4, "0");
  return [padded.slice(0, 2), `${padded.slice(2, 4)}.${padded.slice(4) || "0"}`];
}
