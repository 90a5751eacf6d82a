import { createHash } from "node:crypto";
import { diagnosticWords } from "../../locale/diagnostic-words.ts";
import type { CheckCard, CheckRun } from "../../model/checked.ts";
import type { Diagnostic, Level } from "../../model/diagnostic.ts";
import type { Lang } from "../../model/words.ts";
import { fileUri } from "./file-uri.ts";
import type { DiagnosticsPrinter } from "./format.ts";

const LEVELS: Readonly<Record<Level, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0, for code scanning and editors. What a contradiction of the plan answers is suppressed. */
export const diagnosticsAsSarif: DiagnosticsPrinter = (run, { lang }) => {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "mineright",
            version: run.version,
            language: lang === "zh" ? "zh-CN" : "en",
            rules: run.checks.map((check) => ruleOf(check, lang)),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true }],
        artifacts: run.files.map(({ file }) => ({ location: { uri: fileUri(file) } })),
        results: resultsOf(run, lang),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function ruleOf({ code, level, title, why }: CheckCard, lang: Lang): object {
  return {
    id: code,
    shortDescription: { text: title[lang] },
    fullDescription: { text: why[lang] },
    help: { text: why[lang] },
    defaultConfiguration: { level: LEVELS[level] },
  };
}

function resultsOf({ files, checks }: CheckRun, lang: Lang): readonly object[] {
  const rules = new Map(checks.map(({ code }, index) => [code, index]));
  const times = new Map<string, number>();
  return files.flatMap(({ diagnostics, plan }) =>
    diagnostics.map((one) => {
      const same = fingerprint(one, plan ?? one.file);
      const before = times.get(same) ?? 0;
      times.set(same, before + 1);
      const index = rules.get(one.code);
      return {
        ruleId: one.code,
        ...(index === undefined ? {} : { ruleIndex: index }),
        level: LEVELS[one.level],
        message: { text: diagnosticWords(one)[lang] },
        locations: [locationOf(one)],
        partialFingerprints: { "mineright/v1": `${same}:${before + 1}` },
        ...(one.acceptedBy === undefined
          ? {}
          : { suppressions: [{ kind: "inSource", status: "accepted", justification: one.acceptedBy }] }),
      };
    }),
  );
}

function locationOf({ file, line, column, field }: Diagnostic): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(file) },
      ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
    },
    ...(field === undefined || field === "" ? {} : { logicalLocations: [{ fullyQualifiedName: field }] }),
  };
}

/** The same wherever it comes to stand in the file. */
function fingerprint({ code, subject, field, clause }: Diagnostic, plan: string): string {
  const parts = [code, plan, subject ?? field ?? "", clause ?? ""];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}
