import { type CaseFileResult, type CaseResult, countCases } from "../../model/case-result.ts";
import type { Lang } from "../../model/words.ts";
import { sayMismatch } from "./mismatch.ts";

/** How cases went as JUnit XML: a suite for each file, a testcase for each case. */
export function casesJunit(files: readonly CaseFileResult[], lang: Lang): string {
  const { cases, failed } = countCases(files);
  const suites = files.flatMap((one) => [
    `  <testsuite name="${escaped(one.file)}"${totals(countCases([one]))}>`,
    ...one.cases.flatMap((result) => testcase(one, result, lang)),
    "  </testsuite>",
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mineright plan test"${totals({ cases, failed })}>`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function totals({ cases, failed }: { readonly cases: number; readonly failed: number }): string {
  return ` tests="${cases}" failures="${failed}" errors="0" skipped="0"`;
}

function testcase(
  { file, plan }: CaseFileResult,
  { name, line, mismatches }: CaseResult,
  lang: Lang,
): readonly string[] {
  const open = `    <testcase classname="${escaped(plan)}" name="${escaped(name)}" file="${escaped(file)}" line="${line}"`;
  if (mismatches.length === 0) return [`${open}/>`];
  const said = mismatches.map((mismatch) => {
    const { headline, details } = sayMismatch(mismatch);
    const place = `${file}:${mismatch.line}:${mismatch.column}: `;
    return {
      headline: headline[lang],
      lines: [`${place}${headline[lang]}`, ...details.map((one) => `  ${one[lang]}`)],
    };
  });
  const message = said.map(({ headline }) => headline).join(lang === "zh" ? "；" : "; ");
  return [
    `${open}>`,
    `      <failure message="${escaped(message)}">${escaped(said.flatMap(({ lines }) => lines).join("\n"))}</failure>`,
    "    </testcase>",
  ];
}

/** What XML 1.0 can't hold at all is left out. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(UNPRINTABLE, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
