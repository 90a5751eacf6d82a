import { RESULTS } from "../../model/screen-row.ts";
import { type Lang, type Words, words } from "../../model/words.ts";
import { type Fflate, type SheetLook, Workbook } from "../xlsx/workbook.ts";
import { cellOf, isNumeric, type RowColumn } from "./columns.ts";
import { factWords, RESULT_WORDS, ranked, SUMMARY_WORDS } from "./counted.ts";
import type { Counts } from "./counts.ts";
import type { RowFormat } from "./row-format.ts";

const SHEETS = {
  results: words("结果", "Results"),
  columns: words("说明", "Columns"),
  summary: words("汇总", "Summary"),
} as const;

const HEADS = {
  columns: [words("列", "column"), words("含义", "meaning")],
  summary: [words("类别", "what"), words("代码", "code"), words("名称", "name"), words("数量", "number")],
  verdict: words("结论", "verdict"),
} as const;

/** A sheet of a spreadsheet has no more rows than that, the head among them. */
const ROWS = 1_048_576;

interface XlsxOptions {
  readonly lang: Lang;
  /** Of rules, by their ids. */
  readonly titles: ReadonlyMap<string, Words>;
  readonly fflate: Fflate;
  /** How many rows a sheet takes, its head among them. */
  readonly rows?: number;
}

/**
 * An XLSX workbook: the rows on as many sheets as they need (结果, 结果 2, …), what their columns mean (说明),
 * and what was counted (汇总). Made once for a run, since it goes on where it was.
 */
export function xlsxRows(
  columns: readonly RowColumn[],
  { lang, titles, fflate, rows = ROWS }: XlsxOptions,
): RowFormat {
  const workbook = new Workbook(fflate);
  let sheets = 0;
  const begin = () => {
    sheets += 1;
    const name = SHEETS.results[lang] + (sheets === 1 ? "" : ` ${sheets}`);
    workbook.sheet(
      { name, widths: columns.map(widthOf) },
      columns.map((column) => column.name),
    );
  };
  begin();
  return {
    open: workbook.take(),
    one: (row) => {
      if (workbook.height >= rows || workbook.isFull) begin();
      workbook.row(columns.map((column) => cellOf(column, row, lang)));
      return workbook.take();
    },
    close: (counts) => {
      const { columns: meanings, summary } = SHEETS;
      workbook.sheet(look(meanings[lang], [16, 60]), inLang(HEADS.columns, lang));
      for (const { name, about } of columns) workbook.row([name, about[lang]]);
      workbook.sheet(look(summary[lang], [30, 32, 44, 10]), inLang(HEADS.summary, lang));
      for (const [group, code, name, n] of countedRows(counts, titles))
        workbook.row([group[lang], code, name[lang], n]);
      workbook.end();
      return workbook.take();
    },
    most: 2 ** 32 - 1,
  };
}

function look(name: string, widths: readonly number[]): SheetLook {
  return { name, widths };
}

function inLang(list: readonly Words[], lang: Lang): readonly string[] {
  return list.map((one) => one[lang]);
}

/** Every figure of the summary as a row of its own, which a pivot table can take. */
function countedRows(
  { verdicts, inOrder, rules, missing }: Counts,
  titles: ReadonlyMap<string, Words>,
): readonly (readonly [group: Words, code: string, name: Words, n: number])[] {
  return [
    ...RESULTS.map((result) => [HEADS.verdict, result, RESULT_WORDS[result], verdicts[result]] as const),
    ...(inOrder === undefined
      ? []
      : RESULTS.map(
          (result) =>
            [SUMMARY_WORDS.inOrder, result, RESULT_WORDS[result], inOrder.verdicts[result]] as const,
        )),
    ...ranked(rules).map(
      ([rule, n]) => [SUMMARY_WORDS.rules, rule, titles.get(rule) ?? words(rule, rule), n] as const,
    ),
    ...ranked(missing).map(([field, n]) => [SUMMARY_WORDS.missing, field, factWords(field), n] as const),
  ];
}

/** In characters: long texts are read in the cell that is chosen. */
function widthOf(column: RowColumn): number {
  if (isNumeric(column)) return 12;
  return Math.min(Math.max(column.field.length / 3, 10), 50);
}
