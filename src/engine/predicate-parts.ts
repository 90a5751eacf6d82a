import { type Fact, holds } from "../model/facts.ts";
import type { Proof } from "../model/truth.ts";
import { joinWords, type Words, words } from "../model/words.ts";

/** A key of a condition takes one value or a list of them. */
export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

/** Says that something is one of the values, each by its name in the table: `开采方式为露天或地下`. */
export function said<K extends string>(
  zh: string,
  en: string,
  values: K | readonly K[],
  table: Readonly<Record<K, Words>>,
) {
  return () => {
    const names = joinWords(
      list(values).map((value) => table[value]),
      "或",
      " or ",
    );
    return words(`${zh}为${names.zh}`, `${en}: ${names.en}`);
  };
}

/** Whether a fact is one of the values asked for. */
export function isOneOf<K extends string>(
  given: Fact<K>,
  values: K | readonly K[],
  zh: string,
  en: string,
  table: Readonly<Record<K, Words>>,
): Proof {
  return holds(given, (value) => list(values).includes(value), said(zh, en, values, table));
}

/** Whether a yes-or-no fact is as asked; where a no is asked, the statement is the opposite. */
export function yesNo(given: Fact<boolean>, wanted: boolean, zh: string, en: string): Proof {
  return holds(
    given,
    (value) => value === wanted,
    () => (wanted ? words(zh, en) : words(`不${zh}`, `not: ${en}`)),
  );
}
