import { describe, expect, it } from "vitest";
import { OUTPUT_UNITS, readUnit, STOCK_UNITS } from "../../src/model/unit.ts";

/** Each spelling with what it is of, how many base units it holds, and per what. */
const SPELLINGS: readonly (readonly [
  text: string,
  dimension: string,
  scale: string,
  per?: "year" | "day",
])[] = [
  ["吨", "mass", "1"],
  ["t", "mass", "1"],
  ["T", "mass", "1"],
  ["千吨", "mass", "1000"],
  ["万吨", "mass", "10000"],
  ["万t", "mass", "10000"],
  ["亿吨", "mass", "100000000"],
  ["千克", "mass", "0.001"],
  ["公斤", "mass", "0.001"],
  ["kg", "mass", "0.001"],
  ["KG", "mass", "0.001"],
  ["㎏", "mass", "0.001"],
  ["万千克", "mass", "10"],
  ["克", "mass", "0.000001"],
  ["立方米", "volume", "1"],
  ["m3", "volume", "1"],
  ["m³", "volume", "1"],
  ["㎥", "volume", "1"],
  ["ｍ３", "volume", "1"],
  ["万立方米", "volume", "10000"],
  ["万m³", "volume", "10000"],
  ["亿立方米", "volume", "100000000"],
  ["平方千米", "area", "3000000"],
  ["平方公里", "area", "3000000"],
  ["km2", "area", "3000000"],
  ["km²", "area", "3000000"],
  ["㎢", "area", "3000000"],
  ["公顷", "area", "30000"],
  ["ha", "area", "30000"],
  ["hm²", "area", "30000"],
  ["亩", "area", "2000"],
  ["万亩", "area", "20000000"],
  ["平方米", "area", "3"],
  ["㎡", "area", "3"],
  ["元", "money", "1"],
  ["万元", "money", "10000"],
  ["亿元", "money", "100000000"],
  ["万吨/年", "mass", "10000", "year"],
  ["万吨／年", "mass", "10000", "year"],
  [" 万 吨 / 年 ", "mass", "10000", "year"],
  ["吨/年", "mass", "1", "year"],
  ["吨/日", "mass", "1", "day"],
  ["吨/天", "mass", "1", "day"],
  ["t/a", "mass", "1", "year"],
  ["T/A", "mass", "1", "year"],
  ["ｔ／ａ", "mass", "1", "year"],
  ["万t/a", "mass", "10000", "year"],
  ["t/d", "mass", "1", "day"],
  ["kg/a", "mass", "0.001", "year"],
  ["千克/年", "mass", "0.001", "year"],
  ["万立方米/年", "volume", "10000", "year"],
  ["立方米/日", "volume", "1", "day"],
  ["m³/a", "volume", "1", "year"],
  ["m3/d", "volume", "1", "day"],
];

const REFUSED: readonly string[] = [
  "",
  "万",
  "年",
  "/年",
  "吨/",
  "吨/月",
  "吨/小时",
  "吨每年",
  "吨·年",
  "吨/年/日",
  "kt",
  "Mt/a",
  "mt",
  "lb",
  "方",
  "立方",
  "百吨",
  "万万吨",
  "十万吨",
  "m",
  "m4",
  "m^3",
  "米",
  "公里",
  "美元",
  "吨1",
  "15吨",
  // Names that every object of the language has.
  "constructor",
  "__proto__",
  "吨/constructor",
  "吨/__proto__",
  "吨/toString",
];

describe("units", () => {
  const spellings = SPELLINGS.map(([text, dimension, scale, per]) => ({ text, dimension, scale, per }));
  it.each(spellings)("$text is read as $dimension × $scale per $per", ({ text, dimension, scale, per }) => {
    const unit = readUnit(text);
    expect(unit && { dimension: unit.dimension, scale: unit.scale.toFixed(), per: unit.per }).toEqual({
      dimension,
      scale,
      per,
    });
  });

  it.each(REFUSED.map((one) => [one]))("%j is refused", (text) => {
    expect(readUnit(text)).toBeUndefined();
  });

  it("every form that an error message offers is read", () => {
    const rates = OUTPUT_UNITS.split(", ").map((form) => readUnit(form));
    const stocks = STOCK_UNITS.split(", ").map((form) => readUnit(form));
    expect(rates.every((unit) => unit?.per !== undefined)).toBe(true);
    expect(stocks.every((unit) => unit !== undefined && unit.per === undefined)).toBe(true);
  });

  it("a symbol in either language reads back as the same unit", () => {
    for (const [text] of SPELLINGS) {
      const unit = readUnit(text);
      expect(readUnit(unit?.symbol ?? "")?.scale.toFixed()).toBe(unit?.scale.toFixed());
    }
  });
});
