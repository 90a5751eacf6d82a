import { LEVEL_WORDS, summaryWords } from "../../locale/diagnostic-words.ts";
import { isSound } from "../../model/checked.ts";
import type { Diagnostic, Level } from "../../model/diagnostic.ts";
import type { Outcome } from "../../model/finding.ts";
import type { DiagnosticsPrinter, Look } from "./format.ts";

/** `file:line:column level code: message` and what to do; at the end how much was looked at. */
export const diagnosticsAsText: DiagnosticsPrinter = (run, look) => {
  const found = run.files.flatMap(({ diagnostics }) => diagnostics.map((one) => told(one, look)));
  const summary = summaryWords(run)[look.lang];
  const gap = found.length === 0 ? "" : "\n";
  return `${found.join("")}${gap}${look.paint.verdict(isSound(run) ? "pass" : "fail", summary)}\n`;
};

const COLOURS: Readonly<Record<Level, Outcome>> = { error: "fail", warning: "review", info: "note" };

function told(
  { code, level, file, line, column, message, remedy }: Diagnostic,
  { lang, paint }: Look,
): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const head = `${place} ${paint.outcome(COLOURS[level], LEVEL_WORDS[level][lang])} ${code}`;
  const said = lang === "zh" ? `${head}：${message.zh}` : `${head}: ${message.en}`;
  return `${said}\n${remedy === undefined ? "" : `  → ${remedy[lang]}\n`}`;
}
