import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, formatDecimal, formatGrouped, readDecimal } from "../../src/model/decimal.ts";

const READ: readonly (readonly [given: string | number, value: string])[] = [
  ["15", "15"],
  [" 15 ", "15"],
  ["+15", "15"],
  ["-0.5", "-0.5"],
  ["0.1", "0.1"],
  [0.1, "0.1"],
  [299.9999999, "299.9999999"],
  [1e21, "1000000000000000000000"],
  ["1e3", "1000"],
  ["1E-3", "0.001"],
  ["１５．５", "15.5"],
  ["　１２００　", "1200"],
  ["1,200", "1200"],
  ["1，200", "1200"],
  ["１，２００．５", "1200.5"],
  ["12,345,678.9", "12345678.9"],
  ["299.99999999999999999", "299.99999999999999999"],
  ["12345678901234567", "12345678901234567"],
];

const REFUSED: readonly (string | number)[] = [
  "",
  " ",
  "abc",
  "十五",
  "15万",
  "15 %",
  "15t",
  "1 200",
  "12,00",
  "1,20",
  ",200",
  "1,,200",
  "15,5",
  "1.2.3",
  ".5",
  "5.",
  "1e",
  "1e999",
  "0x10",
  "0b1",
  "--1",
  "Infinity",
  "-Infinity",
  "NaN",
  "null",
  "1/2",
  // Characters that a compatibility normalisation would turn into digits: 15² is not 152.
  "15²",
  "½",
  "①",
  "١٥",
  "9".repeat(41),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

describe("reading a number", () => {
  it.each(READ)("%j is %s", (given, value) => {
    expect(readDecimal(given)?.toFixed()).toBe(value);
  });

  it.each(REFUSED.map((one) => [one]))("%j is refused", (given) => {
    expect(readDecimal(given)).toBeUndefined();
  });

  it("a printed number reads back as itself, grouped or not", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.integer({ min: 0, max: 20 }),
        (digits, places) => {
          const value = decimal(`${digits}e-${places}`);
          expect(readDecimal(formatDecimal(value))?.eq(value)).toBe(true);
          expect(readDecimal(formatGrouped(value))?.eq(value)).toBe(true);
        },
      ),
    );
  });
});

describe("exactness", () => {
  it("a tenth and two tenths are three tenths", () => {
    expect(decimal(0.1).plus(decimal(0.2)).eq(decimal(0.3))).toBe(true);
  });

  const BELOW: readonly (readonly [below: string, limit: string])[] = [
    ["299.9999999", "300"],
    ["299.99999999999999999", "300"],
    ["14.999999999999999999999999999", "15"],
    ["99999999999999999", "100000000000000000"],
  ];
  it.each(BELOW)("%s is below %s", (below, limit) => {
    expect(readDecimal(below)?.lt(decimal(limit))).toBe(true);
  });

  const PRINTED: readonly (readonly [
    value: string,
    places: number | undefined,
    plain: string,
    grouped: string,
  ])[] = [
    ["1500", undefined, "1500", "1,500"],
    ["0.10", undefined, "0.1", "0.1"],
    ["1e9", undefined, "1000000000", "1,000,000,000"],
    ["1234567.891", undefined, "1234567.891", "1,234,567.891"],
    ["0.0000001", undefined, "0.0000001", "0.0000001"],
    ["2.00004", 4, "2", "2"],
    ["-1234", undefined, "-1234", "-1,234"],
    ["-0.0000001", 4, "-0.0000001", "-0.0000001"],
    ["0", 4, "0", "0"],
  ];
  it.each(PRINTED)("%s to %s places prints as %s and %s", (value, places, plain, grouped) => {
    expect(formatDecimal(decimal(value), places)).toBe(plain);
    expect(formatGrouped(decimal(value), places)).toBe(grouped);
  });
});
