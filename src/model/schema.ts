import * as z from "zod";
import { type Decimal, decimal, readDecimal } from "./decimal.ts";
import { BASES, type Quantity } from "./quantity.ts";
import { termMeant } from "./synonyms.ts";
import { OUTPUT_UNITS, readUnit, STOCK_UNITS } from "./unit.ts";
import type { Words } from "./words.ts";

// Compiling schemas to code costs a start more than it saves in a file of a thousand applications.
z.config({ jitless: true });

/**
 * Building blocks of the file schemas. What they refuse carries its own sentence in both languages
 * (`params.words`); zod's own findings are put into words by the reader.
 */

interface Refusal {
  readonly issues: unknown[];
}

interface More {
  /** What kind of thing is wrong: `unknown-mineral`. */
  readonly code?: string;
  /** What leads to the value from where it is checked. */
  readonly path?: readonly (string | number)[];
  /** What to write instead. */
  readonly remedy?: Words;
}

/** Reports a value that is well-formed but can't be meant. */
export function refuse(
  context: Refusal,
  input: unknown,
  words: Words,
  { code, path = [], remedy }: More = {},
): never {
  const params = {
    words,
    ...(code === undefined ? {} : { code }),
    ...(remedy === undefined ? {} : { remedy }),
  };
  context.issues.push({ code: "custom", input, message: words.en, params, path: [...path] });
  return z.NEVER;
}

/** How a number may be written. */
export const NUMBERS: Words = { zh: "可写 15、0.5、1,200", en: "write 15, 0.5 or 1,200" };

/** A name or a text: not empty, spaces around it dropped. */
export const text = z.string().trim().min(1).max(2000);

/** Made once, as whatever stands in several places: making schemas is most of what a start costs. */
export const numberOrText = z.union([z.number(), z.string()]);

/** One of a closed list: the English word, or the Chinese term or another that stands for it. */
export function choice<const Key extends string>(table: Readonly<Record<Key, Words>>) {
  const listed = (Object.keys(table) as Key[]).flatMap((key) => [key, table[key].zh]);
  return z.preprocess(
    (given) => (typeof given === "string" ? (termMeant(table, given) ?? given) : given),
    z.enum(listed as [string, ...string[]]).transform((word) => word as Key),
  );
}

/** A map whose keys are a closed list, in English or Chinese; always the English keys once read. */
export function keyed<const Key extends string, Value extends z.ZodType>(
  table: Readonly<Record<Key, Words>>,
  value: Value,
) {
  const english = Object.keys(table) as Key[];
  const optional = value.optional();
  const shape: Record<string, z.ZodOptional<Value>> = {};
  for (const key of english) shape[key] = shape[table[key].zh] = optional;
  return z.strictObject(shape).transform((given, context) => {
    const read: Partial<Record<Key, z.output<Value>>> = {};
    for (const key of english) {
      const inEnglish = given[key] as z.output<Value> | undefined;
      const inChinese = given[table[key].zh] as z.output<Value> | undefined;
      if (inEnglish !== undefined && inChinese !== undefined)
        refuse(
          context,
          given,
          {
            zh: `“${key}”与“${table[key].zh}”是同一项`,
            en: `"${key}" and "${table[key].zh}" are the same entry`,
          },
          { path: [table[key].zh], remedy: { zh: "只保留一个", en: "keep one of them" } },
        );
      const said = inEnglish ?? inChinese;
      if (said !== undefined) read[key] = said;
    }
    return read;
  });
}

function notANumber(given: number | string): Words {
  return { zh: `“${given}”不是数`, en: `"${given}" is not a number` };
}

interface Bounds {
  readonly least?: number;
  readonly above?: number;
  readonly most: number;
}

/** A decimal number, also as text (１，２００.5); read exactly. */
export function decimalField({ least, above, most }: Bounds) {
  const range: Words =
    above === undefined
      ? { zh: `须在 ${least} 至 ${most} 之间`, en: `it must be from ${least} to ${most}` }
      : { zh: `须大于 ${above}，不超过 ${most}`, en: `it must be above ${above} and at most ${most}` };
  return numberOrText.transform((given, context): Decimal => {
    const value = readDecimal(given);
    if (value === undefined) return refuse(context, given, notANumber(given), { remedy: NUMBERS });
    const low = above === undefined ? value.gte(least ?? 0) : value.gt(above);
    if (low && value.lte(most)) return value;
    return refuse(
      context,
      given,
      { zh: `${given} 超出合理范围`, en: `${given} is out of range` },
      { remedy: range },
    );
  });
}

/** No mine on Earth digs this much of anything; a figure beyond it has lost its unit. */
const ABSURD = decimal("1e11");

/**
 * An amount with unit: an output (per year or day) or a stock (without). Never negative. Without its
 * value or its unit it isn't known.
 */
export function quantity(kind: "output" | "stock" | "limit") {
  return z
    .strictObject({
      value: numberOrText.optional(),
      unit: text.optional(),
      of: basis().optional(),
    })
    .transform((given, context): Quantity | undefined => {
      if (given.value === undefined || given.unit === undefined) return undefined;
      const value = readDecimal(given.value);
      if (value === undefined)
        return refuse(context, given.value, notANumber(given.value), { path: ["value"], remedy: NUMBERS });
      const unit = readUnit(given.unit);
      const forms = kind === "stock" ? STOCK_UNITS : OUTPUT_UNITS;
      if (unit === undefined || !fits(unit.dimension, unit.per !== undefined, kind))
        return refuse(
          context,
          given.unit,
          { zh: `单位“${given.unit}”不可用`, en: `the unit "${given.unit}" can't be used here` },
          { path: ["unit"], remedy: { zh: `可写 ${forms}`, en: `write one of ${forms}` } },
        );
      if (value.lte(0) || value.times(unit.scale).gt(ABSURD))
        return refuse(
          context,
          given.value,
          {
            zh: `${given.value} ${given.unit} 不可能`,
            en: `${given.value} ${given.unit} can't be meant`,
          },
          {
            path: ["value"],
            remedy: {
              zh: "须大于 0 且不超过一千亿吨（立方米）",
              en: "it must be above 0 and at most 10¹¹ t (m³)",
            },
          },
        );
      return given.of === undefined ? { value, unit } : { value, unit, of: given.of };
    });
}

const BASIS_CHOICE = Object.fromEntries(
  BASES.map((basis) => [basis, { zh: basisTerm(basis), en: basis }]),
) as Record<(typeof BASES)[number], Words>;

/** What an amount is of: 矿石, 金属量 … */
export function basis() {
  return choice(BASIS_CHOICE);
}

function basisTerm(basis: (typeof BASES)[number]): string {
  return { ore: "矿石", mineral: "矿物量", metal: "金属量", concentrate: "精矿", block: "荒料" }[basis];
}

function fits(dimension: string, isRate: boolean, kind: "output" | "stock" | "limit"): boolean {
  if (dimension !== "mass" && dimension !== "volume") return false;
  return kind === "limit" || isRate === (kind === "output");
}

/** A date as it is written, before it is known to exist. */
export const dateText = z.string();

/** A calendar date that exists: 2021-02-30 doesn't. */
export function isoDate() {
  return dateText.transform((given, context) => {
    const plain = given.trim();
    const date = new Date(`${plain}T00:00:00Z`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(plain) && date.toJSON()?.startsWith(plain)) return plain;
    return refuse(
      context,
      given,
      { zh: `“${given}”不是日历上的日期`, en: `"${given}" is not a date of the calendar` },
      { code: "not-a-date", remedy: { zh: "写作 2024-05-20", en: "write it as 2024-05-20" } },
    );
  });
}
