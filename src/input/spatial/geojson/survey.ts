import type { Box } from "../../../geometry/shape/shape.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** The exponents that coordinates have; beyond them `Number` reads. */
const TENTHS = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * What must be known of a large file before its features are read: the range of the corners, whether
 * there are heights, and the fields. Looks at the bytes of each feature without making objects of them.
 */
export class Survey {
  readonly range: { -readonly [Side in keyof Box]: number } = {
    minX: Infinity,
    minY: Infinity,
    maxX: -Infinity,
    maxY: -Infinity,
  };
  heights = false;
  readonly fields = new Set<string>();
  private readonly fieldsSeen = new Set<number>();

  /** Looks at one sound feature. Returns a key that it has twice where the second would win in silence. */
  add(bytes: Buffer): string | undefined {
    let depth = 0;
    let member = "";
    let hasGeometry = false;
    /** How deep the array of coordinates is that is being read; 0: none is. */
    let coordinates = 0;
    /** The level of the object that already has coordinates. */
    let placedAt = 0;
    let position = 0;
    for (let at = 0; at < bytes.length; at++) {
      const sign = bytes[at] as number;
      if (sign === QUOTE) {
        const end = endOfString(bytes, at);
        const after = skipSpace(bytes, end + 1);
        if (bytes[after] === COLON) {
          if (depth === 1) {
            member = bytes.toString("latin1", at + 1, end);
            if (member === "geometry") {
              if (hasGeometry) return member;
              hasGeometry = true;
            }
          } else if (depth === 2 && member === "properties") this.field(bytes, at + 1, end);
          else if (
            member === "geometry" &&
            end - at === 12 &&
            bytes.toString("latin1", at + 1, end) === "coordinates"
          ) {
            if (placedAt === depth) return "coordinates";
            placedAt = depth;
            coordinates = depth + 1;
          }
        }
        at = end;
      } else if (sign === 0x5b || sign === 0x7b) {
        depth++;
        position = 0;
        if (sign === 0x7b && placedAt >= depth) placedAt = 0;
      } else if (sign === 0x5d || sign === 0x7d) {
        if (depth === coordinates) coordinates = 0;
        depth--;
      } else if (coordinates > 0) {
        if (sign === COMMA) position++;
        else if (sign === MINUS || (sign >= 0x30 && sign <= 0x39)) at = this.number(bytes, at, position) - 1;
      }
    }
    return undefined;
  }

  /** Takes the number at `from` into the range; returns where it ends. */
  private number(bytes: Buffer, from: number, position: number): number {
    let at = bytes[from] === MINUS ? from + 1 : from;
    let digits = 0;
    let fraction = -1;
    let sign = bytes[at] as number;
    for (; ; sign = bytes[++at] as number) {
      if (sign >= 0x30 && sign <= 0x39) {
        digits = digits * 10 + (sign - 0x30);
        if (fraction >= 0) fraction++;
      } else if (sign === POINT) fraction = 0;
      else break;
    }
    if (position > 1) {
      this.heights = true;
      return at;
    }
    let value = fraction > 0 ? digits / (TENTHS[fraction] ?? Number.NaN) : digits;
    if (bytes[from] === MINUS) value = -value;
    if (sign === 0x65 || sign === 0x45 || Number.isNaN(value)) {
      while (at < bytes.length && /[-+.\deE]/.test(String.fromCharCode(bytes[at] as number))) at++;
      value = Number(bytes.toString("latin1", from, at));
    }
    const { range } = this;
    if (position === 0) {
      if (value < range.minX) range.minX = value;
      if (value > range.maxX) range.maxX = value;
    } else {
      if (value < range.minY) range.minY = value;
      if (value > range.maxY) range.maxY = value;
    }
    return at;
  }

  private field(bytes: Buffer, from: number, end: number): void {
    let hash = end - from;
    for (let at = from; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    if (this.fieldsSeen.has(hash)) return;
    this.fieldsSeen.add(hash);
    const name = bytes.toString("utf8", from, end);
    this.fields.add(name.includes("\\") ? unescaped(name) : name);
  }
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    // The feature itself is refused when it is read.
    return text;
  }
}

/** Where the string that begins at `from` has its closing quote. */
function endOfString(bytes: Buffer, from: number): number {
  let at = from + 1;
  for (; at < bytes.length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
  return at;
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}
