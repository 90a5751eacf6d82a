import { type Decimal, decimal } from "../../model/decimal.ts";
import { readNumeral } from "./plain.ts";

/**
 * How a text bounds a figure: ≤ 以内 不超过, ＜ 低于, ≥ 以上 不低于, ＞ 超过, 左右 ±; 以下 says by itself not
 * whether the figure is meant, (不含)以下 does.
 */
export type Bound =
  | "at-most"
  | "below"
  | "at-least"
  | "above"
  | "about"
  | "unclear-below"
  | "not-below"
  | "none";

/** A number of the text with what stands around it. */
export interface Figure {
  readonly value: Decimal;
  /** 吨, 立方米, 个, %; empty: none is printed beside it. The multiplier is in the value. */
  readonly unit: string;
  /** 万, 亿, 千 or nothing, as printed. */
  readonly multiplier: string;
  /** 年, 日, behind a slash. */
  readonly per: string;
  readonly bound: Bound;
  readonly from: number;
  readonly to: number;
}

const UNIT = "吨|立方米|千克|克|平方千米|平方米|公顷|亩|元|个|处|家|宗|座|幅|项|%|年|t";
const NUMBER = new RegExp(
  `(?<![\\d.第栏])(\\d+(?:\\.\\d+)?)(±)?(万|亿|千(?!克))?(${UNIT})?(?:/(年|日|天|a|d))?|` +
    `(?<![一二三四五六七八九十第])([一二两三四五六七八九十]{1,3})(个|处|家)`,
  "g",
);
const TIMES: Readonly<Record<string, string>> = { 千: "1000", 万: "10000", 亿: "100000000" };

/** The numbers of a text as compared (see `plain`); the mark of a list item (1.) is none. */
export function figuresIn(text: string): readonly Figure[] {
  return [...text.matchAll(NUMBER)].flatMap((found): Figure[] => {
    const [whole, digits, plusMinus, multiplier = "", unit = "", per = "", numeral, counted] = found;
    const from = found.index;
    const to = from + whole.length;
    if (
      digits !== undefined &&
      /^[.、)]\D/.test(text.slice(to)) &&
      /(?:^|[。;])\(?$/.test(text.slice(0, from))
    )
      return [];
    const plainValue = digits ?? String(readNumeral(numeral ?? "") ?? "");
    if (plainValue === "") return [];
    return [
      {
        value: decimal(plainValue).times(TIMES[multiplier] ?? "1"),
        unit: counted ?? unit,
        multiplier,
        per: per === "a" ? "年" : per === "d" || per === "天" ? "日" : per,
        bound: plusMinus === undefined ? boundOf(text.slice(0, from), text.slice(to)) : "about",
        from,
        to,
      },
    ];
  });
}

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:≤|<=|不(?:得|应|宜|能)?(?:超过|高于|大于|多于)\p{Script=Han}{0,4})$/u, "at-most"],
  [/(?:≥|>=|不(?:得|应|宜|能)?(?:低于|小于|少于)\p{Script=Han}{0,4})$/u, "at-least"],
  [/(?:<|(?:低于|小于|少于)\p{Script=Han}{0,2})$/u, "below"],
  [/(?:>|(?:超过|大于|高于)\p{Script=Han}{0,2})$/u, "above"],
];
const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:±|左右|上下)/, "about"],
  [/^(?:以内|之内|\(含\)以下|及以下)/, "at-most"],
  [/^\(不含\)以下/, "not-below"],
  [/^以下/, "unclear-below"],
  [/^(?:以上|及以上|\(含\)以上)/, "at-least"],
];

function boundOf(before: string, after: string): Bound {
  return (
    BEFORE.find(([sign]) => sign.test(before))?.[1] ?? AFTER.find(([sign]) => sign.test(after))?.[1] ?? "none"
  );
}
