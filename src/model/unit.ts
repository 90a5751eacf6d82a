import { type Decimal, decimal } from "./decimal.ts";

/** What a unit measures. Only equal dimensions convert without a further fact. */
export type Dimension = "mass" | "volume" | "area" | "money";

/** The time an output is counted over: 每年 or 每日. */
export type Period = "year" | "day";

/** A unit of measure as plans and applicants write it. */
export interface Unit {
  readonly dimension: Dimension;
  /**
   * How many base units it holds. Base units are the tonne, the cubic metre, the yuan, and a third
   * of a square metre: that makes the 亩 (2000/3 m²) exact.
   */
  readonly scale: Decimal;
  readonly per?: Period;
  /** The Chinese symbol without the period: `万吨`. */
  readonly symbol: string;
  /** English spells the multiplier out: 1.5 万吨 is 1.5 × `times` `symbolEn` = 15,000 t. */
  readonly times: Decimal;
  readonly symbolEn: string;
}

interface Noun {
  readonly names: readonly string[];
  readonly dimension: Dimension;
  readonly scale: string;
  readonly zh: string;
  readonly en: string;
}

// 千克 stands before 克, so that 千克 is learnt as one word and not as 千 + 克.
const NOUNS: readonly Noun[] = [
  { names: ["吨", "t"], dimension: "mass", scale: "1", zh: "吨", en: "t" },
  { names: ["千克", "公斤", "kg"], dimension: "mass", scale: "0.001", zh: "千克", en: "kg" },
  { names: ["克", "g"], dimension: "mass", scale: "0.000001", zh: "克", en: "g" },
  { names: ["立方米", "m3"], dimension: "volume", scale: "1", zh: "立方米", en: "m³" },
  { names: ["平方千米", "平方公里", "km2"], dimension: "area", scale: "3000000", zh: "平方千米", en: "km²" },
  { names: ["公顷", "ha", "hm2"], dimension: "area", scale: "30000", zh: "公顷", en: "ha" },
  { names: ["亩"], dimension: "area", scale: "2000", zh: "亩", en: "mu" },
  { names: ["平方米", "m2"], dimension: "area", scale: "3", zh: "平方米", en: "m²" },
  { names: ["元"], dimension: "money", scale: "1", zh: "元", en: "CNY" },
];

const MULTIPLIERS: readonly (readonly [prefix: string, times: string])[] = [
  ["", "1"],
  ["千", "1000"],
  ["万", "10000"],
  ["亿", "100000000"],
];

const PERIODS: ReadonlyMap<string, Period> = new Map([
  ["年", "year"],
  ["a", "year"],
  ["日", "day"],
  ["天", "day"],
  ["d", "day"],
]);

const UNITS = learnUnits();

function learnUnits(): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const { names, dimension, scale, zh, en } of NOUNS)
    for (const name of names)
      for (const [prefix, times] of MULTIPLIERS) {
        const key = `${prefix}${name}`;
        if (units.has(key)) continue;
        units.set(key, {
          dimension,
          scale: decimal(scale).times(times),
          symbol: `${prefix}${zh}`,
          times: decimal(times),
          symbolEn: en,
        });
      }
  return units;
}

/** The forms an error message offers. */
export const OUTPUT_UNITS =
  "万吨/年, 吨/年, 吨/日, 万立方米/年, 立方米/年, 立方米/日, 千克/年, t/a, 万t/a, m³/a, t/d";
/** The same for an amount that lies in the ground. */
export const STOCK_UNITS = "亿吨, 万吨, 吨, 千克, 万立方米, 立方米, t, kg, m³";

/**
 * Reads a unit: `万吨/年`, `万t/a`, `ｍ³/d`, `㎡`. Width, case and spaces don't matter.
 * @returns undefined for anything else; there is no guessing.
 */
export function readUnit(text: string): Unit | undefined {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const slash = plain.indexOf("/");
  const unit = UNITS.get(slash < 0 ? plain : plain.slice(0, slash));
  if (unit === undefined || slash < 0) return unit;
  const per = PERIODS.get(plain.slice(slash + 1));
  return per === undefined ? undefined : { ...unit, per };
}
