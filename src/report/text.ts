import {
  ACTOR_WORDS,
  FORCE_WORDS,
  LABELS,
  OUTCOME_SIGNS,
  OUTCOME_WORDS,
  VERDICT_MEANING,
  VERDICT_WORDS,
} from "../locale/report-words.ts";
import { formatDecimal, formatGrouped } from "../model/decimal.ts";
import type { Citation, Finding, Margin, Outcome } from "../model/finding.ts";
import type { CaseReport } from "../model/report.ts";
import { OPERATIONS, RIGHTS } from "../model/terms.ts";
import type { Lang, Words } from "../model/words.ts";
import { boundary, boundaryDetail } from "./boundary.ts";
import { explanation, type Locate } from "./explain.ts";
import type { ReportFormat } from "./format.ts";
import type { Paint } from "./paint.ts";
import { suggestion } from "./suggestion.ts";
import { hanging, table } from "./table.ts";
import { widthOf, wrap } from "./width.ts";

/** How the text is to be written. */
export interface TextOptions {
  readonly lang: Lang;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  readonly paint: Paint;
  readonly titles: ReadonlyMap<string, Words>;
  /** With the tree of statements under each finding, and what doesn't concern the application. */
  readonly explain: boolean;
  readonly locate: Locate;
}

/** The report as an official reads it: what fails first, then what is open, then what passes. */
export function formatText(report: CaseReport, options: TextOptions): string {
  const { findings } = report;
  const shown: readonly Outcome[] = [
    "fail",
    "review",
    "pass",
    "note",
    ...(options.explain ? ["not-applicable" as const] : []),
  ];
  const sections = shown.flatMap((outcome) => {
    const group = findings.filter((finding) => finding.outcome === outcome);
    return group.length === 0 ? [] : section(outcome, group, options);
  });
  return [
    ...header(report, options),
    ...boundary(report, options),
    "",
    ...headline(report, options),
    ...sections,
    ...checklist(report, options),
    ...boundaryDetail(report, options),
    ...suggestion(report, options),
    "",
    verdictLine(report, options),
    "",
  ].join("\n");
}

/** Each report whole; of several, the verdicts together at the end. */
export function textFormat(options: Omit<TextOptions, "locate">, locate: LocateIn): ReportFormat {
  const { lang, width, paint } = options;
  const rule = `${"═".repeat(Math.min(width, 80))}\n`;
  return {
    open: "",
    one: (report) => formatText(report, { ...options, locate: locate(report) }),
    between: rule,
    close: (all) => {
      if (all.length < 2) return "";
      const lines = all.map(
        ({ application, verdict }) =>
          `  ${paint.verdict(verdict, VERDICT_WORDS[verdict][lang])}  ${application.id}\n`,
      );
      return `${rule}${paint.strong(LABELS.summary[lang])}\n${lines.join("")}`;
    },
  };
}

/** How the facts of a report are found in the file that it came from. */
export type LocateIn = (report: CaseReport) => Locate;

function header({ application, plan, file, asOf }: CaseReport, { lang, width }: TextOptions): string[] {
  const what = `${RIGHTS[application.right][lang]} · ${OPERATIONS[application.operation][lang]} · ${application.mineral}`;
  const rows: [Words, string][] = [
    [LABELS.application, `${application.id} · ${what}`],
    [LABELS.file, file],
    [
      LABELS.plan,
      `${lang === "zh" ? plan.title : plan.titleEn} · ${plan.file} · sha256 ${plan.sha256.slice(0, 12)}`,
    ],
    [LABELS.asOf, asOf ?? LABELS.unknownDate[lang]],
  ];
  if (plan.extension !== undefined)
    rows.push([LABELS.extended, `${plan.extension.basis} → ${plan.extension.to}`]);
  return table(rows, 0, lang, width);
}

function headline(report: CaseReport, { lang, width, paint }: TextOptions): string[] {
  const counts = (Object.keys(OUTCOME_WORDS) as Outcome[])
    .map((outcome) => `${OUTCOME_WORDS[outcome][lang]} ${report.counts[outcome]}`)
    .join(" · ");
  return [
    verdictLine(report, { lang, paint }),
    ...wrap(VERDICT_MEANING[report.verdict][lang], width),
    ...wrap(counts, width),
  ];
}

