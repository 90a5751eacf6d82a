import { type Words, words } from "../../../model/words.ts";
import { type MarkedAngle, type PlainNumber, packedDegrees } from "./numbers.ts";

/** What a heading says of how angles are written: 经度(度分秒), 经度(度); undefined: nothing. */
export type AngleHint = "packed" | "decimal" | undefined;

/** One corner as it is written. */
export interface WrittenCorner {
  readonly first: MarkedAngle | PlainNumber;
  readonly second: MarkedAngle | PlainNumber;
  readonly line: number;
}

/** Stops reading with what is wrong in a line. */
export type FailLine = (line: number | undefined, message: Words, remedy: Words) => never;

/** More decimals than seconds of an angle are ever given with: only decimal degrees have them. */
const MOST_PACKED_DECIMALS = 8;

/**
 * The numbers of all corners, in the order of the file: degrees or metres. A column is written in one
 * way; where plain numbers could be decimal degrees as well as packed ones and no heading says which,
 * nothing is guessed.
 */
export function numbersOf(
  corners: readonly WrittenCorner[],
  hint: AngleHint,
  fail: FailLine,
): readonly (readonly [number, number])[] {
  refuseMixtures(corners, fail);
  const values = corners.map(({ first, second }) => [first, second] as const);
  const plain = values.flat().filter((value) => value.kind === "plain");
  const isPacked = hint === "packed" && plain.length > 0;
  if (!isPacked && hint !== "decimal") refuseAmbiguity(corners, plain, fail);
  return corners.map(({ first, second, line }) => [
    numberOf(first, isPacked, line, fail),
    numberOf(second, isPacked, line, fail),
  ]);
}

function numberOf(value: MarkedAngle | PlainNumber, isPacked: boolean, line: number, fail: FailLine): number {
  if (value.kind === "plain" && !isPacked) return value.value;
  const degrees = value.kind === "plain" ? packedDegrees(value) : value.degrees;
  return (
    degrees ??
    fail(
      line,
      words("度分秒中的分、秒应小于 60", "minutes and seconds of an angle are less than 60"),
      words(
        "改正该坐标；若为十进制度，表头写“经度(度)”",
        "correct it; if these are decimal degrees, head the column 经度(度)",
      ),
    )
  );
}

function refuseMixtures(corners: readonly WrittenCorner[], fail: FailLine): void {
  for (const side of ["first", "second"] as const) {
    const expected = corners[0]?.[side];
    const other = corners.find((corner) => wayOf(corner[side]) !== wayOf(expected ?? corner[side]));
    if (other !== undefined)
      fail(
        other.line,
        words(
          "此行坐标的写法与前面各行不同",
          "the coordinates of this line are written in another way than those before",
        ),
        words(
          "一列坐标用同一种写法：度分秒、十进制度或米",
          "write a column in one way: degrees with minutes and seconds, decimal degrees, or metres",
        ),
      );
  }
}

/** Marked, or plain and of degrees' size, or plain and larger. */
function wayOf(value: MarkedAngle | PlainNumber): string {
  if (value.kind === "marked") return "marked";
  return Math.abs(value.value) <= 180 ? "small" : "large";
}

function refuseAmbiguity(
  corners: readonly WrittenCorner[],
  plain: readonly PlainNumber[],
  fail: FailLine,
): void {
  const packed = plain.map(packedDegrees);
  if (plain.length === 0 || packed.includes(undefined)) return;
  const isDifferent = plain.some(({ value }, index) => Math.abs(value - (packed[index] as number)) > 1e-12);
  const isDecimal = plain.some(({ digits }) => (digits.split(".")[1]?.length ?? 0) > MOST_PACKED_DECIMALS);
  // Larger numbers of six or seven digits: metres too, unless both read as an angle within China.
  if (!isDifferent || isDecimal || !corners.every(({ first, second }) => isInChina(first, second))) return;
  fail(
    corners[0]?.line,
    words(
      "这些数字既可能是十进制度，也可能是省略符号的度分秒（ddd.mmss 或 DDDMMSS）",
      "these numbers may be decimal degrees or degrees, minutes and seconds without marks (ddd.mmss, DDDMMSS)",
    ),
    words(
      "在表头写明“经度(度)、纬度(度)”或“经度(度分秒)、纬度(度分秒)”，或写成 113°05′30.000″",
      "head the columns 经度(度), 纬度(度) or 经度(度分秒), 纬度(度分秒), or write 113°05′30.000″",
    ),
  );
}

/** Longitudes 73 to 136, latitudes 3 to 54, in either order. */
function isInChina(first: MarkedAngle | PlainNumber, second: MarkedAngle | PlainNumber): boolean {
  const [low = 0, high = 0] = [first, second]
    .map((value) => (value.kind === "plain" ? packedDegrees(value) : value.degrees) ?? 0)
    .sort((a, b) => a - b);
  return low >= 3 && low <= 54 && high >= 73 && high <= 136;
}
