import { unusable } from "../../input/problem.ts";
import type { ExerciseCoverage, PlanCoverage } from "../../model/coverage.ts";
import type { PlanInForce } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { usesOf } from "../../plan/coverage/uses.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { coverageJson } from "../../report/coverage/json.ts";
import { coverageText } from "../../report/coverage/text.ts";
import { contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes, targetsOf } from "../output.ts";
import { writeReports } from "../reports.ts";
import { textCoverageOf } from "./coverage-text.ts";
import { COVERAGE_FORMATS } from "./declare-coverage.ts";
import { exercisePlans } from "./exercise-plans.ts";
import { yamlFilesIn } from "./paths.ts";

export interface CoverageOptions extends SharedOptions {
  readonly plans?: string;
  readonly cases?: readonly string[];
  readonly applications?: readonly string[];
  readonly text?: string;
  readonly failUnder?: number;
  readonly format: (typeof COVERAGE_FORMATS)[number];
  readonly output?: readonly string[];
}

/** `mineright plan coverage`: 0 if nothing is left open that was asked about, else 1. */
export async function coverPlans(references: readonly string[], options: CoverageOptions): Promise<number> {
  const context = contextFor(options);
  const targets = targetsOf(options.format, options.output ?? [], COVERAGE_FORMATS);
  const { cases, applications = [], text, failUnder } = options;
  const caseFiles = cases === undefined ? [] : yamlFilesIn(cases);
  refuseClashes(targets, [
    ...references,
    ...caseFiles,
    ...applications,
    ...(text === undefined ? [] : [text]),
  ]);
  const isTried = caseFiles.length + applications.length > 0;
  if (failUnder !== undefined && !isTried) refuseIdleLimit(failUnder);
  const standards = await loadStandards();
  const plans = await plansToCover(references, new PlanLibrary(standards, options.plans));
  const exercise = isTried
    ? await exercisePlans(plans, { caseFiles, applications }, standards)
    : new Map<PlanInForce, ExerciseCoverage>();
  const covered = plans.map((inForce): PlanCoverage => {
    const tried = exercise.get(inForce);
    return {
      ...usesOf(inForce.plan),
      ...(tried === undefined ? {} : { exercise: tried }),
      ...(text === undefined ? {} : { text: textCoverageOf(inForce.plan, text, plans.length) }),
    };
  });
  writeReports(targets, context, {
    text: (page) => coverageText(covered, { ...page, ...(failUnder === undefined ? {} : { failUnder }) }),
    json: () => coverageJson(covered),
  });
  return covered.some((one) => isOpen(one, failUnder)) ? 1 : 0;
}

/** Each plan once, by whatever names it was asked for. */
async function plansToCover(
  references: readonly string[],
  library: PlanLibrary,
): Promise<readonly PlanInForce[]> {
  const asked = references.length > 0 ? references : (await library.names()).map(({ id }) => id);
  const plans: PlanInForce[] = [];
  for (const reference of asked) {
    const inForce = await library.load(reference);
    if (!plans.some(({ plan }) => plan.id === inForce.plan.id)) plans.push(inForce);
  }
  if (plans.length === 0)
    unusable({
      file: "--plans",
      message: words("目录中没有规划", "the folder holds no plan"),
      remedy: words("检查 --plans", "check --plans"),
    });
  return plans;
}

function isOpen({ exercise, text }: PlanCoverage, failUnder: number | undefined): boolean {
  const isUnder = failUnder !== undefined && (exercise?.percent ?? 0) < failUnder;
  const isUncited = text !== undefined && text.open.length + text.idle.length > 0;
  return isUnder || isUncited || (exercise?.failed.length ?? 0) > 0;
}

function refuseIdleLimit(failUnder: number): never {
  unusable({
    file: `--fail-under ${failUnder}`,
    message: words("没有用例也没有申请，无从计算", "there are no cases and no applications to count"),
    remedy: words("加上 --cases 或 --applications", "add --cases or --applications"),
  });
}
