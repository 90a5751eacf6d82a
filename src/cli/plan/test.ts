import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { casesJson } from "../../report/cases/json.ts";
import { casesJunit } from "../../report/cases/junit.ts";
import { casesText } from "../../report/cases/text.ts";
import { contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes, targetsOf } from "../output.ts";
import { writeReports } from "../reports.ts";
import { TEST_FORMATS } from "./declare-test.ts";
import { yamlFilesIn } from "./paths.ts";
import { planOfCases, runCaseFiles } from "./run-cases.ts";

export interface TestOptions extends SharedOptions {
  readonly plan?: string;
  readonly plans?: string;
  readonly format: (typeof TEST_FORMATS)[number];
  readonly output?: readonly string[];
}

/** `mineright plan test`: runs cases; 0 if all come out as they expect, 1 if some don't. */
export async function testPlans(paths: readonly string[], options: TestOptions): Promise<number> {
  const context = contextFor(options);
  const targets = targetsOf(options.format, options.output ?? [], TEST_FORMATS);
  const files = yamlFilesIn(paths);
  refuseClashes(targets, options.plan === undefined ? files : [...files, options.plan]);
  const standards = await loadStandards();
  const library = new PlanLibrary(standards, options.plans);
  const run = await runCaseFiles(files, standards, (file) => planOfCases(file, library, options.plan));
  const results = run.map(({ result }) => result);
  writeReports(targets, context, {
    text: (page) => casesText(results, page),
    json: () => casesJson(results),
    junit: ({ lang }) => casesJunit(results, lang),
  });
  return results.some(({ cases }) => cases.some(({ mismatches }) => mismatches.length > 0)) ? 1 : 0;
}
