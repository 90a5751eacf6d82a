import type { Diagnostic, Level } from "../model/diagnostic.ts";
import {
  coverageOf,
  type Departure,
  STATUSES,
  type Status,
  type Verification,
} from "../model/verification.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import type { Paint } from "./paint.ts";
import { wrap } from "./width.ts";

const STATUS_WORDS: Readonly<Record<Status, Words>> = {
  verified: words("已核对", "verified"),
  written: words("文本另有写法", "written otherwise"),
  absent: words("条款处没有此值", "absent from its clause"),
  "not-found": words("找不到条款处", "clause not found"),
  "no-citation": words("未引用条款", "no citation"),
  unpublished: words("文本不刊载", "unpublished"),
  reading: words("解读", "reading"),
  own: words("本文件自用（编号、说明）", "our own (ids, explanations)"),
};

/** Values of these are looked for in the text; the others can't be. */
const SOUGHT: readonly Status[] = ["verified", "written", "absent", "not-found", "no-citation"];

interface TextOptions {
  readonly lang: Lang;
  readonly paint: Paint;
  readonly width: number;
}

/** What a verification found, for people: the share found, counts, then every exception and departure. */
export function verificationText(all: readonly Verification[], options: TextOptions): string {
  return all.map((one) => planText(one, options)).join("\n");
}

function planText(
  { plan, file, text, values, diagnostics, departures }: Verification,
  options: TextOptions,
): string {
  const { lang, paint } = options;
  const { found, of, share } = coverageOf(values);
  const percent = `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
  const count = (status: Status) => values.filter((value) => value.status === status).length;
  const counts = (wanted: readonly Status[]) =>
    wanted
      .map((status) => `${STATUS_WORDS[status][lang]} ${count(status)}`)
      .join(lang === "zh" ? "，" : ", ");
  const rest = STATUSES.filter((status) => !SOUGHT.includes(status));
  const head = words(
    `${plan}（${file}）：${of} 个值中 ${found} 个见于 ${text.file}（${percent}）`,
    `${plan} (${file}): ${found} of ${of} values stand in ${text.file} (${percent})`,
  );
  const lines = [
    paint.strong(head[lang]),
    `  ${counts(SOUGHT)}`,
    `  ${words("不从文本核对：", "not sought in the text: ")[lang]}${counts(rest)}`,
    ...diagnostics.flatMap((one) => exceptionLines(one, options)),
    ...(departures.length === 0
      ? []
      : [`  ${words("文本的写法不同：", "the text writes otherwise:")[lang]}`]),
    ...departures.flatMap((one) => departureLines(one, options)),
  ];
  return `${lines.join("\n")}\n`;
}

const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  error: words("错误", "error"),
  warning: words("警告", "warning"),
  info: words("提示", "info"),
};

function exceptionLines(
  { file, line, column, level, code, clause, message, remedy }: Diagnostic,
  { lang, width, paint }: TextOptions,
): readonly string[] {
  const at = `${file}:${line ?? 1}:${column ?? 1}`;
  return [
    `  ${at} ${paint.outcome(level === "error" ? "fail" : "review", LEVEL_WORDS[level][lang])} ${code}${clause === undefined ? "" : ` ${clause}`}`,
    ...wrap(message[lang], width - 4).map((one) => `    ${one}`),
    ...(remedy === undefined ? [] : wrap(`→ ${remedy[lang]}`, width - 4).map((one) => `    ${one}`)),
  ];
}

function departureLines(
  { file, line, column, clause, value, as, textLine, why }: Departure,
  { lang, width }: TextOptions,
): readonly string[] {
  const written =
    as === undefined
      ? words(`“${value}”为解读`, `"${value}" is a reading`)
      : words(
          `“${value}”写作“${as}”（文本第 ${textLine ?? "?"} 行）`,
          `"${value}" is written "${as}" (line ${textLine ?? "?"} of the text)`,
        );
  return [
    `  ${file}:${line}:${column} ${clause}`,
    ...wrap(`${written[lang]}${lang === "zh" ? "：" : ": "}${why[lang]}`, width - 4).map(
      (one) => `    ${one}`,
    ),
  ];
}

/** The same as data, with every value and what became of it. */
export function verificationJson(
  all: readonly Verification[],
  { strict, version }: { readonly strict: boolean; readonly version: string },
): string {
  const plans = all.map(({ plan, file, text, values, departures, diagnostics }) => ({
    plan,
    file,
    text,
    counts: Object.fromEntries(
      STATUSES.map((status) => [status, values.filter((value) => value.status === status).length]),
    ),
    coverage: coverageOf(values),
    diagnostics,
    departures,
    values,
  }));
  const whole = { schema: "mineright/verification@1", tool: { name: "mineright", version }, strict, plans };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
