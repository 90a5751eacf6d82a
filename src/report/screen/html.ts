import { RESULTS, type Row } from "../../model/screen-row.ts";
import { type Lang, verbatim, type Words, words } from "../../model/words.ts";
import { type Child, html, type Markup } from "../html/markup.ts";
import { pageText } from "../html/page.ts";
import { factWords, percent, RESULT_MEANING, RESULT_WORDS, ranked, SUMMARY_WORDS } from "./counted.ts";
import type { Counts } from "./counts.ts";
import { SCREEN_MAP_STYLE, screenMap } from "./html-map.ts";
import { MapMarks } from "./map-marks.ts";
import type { RowFormat } from "./row-format.ts";

interface HtmlOptions {
  readonly lang: Lang;
  /** Of rules, by their ids. */
  readonly titles: ReadonlyMap<string, Words>;
  /** Of mineright. */
  readonly version: string;
}

const SAYS = {
  title: words("候选区块筛查汇总", "Candidate blocks: summary of a screening"),
  verdicts: words("结论", "Verdicts"),
  map: words("分布图", "Map"),
  noMap: words("没有候选区块给出范围坐标，无图。", "No candidate has a boundary, so there is no map."),
  none: words("无", "none"),
  verdict: words("结论", "verdict"),
  meaning: words("含义", "meaning"),
  number: words("数量", "number"),
  share: words("占比", "share"),
  rule: words("规则", "rule"),
  fact: words("事实", "fact"),
  id: words("编号", "id"),
  plan: words("规划", "plan"),
  clause: words("条款", "clause"),
  margin: words("余量", "margin"),
  limit: words("限值", "limit"),
  footer: words(
    "结论逐条依据规划条款，明细见同次筛查的表格。数量为全部候选区块的数量，与是否列入输出无关。",
    "Each verdict rests on clauses of the plan: the tables of the same run have them. Numbers are of all candidates, put out or not.",
  ),
} as const;

/** So many missing facts are listed. */
const MOST = 50;

/**
 * The summary of a run (筛查汇总) as one page, with a map of the candidates: nothing is loaded, no script runs,
 * and its size has a bound whatever the number of candidates. Made once for a run, since it gathers.
 */
export function htmlSummary(options: HtmlOptions): RowFormat {
  const marks = new MapMarks();
  return {
    open: "",
    one: (row) => {
      marks.add(row);
      return "";
    },
    close: (counts) => summaryPage(counts, marks, options),
  };
}

function summaryPage(counts: Counts, marks: MapMarks, options: HtmlOptions): string {
  const { lang, version } = options;
  const { total } = counts;
  return pageText({
    lang,
    title: SAYS.title[lang],
    style: SCREEN_MAP_STYLE,
    header: html`<h1>${SAYS.title[lang]}</h1>
<p class="faint">${SUMMARY_WORDS.candidates[lang]} ${total}</p>`,
    main: [
      section("verdicts", SAYS.verdicts[lang], verdictTable(counts, lang)),
      section(
        "map",
        SAYS.map[lang],
        screenMap(marks, counts.verdicts, lang) ?? html`<p>${SAYS.noMap[lang]}</p>`,
      ),
      section("rules", SUMMARY_WORDS.rules[lang], ruleTable(counts, options)),
      section("missing", SUMMARY_WORDS.missing[lang], missingTable(counts, lang)),
      section("best", SUMMARY_WORDS.best[lang], bestTable(counts.best, options)),
    ],
    footer: html`<p>${SAYS.footer[lang]}</p>
<p>mineright ${version}</p>`,
  });
}

function section(id: string, title: string, content: Markup): Markup {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

/** A column's head; figures stand to the right. */
interface Head {
  readonly says: Words;
  readonly isFigure?: boolean;
}

const figures = (says: Words): Head => ({ says, isFigure: true });

/** A table whose first column names its rows. */
function table(heads: readonly Head[], rows: readonly (readonly Child[])[], lang: Lang): Markup {
  if (rows.length === 0) return html`<p>${SAYS.none[lang]}</p>`;
  const kind = (at: number) => (heads[at]?.isFigure === true ? "n" : "t");
  const head = heads.map(({ says }, at) => html`<th scope="col" class="${kind(at)}">${says[lang]}</th>`);
  const body = rows.map(([name, ...cells]) => {
    const rest = cells.map((cell, at) => html`<td class="${kind(at + 1)}">${cell}</td>`);
    return html`<tr><th scope="row">${name}</th>${rest}</tr>\n`;
  });
  return html`<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>`;
}

function verdictTable({ total, verdicts }: Counts, lang: Lang): Markup {
  return table(
    [{ says: SAYS.verdict }, { says: SAYS.meaning }, figures(SAYS.number), figures(SAYS.share)],
    RESULTS.map((result) => [
      RESULT_WORDS[result][lang],
      RESULT_MEANING[result][lang],
      verdicts[result],
      percent(verdicts[result], total),
    ]),
    lang,
  );
}

function ruleTable({ rules, total }: Counts, { lang, titles }: HtmlOptions): Markup {
  return table(
    [{ says: SAYS.rule }, figures(SAYS.number), figures(SAYS.share)],
    ranked(rules).map(([rule, n]) => [named(titles.get(rule), rule, lang), n, percent(n, total)]),
    lang,
  );
}

function missingTable({ missing, total }: Counts, lang: Lang): Markup {
  const all = ranked(missing);
  const more = all.length - MOST;
  const shown = table(
    [{ says: SAYS.fact }, figures(SAYS.number), figures(SAYS.share)],
    all.slice(0, MOST).map(([field, n]) => [named(factWords(field), field, lang), n, percent(n, total)]),
    lang,
  );
  return more <= 0
    ? shown
    : html`${shown}<p class="faint">${words(`另有 ${more} 项`, `and ${more} more`)[lang]}</p>`;
}

/** A name with the code by which tables and other commands have it. */
function named(name: Words = verbatim(""), code: string, lang: Lang): Markup {
  return name[lang] === "" || name[lang] === code
    ? html`<code>${code}</code>`
    : html`${name[lang]} <code class="faint">${code}</code>`;
}

function bestTable(best: readonly Row[], { lang, titles }: HtmlOptions): Markup {
  return table(
    [
      { says: SAYS.id },
      { says: SAYS.plan },
      { says: SAYS.rule },
      { says: SAYS.clause },
      figures(SAYS.margin),
      figures(SAYS.limit),
      figures(SAYS.share),
    ],
    best.map(({ id, plan, margins: [first] }) => {
      const name = html`<bdi>${id}</bdi>`;
      if (first === undefined) return [name, plan, SAYS.none[lang], "", "", "", ""];
      const { rule, clause, left, limit, unit, share } = first;
      const part = share === undefined ? "" : `${(100 * share).toFixed(1)} %`;
      return [
        name,
        plan,
        named(titles.get(rule), rule, lang),
        clause,
        `${left} ${unit}`,
        `${limit} ${unit}`,
        part,
      ];
    }),
    lang,
  );
}
