import { diagnosticWords, summaryWords } from "../../locale/diagnostic-words.ts";
import { type Diagnostic, LEVELS, type Level } from "../../model/diagnostic.ts";
import type { Lang } from "../../model/words.ts";
import type { DiagnosticsPrinter } from "./format.ts";

const COMMANDS: Readonly<Record<Level, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * GitHub Actions annotations, the most severe first, as GitHub shows only some of them. The closing line is
 * for the log.
 */
export const diagnosticsAsGithub: DiagnosticsPrinter = (run, { lang }) => {
  const found = run.files.flatMap(({ diagnostics }) => diagnostics);
  const lines = LEVELS.flatMap((level) => found.filter((one) => one.level === level)).map((one) =>
    annotation(one, lang),
  );
  return [...lines, summaryWords(run)[lang]].map((line) => `${line}\n`).join("");
};

function annotation(one: Diagnostic, lang: Lang): string {
  const { code, level, file, line, column } = one;
  const place = line === undefined ? "" : `,line=${line},col=${column ?? 1}`;
  return `::${COMMANDS[level]} file=${property(file)}${place},title=${property(code)}::${data(diagnosticWords(one)[lang])}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
