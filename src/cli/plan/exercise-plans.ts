import { CaseFinder, casesOf } from "../../casework/cases.ts";
import { readApplications } from "../../input/application.ts";
import { unusable } from "../../input/problem.ts";
import type { ExerciseCoverage } from "../../model/coverage.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { readKey } from "../../plan/cases/names.ts";
import { outcomeOfClause } from "../../plan/cases/run.ts";
import { Exercise, exerciseCoverage } from "../../plan/coverage/exercise.ts";
import { placesOf } from "../places.ts";
import { runCaseFiles } from "./run-cases.ts";

/** What plans are tried by. */
interface Given {
  readonly caseFiles: readonly string[];
  readonly applications: readonly string[];
}

/** What is counted of one plan while cases and applications are decided. */
class Tally {
  readonly exercise = new Exercise();
  readonly failed: ExerciseCoverage["failed"][number][] = [];
  readonly reasons: Record<string, string> = {};
  cases = 0;
  applications = 0;
}

/**
 * Decides cases and applications against the plans to cover; those of other plans are passed over. Throws
 * `Unusable` if none is left.
 */
export async function exercisePlans(
  plans: readonly PlanInForce[],
  given: Given,
  standards: Standards,
): Promise<ReadonlyMap<PlanInForce, ExerciseCoverage>> {
  const tallies = new Map(plans.map((inForce) => [inForce, new Tally()]));
  const named = (reference: string | undefined) =>
    plans.find(({ plan }) => plan.id === reference || plan.county.code === reference);
  await tryCases(given.caseFiles, tallies, named, standards);
  await tryApplications(given.applications, tallies, named, standards);
  if ([...tallies.values()].every(({ cases, applications }) => cases + applications === 0))
    unusable({
      file: [...given.caseFiles, ...given.applications].join(" "),
      message: words(
        `没有涉及 ${plans.map(({ plan }) => plan.id).join("、")} 的用例或申请`,
        `no case and no application is for ${plans.map(({ plan }) => plan.id).join(", ")}`,
      ),
      remedy: words("检查其中的 plan", "check the plan that they name"),
    });
  return new Map(
    [...tallies].map(([inForce, { exercise, reasons, ...counted }]) => [
      inForce,
      { ...counted, ...exerciseCoverage(inForce.plan, exercise, reasons) },
    ]),
  );
}

type Tallies = ReadonlyMap<PlanInForce, Tally>;
type Named = (reference: string | undefined) => PlanInForce | undefined;

/** Of a case counts what it expects and what came out so. */
async function tryCases(files: readonly string[], tallies: Tallies, named: Named, standards: Standards) {
  const run = await runCaseFiles(files, standards, async ({ plan }) => named(plan));
  for (const { file, inForce, result } of run) {
    const tally = tallies.get(inForce);
    if (tally === undefined) continue;
    Object.assign(tally.reasons, file.oneSided);
    for (const { name, line, met, mismatches } of result.cases) {
      tally.cases++;
      if (mismatches.length > 0) tally.failed.push({ name, file: result.file, line });
      for (const [key, outcome] of Object.entries(met)) tally.exercise.add(readKey(key).clause, outcome);
    }
  }
}

/** Of an application counts whatever was decided. */
async function tryApplications(
  files: readonly string[],
  tallies: Tallies,
  named: Named,
  standards: Standards,
) {
  const read = await Promise.all(files.map((file) => readApplications(file)));
  const concerned = read
    .flatMap(({ applications }) => applications)
    .filter(({ application: { plan, county } }) => named(plan ?? county) !== undefined);
  const find = async (reference: string) => {
    const inForce = named(reference);
    if (inForce === undefined) throw new Error(`unreachable: ${reference} was found before`);
    return inForce;
  };
  const cases = await casesOf(concerned, new CaseFinder({ load: find, named: find }, standards, undefined));
  const places = await placesOf(cases, {});
  for (const { one, inForce, decider } of cases) {
    const tally = tallies.get(inForce);
    if (tally === undefined) continue;
    tally.applications++;
    const { findings } = decider.decide(one.application, {
      file: one.document.file,
      location: places.get(one)?.site,
    });
    for (const { id } of findings.flatMap(({ clauses }) => clauses)) {
      const outcome = outcomeOfClause(findings, id);
      if (outcome !== undefined) tally.exercise.add(id, outcome);
    }
  }
}
