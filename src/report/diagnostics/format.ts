import type { CheckRun } from "../../model/checked.ts";
import type { Lang } from "../../model/words.ts";
import type { Paint } from "../paint.ts";

/** The formats that the diagnostics of a run can be printed in. */
export const DIAGNOSTICS_FORMATS = ["text", "json", "sarif", "junit", "github"] as const;
export type DiagnosticsFormat = (typeof DIAGNOSTICS_FORMATS)[number];

/** How a report of checks is to look. */
export interface Look {
  readonly lang: Lang;
  readonly paint: Paint;
}

/** Prints a run of checks. Pure: values in, text out. */
export type DiagnosticsPrinter = (run: CheckRun, look: Look) => string;
