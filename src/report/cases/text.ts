import { type CaseFileResult, type CaseResult, countCases } from "../../model/case-result.ts";
import { type Lang, words } from "../../model/words.ts";
import type { Paint } from "../paint.ts";
import { hanging } from "../table.ts";
import { wrap } from "../width.ts";
import { sayMismatch } from "./mismatch.ts";

export interface CasesTextOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: Paint;
}

/** How cases went, for a person: what didn't come out as expected, and a line that counts. */
export function casesText(files: readonly CaseFileResult[], options: CasesTextOptions): string {
  const failed = files.flatMap(({ file, cases }) =>
    cases
      .filter(({ mismatches }) => mismatches.length > 0)
      .flatMap((one) => [...failedCase(file, one, options), ""]),
  );
  const perFile =
    files.length < 2
      ? []
      : files.flatMap(({ file, cases }) =>
          lineOf(`${file}: `, countCases([{ file, plan: "", cases }]), options),
        );
  return `${[...failed, ...perFile, ...lineOf("", countCases(files), options)].join("\n")}\n`;
}

function failedCase(
  file: string,
  { name, line, column, mismatches }: CaseResult,
  { lang, width, paint }: CasesTextOptions,
): string[] {
  return [
    ...wrap(`✗ ${name}`, width).map((text) => paint.outcome("fail", text)),
    ...wrap(`${file}:${line}:${column}`, width - 2).map((text) => `  ${paint.faint(text)}`),
    ...mismatches.flatMap((mismatch) => {
      const { headline, details } = sayMismatch(mismatch);
      return [
        ...hanging(`${mismatch.line}:${mismatch.column} `, headline[lang], 2, width),
        ...details.flatMap((detail) => hanging("· ", detail[lang], 4, width)),
      ];
    }),
  ];
}

function lineOf(
  before: string,
  { cases, passed, failed }: ReturnType<typeof countCases>,
  { lang, width, paint }: CasesTextOptions,
): string[] {
  const counted = words(
    `用例 ${cases} 个：与预期相符 ${passed}，不符 ${failed}`,
    `${cases} ${cases === 1 ? "case" : "cases"}: ${passed} as expected, ${failed} not`,
  );
  return wrap(`${before}${counted[lang]}`, width).map((text) =>
    paint.outcome(failed > 0 ? "fail" : "pass", text),
  );
}
