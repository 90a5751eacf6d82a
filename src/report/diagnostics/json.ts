import { countLevels, isSound } from "../../model/checked.ts";
import type { DiagnosticsPrinter } from "./format.ts";

/** The form of the report, named in every one: additive changes only within a version. */
const SCHEMA = "mineright/diagnostics@1";

/** All that is known, in both languages. */
export const diagnosticsAsJson: DiagnosticsPrinter = (run) => {
  const { checks, files, failOn, version } = run;
  const report = {
    schema: SCHEMA,
    tool: { name: "mineright", version },
    sound: isSound(run),
    failOn,
    counts: countLevels(run),
    files,
    checks: checks.map(({ code, level, title, why }) => ({ code, level, title, why })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
