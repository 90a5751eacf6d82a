import {
  type ExerciseCoverage,
  type IdleUncited,
  type PlanCoverage,
  type TextCoverage,
  UNCITED,
  type UncitedBecause,
  type Ways,
} from "../../model/coverage.ts";
import { joinWords, type Lang, verbatim, type Words, words } from "../../model/words.ts";
import type { Paint } from "../paint.ts";
import { hanging, table } from "../table.ts";
import { wrap } from "../width.ts";

export interface CoverageTextOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: Paint;
  /** Percent below which a plan isn't covered enough. */
  readonly failUnder?: number;
}

/** Coverage for a person: what clauses are used for, then what nothing tries, then what nothing cites. */
export function coverageText(plans: readonly PlanCoverage[], options: CoverageTextOptions): string {
  return `${plans.map((plan) => planText(plan, options).join("\n")).join("\n\n")}\n`;
}

function planText(coverage: PlanCoverage, options: CoverageTextOptions): string[] {
  const { plan, exercise, text } = coverage;
  const { lang, width, paint } = options;
  return [
    ...wrap(`${plan.title[lang]} · ${plan.file}`, width).map(paint.strong),
    ...uses(coverage, options),
    ...(exercise === undefined ? [] : tried(exercise, options)),
    ...(text === undefined ? [] : cited(text, options)),
  ];
}

function uses(coverage: PlanCoverage, { lang, width, paint }: CoverageTextOptions): string[] {
  const { clauses, rule, manual, background, unpublished, rules } = coverage;
  const counts = words(
    `条款 ${clauses} 条：规则判定 ${rule.length}，人工核对 ${manual.length}，背景 ${background.length}；其中依据未公布内容的 ${unpublished.length}`,
    `${clauses} clauses: ${rule.length} decided by a rule, ${manual.length} by a person, ${background.length} background; ${unpublished.length} of them rest on what isn't published`,
  );
  const rows = rules.map(({ rule: id, clauses: used }): [Words, string] => [
    verbatim(id),
    String(used.length),
  ]);
  return [
    ...wrap(counts[lang], width - 2).map((line) => `  ${line}`),
    ...table(rows, 4, lang, width).map(paint.faint),
  ];
}

function tried(exercise: ExerciseCoverage, options: CoverageTextOptions): string[] {
  const { lang, width, paint, failUnder } = options;
  const { cases, applications, binding, both, left, percent, failed } = exercise;
  const excused = left.filter(({ reason }) => reason !== undefined).length;
  const summary = words(
    `用例 ${cases} 个、申请 ${applications} 份：有约束力的规则条款 ${binding} 条，两面都判过的 ${both}，说明理由的 ${excused}，合 ${percent}%`,
    `${cases} cases, ${applications} applications: of ${binding} binding clauses that a rule decides, ${both} decided both ways, ${excused} with a reason: ${percent} %`,
  );
  const isUnder = failUnder !== undefined && percent < failUnder;
  const under = words(`（低于 ${failUnder}%）`, ` (under ${failUnder} %)`);
  const open = left.filter(({ reason }) => reason === undefined);
  return [
    ...wrap(`${summary[lang]}${isUnder ? under[lang] : ""}`, width - 2).map(
      (line) => `  ${paint.outcome(isUnder ? "fail" : "pass", line)}`,
    ),
    ...open.flatMap(({ clause, ways }) => hanging(`✗ ${clause} `, WAY_WORDS[ways][lang], 4, width)),
    ...left.flatMap(({ clause, ways, reason }) =>
      reason === undefined
        ? []
        : hanging(
            `· ${clause} `,
            `${WAY_WORDS[ways][lang]}${lang === "zh" ? "：" : ": "}${reason}`,
            4,
            width,
          ),
    ),
    ...failed.flatMap(({ name, file, line }) =>
      hanging("✗ ", `${FAILED[lang]}${name} ${file}:${line}`, 4, width),
    ),
  ];
}

const WAY_WORDS: Readonly<Record<Exclude<Ways, "both">, Words>> = {
  met: words("只有通过", "only passes"),
  unmet: words("只有不通过或须复核", "only fails or is to be reviewed"),
  never: words("没有判到", "never decided"),
};

const FAILED = words(
  "用例与预期不符，未计入：",
  "this case doesn't come out as expected and isn't counted: ",
);

function cited(text: TextCoverage, { lang, width, paint }: CoverageTextOptions): string[] {
  const { file, normative, cited: byClauses, explained, open, idle } = text;
  const isOpen = open.length + idle.length > 0;
  const summary = words(
    `原文中含规范性用语的 ${normative} 行：条款引用 ${byClauses}，说明理由 ${explained.length}，未处理 ${open.length}`,
    `${normative} lines of the text hold a normative word: ${byClauses} cited by a clause, ${explained.length} left out with a reason, ${open.length} open`,
  );
  return [
    ...wrap(summary[lang], width - 2).map((line) => `  ${paint.outcome(isOpen ? "fail" : "pass", line)}`),
    ...reasons(explained, lang).flatMap((line) => hanging("· ", line, 4, width)),
    ...open.flatMap(({ line, words: found, text: said }) =>
      hanging("✗ ", `${file}:${line} [${found.join(" ")}] ${shortened(said)}`, 4, width),
    ),
    ...idle.flatMap(({ phrase, why }) =>
      hanging("✗ ", `uncited “${phrase}”${lang === "zh" ? "：" : ": "}${IDLE[why][lang]}`, 4, width),
    ),
  ];
}

function reasons(explained: TextCoverage["explained"], lang: Lang): readonly string[] {
  const all = Object.keys(UNCITED) as UncitedBecause[];
  return all.flatMap((because) => {
    const lines = explained
      .filter((one) => one.because === because)
      .map(({ line }) => verbatim(String(line)));
    if (lines.length === 0) return [];
    const at = joinWords(lines);
    return words(
      `${UNCITED[because].zh}：第 ${at.zh} 行`,
      `${UNCITED[because].en}: ${lines.length === 1 ? "line" : "lines"} ${at.en}`,
    )[lang];
  });
}

const IDLE: Readonly<Record<IdleUncited, Words>> = {
  "not-found": words("原文中没有", "it doesn't stand in the text"),
  "several-lines": words("原文中不止一处，请写得更长", "it stands in several places: make it longer"),
  "nothing-to-explain": words(
    "该行已有条款引用或没有规范性用语，可删去",
    "a clause cites that line, or it holds no normative word: leave it out",
  ),
};

const MOST_SHOWN = 60;

function shortened(text: string): string {
  const signs = [...text];
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN).join("")}…` : text;
}
