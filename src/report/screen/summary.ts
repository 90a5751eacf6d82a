import { VERDICT_WORDS } from "../../locale/report-words.ts";
import { RESULTS, type Result, type Row } from "../../model/screen-row.ts";
import { type Lang, type Words, words } from "../../model/words.ts";
import { hanging } from "../table.ts";
import { widthOf } from "../width.ts";
import type { Counts } from "./counts.ts";
import type { RowFormat } from "./row-format.ts";

const RESULT_WORDS: Readonly<Record<Result, Words>> = {
  ...VERDICT_WORDS,
  unusable: words("无法使用（UNUSABLE）", "UNUSABLE"),
};

const LABELS = {
  candidates: words("候选区块", "Candidates"),
  rules: words("未通过的主要规则", "Rules that decide against them"),
  missing: words("缺少的事实", "Facts that are missing"),
  best: words("余量最大的", "Largest margins"),
} as const;

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

function summaryText(counts: Counts, { lang, width, titles }: SummaryOptions): string {
  const lines = [`${LABELS.candidates[lang]}  ${counts.total}`];
  const column = Math.max(...RESULTS.map((result) => widthOf(RESULT_WORDS[result][lang])));
  for (const result of RESULTS) {
    const label = RESULT_WORDS[result][lang];
    const share =
      counts.total === 0 ? "" : `  ${((100 * counts.verdicts[result]) / counts.total).toFixed(1)} %`;
    lines.push(`  ${label}${" ".repeat(column - widthOf(label))}  ${counts.verdicts[result]}${share}`);
  }
  const ruleName = (rule: string) => `${titles.get(rule)?.[lang] ?? rule} (${rule})`;
  lines.push(...listed(LABELS.rules[lang], top(counts.rules, ruleName), width));
  lines.push(
    ...listed(
      LABELS.missing[lang],
      top(counts.missing, (field) => field),
      width,
    ),
  );
  lines.push(
    ...listed(
      LABELS.best[lang],
      counts.best.map((row) => bestLine(row, lang)),
      width,
    ),
  );
  return `${lines.join("\n")}\n`;
}

function listed(title: string, items: readonly string[], width: number): readonly string[] {
  return items.length === 0 ? [] : ["", title, ...items.flatMap((item) => hanging("", item, 2, width))];
}

function top(counts: ReadonlyMap<string, number>, name: (key: string) => string): readonly string[] {
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([key, n]) => `${n}  ${name(key)}`);
}

function bestLine({ id, margins: [first] }: Row, lang: Lang): string {
  if (first === undefined) return id;
  const share = first.share === undefined ? "" : ` (${(100 * first.share).toFixed(1)} %)`;
  const margin = words(
    `${first.rule}：余量 ${first.left} ${first.unit}${share}`,
    `${first.rule}: ${first.left} ${first.unit} to the limit${share}`,
  );
  return `${id}  ${margin[lang]}`;
}
