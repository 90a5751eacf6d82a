import { RESULTS, type Row } from "../../model/screen-row.ts";
import { type Lang, type Words, words } from "../../model/words.ts";
import { hanging } from "../table.ts";
import { widthOf } from "../width.ts";
import { writable } from "../xml.ts";
import { factWords, percent, RESULT_WORDS, ranked, SUMMARY_WORDS } from "./counted.ts";
import type { Counts } from "./counts.ts";
import type { RowFormat } from "./row-format.ts";

/** So many of each list are shown. */
const MOST = 10;

interface SummaryOptions {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  /** Of rules, by their ids. */
  readonly titles: ReadonlyMap<string, Words>;
}

/** The summary of a run (筛查汇总) as text for a terminal: no row by itself, all of them at the end. */
export function textSummary(options: SummaryOptions): RowFormat {
  return { open: "", one: () => "", close: (counts) => summaryText(counts, options) };
}

function summaryText(counts: Counts, options: SummaryOptions): string {
  const { lang, width, titles } = options;
  const named = (name: string | undefined, code: string) =>
    name === undefined || name === code ? code : `${name} (${code})`;
  const lines = [
    `${SUMMARY_WORDS.candidates[lang]}  ${counts.total}${counts.inOrder === undefined ? "" : `  ${SUMMARY_WORDS.alone[lang]}`}`,
    ...verdictLines(counts, lang),
    ...inOrderLines(counts, lang),
    ...listed(
      SUMMARY_WORDS.rules[lang],
      top(counts.rules, (rule) => named(titles.get(rule)?.[lang], rule), lang),
      width,
    ),
    ...listed(
      SUMMARY_WORDS.missing[lang],
      top(counts.missing, (field) => named(factWords(field)[lang], field), lang),
      width,
    ),
    ...listed(
      SUMMARY_WORDS.best[lang],
      counts.best.map((row) => bestItem(row, options)),
      width,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same candidates in order, and how many took room. */
function inOrderLines({ total, inOrder }: Counts, lang: Lang): readonly string[] {
  if (inOrder === undefined) return [];
  const { yes, maybe } = inOrder.takes;
  const taken = words(
    `占用 ${yes} 个，须复核而可能占用 ${maybe} 个`,
    `room taken by ${yes}, perhaps by ${maybe} under review`,
  );
  return [
    "",
    `${SUMMARY_WORDS.inOrder[lang]}  ${taken[lang]}`,
    ...verdictLines({ total, verdicts: inOrder.verdicts }, lang),
  ];
}

function verdictLines(
  { total, verdicts }: Pick<Counts, "total" | "verdicts">,
  lang: Lang,
): readonly string[] {
  const column = Math.max(...RESULTS.map((result) => widthOf(RESULT_WORDS[result][lang])));
  const digits = String(total).length;
  return RESULTS.map((result) => {
    const label = RESULT_WORDS[result][lang];
    const share = percent(verdicts[result], total);
    const n = String(verdicts[result]).padStart(digits);
    return `  ${label}${" ".repeat(column - widthOf(label))}  ${n}${share === "" ? "" : `  ${share.padStart(7)}`}`;
  });
}

/** What stands before an item, and the item. */
type Item = readonly [label: string, text: string];

function listed(title: string, items: readonly Item[], width: number): readonly string[] {
  if (items.length === 0) return [];
  return ["", title, ...items.flatMap(([label, text]) => hanging(label, text, 2, width))];
}

/** The most frequent, and how many more there are. */
function top(
  counts: ReadonlyMap<string, number>,
  name: (key: string) => string,
  lang: Lang,
): readonly Item[] {
  const all = ranked(counts);
  const digits = String(all[0]?.[1] ?? "").length;
  const items = all.slice(0, MOST).map(([key, n]): Item => [`${String(n).padStart(digits)}  `, name(key)]);
  const more = all.length - items.length;
  if (more === 0) return items;
  return [...items, [" ".repeat(digits + 2), words(`另有 ${more} 项`, `and ${more} more`)[lang]]];
}

/** An id is the user's own text: it stays in its line, and can't steer a terminal. */
function bestItem({ id, margins: [first] }: Row, { lang, width, titles }: SummaryOptions): Item {
  const name = `${writable(id).replace(/\s+/g, " ")}  `;
  const item = (text: string): Item => (widthOf(name) > width / 2 ? ["", name + text] : [name, text]);
  if (first === undefined) return item(words("没有带限值的条款", "no provision with a limit")[lang]);
  const { rule, clause, left, unit, share } = first;
  const title = titles.get(rule)?.[lang] ?? rule;
  const part = share === undefined ? "" : ` (${(100 * share).toFixed(1)} %)`;
  const margin = words(
    `${title}：余量 ${left} ${unit}${part}，${clause}`,
    `${title}: ${left} ${unit} to the limit${part}, ${clause}`,
  );
  return item(margin[lang]);
}
