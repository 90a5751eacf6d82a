import type { Lang, Words } from "../model/words.ts";
import { widthOf, wrap } from "./width.ts";

/** Labels in one column and what they say in another; a label that repeats is printed once. */
export function table(
  rows: readonly (readonly [Words, string])[],
  indent: number,
  lang: Lang,
  width: number,
): string[] {
  const column = Math.max(0, ...rows.map(([label]) => widthOf(label[lang]))) + 2;
  return rows.flatMap(([label, value], index) => {
    const shown = rows[index - 1]?.[0] === label ? "" : label[lang];
    return hanging(shown + " ".repeat(column - widthOf(shown)), value, indent, width);
  });
}

/** A label and its text, wrapped so that the text stays in its own column. */
export function hanging(label: string, text: string, indent: number, width: number): string[] {
  const hang = indent + widthOf(label);
  return wrap(text, width - hang).map((line, index) =>
    index === 0 ? `${" ".repeat(indent)}${label}${line}` : `${" ".repeat(hang)}${line}`,
  );
}