function verdictLine({ verdict }: CaseReport, { lang, paint }: Pick<TextOptions, "lang" | "paint">): string {
  return `${paint.strong(`${LABELS.verdict[lang]}${lang === "zh" ? "：" : ": "}`)}${paint.verdict(verdict, VERDICT_WORDS[verdict][lang])}`;
}

function section(outcome: Outcome, findings: readonly Finding[], options: TextOptions): string[] {
  const { lang, paint } = options;
  const title = counted(OUTCOME_WORDS[outcome], findings.length, lang);
  return ["", paint.strong(title), ...findings.flatMap((finding) => describe(finding, options))];
}

function counted(title: Words, count: number, lang: Lang): string {
  return lang === "zh" ? `${title.zh}（${count}）` : `${title.en} (${count})`;
}

const INDENT = 4;

function describe(finding: Finding, options: TextOptions): string[] {
  const { lang, width, paint, titles, explain, locate } = options;
  const { outcome, rule, expected, actual, margin, missing, remedy, attestation } = finding;
  const title = `${OUTCOME_SIGNS[outcome]} ${titles.get(rule)?.[lang] ?? rule}`;
  const rows: [Words, string][] = [];
  // Of what passes, the sentence and the margin are enough; what doesn't is shown with all there is.
  const open = outcome === "fail" || outcome === "review";
  if (open && expected !== undefined) rows.push([LABELS.required, expected()[lang]]);
  if (open && actual !== undefined) rows.push([LABELS.found, actual()[lang]]);
  if (margin !== undefined) rows.push([LABELS.margin, formatMargin(margin, lang)]);
  for (const { field, why } of missing ?? []) rows.push([LABELS.missing, `${why[lang]} [${field}]`]);
  if (remedy !== undefined) {
    const { by, words } = remedy();
    rows.push([LABELS.remedy, `${ACTOR_WORDS[by][lang]}${lang === "zh" ? "：" : ": "}${words[lang]}`]);
  }
  if (attestation !== undefined) rows.push([LABELS.attested, attestation.by]);
  for (const citation of [...finding.clauses, ...(open ? (finding.also ?? []) : [])])
    rows.push([LABELS.basis, cite(citation, lang)]);
  return [
    ...headOf(title, finding, options),
    ...wrap(finding.message()[lang], width - INDENT).map((line) => `${" ".repeat(INDENT)}${line}`),
    ...table(rows, INDENT, lang, width).map((line) => paint.faint(line)),
    ...(explain ? explanation(finding.because, { lang, width, indent: INDENT, locate }) : []),
  ];
}

/** The rule's name with its id beside it, or beneath it where the line is too narrow for both. */
function headOf(title: string, { outcome, rule }: Finding, { width, paint }: TextOptions): string[] {
  const oneLine = widthOf(title) + 1 + widthOf(rule) <= width;
  if (oneLine) return [`${paint.outcome(outcome, title)} ${paint.faint(rule)}`];
  const lines = wrap(title, width).map((line) => paint.outcome(outcome, line));
  return [...lines, `${" ".repeat(INDENT)}${paint.faint(rule)}`];
}

function cite({ id, at, force, file, line }: Citation, lang: Lang): string {
  const open = lang === "zh" ? "（" : " (";
  const close = lang === "zh" ? "）" : ")";
  return `${id} ${at}${open}${FORCE_WORDS[force][lang]}${close} ${file}:${line}`;
}

function checklist({ checklist: items }: CaseReport, { lang, width, paint }: TextOptions): string[] {
  if (items.length === 0) return [];
  return [
    "",
    ...wrap(counted(LABELS.checklist, items.length, lang), width).map(paint.strong),
    ...items.flatMap(({ clause, ask }) => hanging("☐ ", `${ask[lang]} [${clause}]`, 0, width)),
  ];
}

function formatMargin({ left, unit, times }: Margin, lang: Lang): string {
  const number =
    lang === "zh" || times === undefined ? formatDecimal(left, 4) : formatGrouped(left.times(times), 4);
  return `${left.gt(0) ? "+" : ""}${number} ${unit[lang]}`;
}
