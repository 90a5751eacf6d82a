import {
  diagnosticWords,
  LEVEL_WORDS,
  NOT_REACHED,
  NOTHING_TO_LOOK_AT,
} from "../../locale/diagnostic-words.ts";
import { type CheckCard, type CheckedFile, type CheckRun, weighs } from "../../model/checked.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Lang } from "../../model/words.ts";
import type { DiagnosticsPrinter } from "./format.ts";

interface Case {
  readonly xml: string;
  readonly is: "passed" | "failed" | "skipped";
}

/** JUnit XML: a suite for each file, a case for each check of it, so that a green run shows what was checked. */
export const diagnosticsAsJunit: DiagnosticsPrinter = (run, { lang }) => {
  const suites = run.files.map((file) => {
    const cases = run.checks.map((check) => caseOf(check, file, run, lang));
    const name = attribute(file.plan === undefined ? file.file : `${file.plan} (${file.file})`);
    const lines = cases.map(({ xml }) => xml).join("");
    return { cases, xml: `  <testsuite name="${name}" ${countsOf(cases)}>\n${lines}  </testsuite>\n` };
  });
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  const all = suites.map(({ xml }) => xml).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mineright" ${counts}>\n${all}</testsuites>\n`;
};

function countsOf(cases: readonly Case[]): string {
  const count = (is: Case["is"]) => cases.filter((one) => one.is === is).length;
  return `tests="${cases.length}" failures="${count("failed")}" errors="0" skipped="${count("skipped")}"`;
}

function caseOf({ code, title }: CheckCard, file: CheckedFile, { failOn }: CheckRun, lang: Lang): Case {
  const found = file.diagnostics.filter((one) => one.code === code);
  const fails = found.filter((one) => weighs(one, failOn));
  const told = found.filter((one) => !weighs(one, failOn));
  const skipped = file.looked[code] === undefined ? NOT_REACHED : NOTHING_TO_LOOK_AT;
  const is = fails.length > 0 ? "failed" : found.length === 0 && !file.looked[code] ? "skipped" : "passed";
  const inner = [
    ...(is === "skipped" ? [`      <skipped message="${attribute(skipped[lang])}"/>\n`] : []),
    ...fails.map((one) => {
      const message = attribute(one.message[lang]);
      return `      <failure type="${attribute(LEVEL_WORDS[one.level].en)}" message="${message}">${content(detail(one, lang))}</failure>\n`;
    }),
    ...(told.length === 0
      ? []
      : [`      <system-out>${content(told.map((one) => detail(one, lang)).join("\n"))}</system-out>\n`]),
  ].join("");
  const head = `    <testcase classname="${attribute(file.plan ?? file.file)}" name="${attribute(`${code}: ${title[lang]}`)}" file="${attribute(file.file)}"`;
  return { is, xml: inner === "" ? `${head}/>\n` : `${head}>\n${inner}    </testcase>\n` };
}

function detail(one: Diagnostic, lang: Lang): string {
  const place = one.line === undefined ? one.file : `${one.file}:${one.line}:${one.column ?? 1}`;
  return `${place} ${LEVEL_WORDS[one.level][lang]}: ${diagnosticWords(one)[lang]}`;
}

/** Control signs and half surrogates, which XML has no way to write. */
const UNWRITABLE = /[^\t\n\r\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu;

function content(text: string): string {
  return text
    .replace(UNWRITABLE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
