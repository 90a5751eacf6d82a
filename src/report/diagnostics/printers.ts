import type { DiagnosticsFormat, DiagnosticsPrinter } from "./format.ts";
import { diagnosticsAsGithub } from "./github.ts";
import { diagnosticsAsJson } from "./json.ts";
import { diagnosticsAsJunit } from "./junit.ts";
import { diagnosticsAsSarif } from "./sarif.ts";
import { diagnosticsAsText } from "./text.ts";

/** How the diagnostics of a run are printed in each format. */
export const DIAGNOSTICS_PRINTERS: Readonly<Record<DiagnosticsFormat, DiagnosticsPrinter>> = {
  text: diagnosticsAsText,
  json: diagnosticsAsJson,
  sarif: diagnosticsAsSarif,
  junit: diagnosticsAsJunit,
  github: diagnosticsAsGithub,
};
