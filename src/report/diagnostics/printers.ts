import type { CheckRun } from "../../model/checked.ts";
import type { DiagnosticsFormat, Look } from "./format.ts";
import { diagnosticsAsGithub } from "./github.ts";
import { diagnosticsAsJson } from "./json.ts";
import { diagnosticsAsJunit } from "./junit.ts";
import { diagnosticsAsSarif } from "./sarif.ts";
import { diagnosticsAsText } from "./text.ts";

/** How the diagnostics of a run are printed in each format. */
export function diagnosticsPrinters(
  run: CheckRun,
): Readonly<Record<DiagnosticsFormat, (page: Look) => string>> {
  return {
    text: (page) => diagnosticsAsText(run, page),
    json: (page) => diagnosticsAsJson(run, page),
    sarif: (page) => diagnosticsAsSarif(run, page),
    junit: (page) => diagnosticsAsJunit(run, page),
    github: (page) => diagnosticsAsGithub(run, page),
  };
}
