import { resolve } from "node:path";
import { Unusable } from "../../input/problem.ts";
import { readBytes } from "../../input/text.ts";
import { type CheckedFile, type CheckRun, isSound } from "../../model/checked.ts";
import type { Level } from "../../model/diagnostic.ts";
import type { Standards } from "../../model/standards.ts";
import { checkedAtBuild } from "../../plan/checks/as-built.ts";
import { CHECKS } from "../../plan/checks/registry.ts";
import { loadStandards } from "../../plan/load/library.ts";
import { DIAGNOSTICS_FORMATS, type DiagnosticsFormat } from "../../report/diagnostics/format.ts";
import { diagnosticsPrinters } from "../../report/diagnostics/printers.ts";
import { contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes, targetsOf } from "../output.ts";
import { writeReports } from "../reports.ts";
import { VERSION } from "../version.ts";
import { type PlanFile, planFilesOf } from "./plan-files.ts";

export interface ValidateOptions extends SharedOptions {
  readonly failOn: Level;
  readonly format: DiagnosticsFormat;
  readonly output?: readonly string[];
}

/** `mineright plan validate`: checks plan files, and returns 1 if anything found is as bad as `--fail-on`. */
export async function validatePlans(args: readonly string[], options: ValidateOptions): Promise<number> {
  const context = contextFor(options);
  const targets = targetsOf(options.format, options.output ?? [], DIAGNOSTICS_FORMATS);
  const standards = await loadStandards();
  const files = await planFilesOf(args, standards);
  refuseClashes(
    targets,
    files.map(({ path }) => path),
  );
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkedFile(file, standards));
  const run: CheckRun = { checks: CHECKS, files: checked, failOn: options.failOn, version: VERSION };
  writeReports(targets, context, diagnosticsPrinters(run));
  return isSound(run) ? 0 : 1;
}

async function checkedFile({ name, path }: PlanFile, standards: Standards): Promise<CheckedFile> {
  const bytes = readPlan(path, name);
  const asBuilt = checkedAtBuild(resolve(path), bytes, name);
  if (asBuilt !== undefined) return asBuilt;
  const { checkPlanFile } = await import("../../plan/checks/run.ts");
  const { lockBeside } = await import("../../plan/verify/lock-file.ts");
  return checkPlanFile(bytes, name, standards, lockBeside(path, name));
}

function readPlan(path: string, name: string): Uint8Array {
  try {
    return readBytes(path);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    throw new Unusable(error.problems.map((one) => ({ ...one, file: name })));
  }
}
