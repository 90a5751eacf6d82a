import { Decider } from "../../engine/decider.ts";
import { type ReadApplication, readApplications } from "../../input/application.ts";
import { type ReadRegister, readRegister } from "../../input/register.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { VerdictChange, VerdictChanges } from "../../model/plan-diff.ts";
import type { CaseReport } from "../../model/report.ts";
import type { Standards } from "../../model/standards.ts";
import { verdictChange } from "../../plan/diff/verdicts.ts";
import type { SharedOptions } from "../context.ts";
import { placesOf } from "../places.ts";
import { type ReadyFile, readCaseFiles, siteOf } from "./run-cases.ts";

/** The plans to decide by. */
export interface Versions {
  readonly old: PlanInForce;
  readonly now: PlanInForce;
  readonly standards: Standards;
}

/** What is to be decided by both. */
export interface Deciding extends SharedOptions {
  readonly applications: readonly string[];
  readonly caseFiles: readonly string[];
  /** For the applications; cases have their own. */
  readonly register?: string;
  readonly layers?: string;
  /** Called with the files that are named within others, before they are read; may refuse them. */
  readonly mayRead: (files: readonly string[]) => void;
}

/** Decides every application and case by both plans, whatever plan it names itself. Throws `Unusable`. */
export async function verdictsUnder(versions: Versions, given: Deciding): Promise<VerdictChanges> {
  const { old, standards } = versions;
  const read = (await Promise.all(given.applications.map((file) => readApplications(file)))).flatMap(
    ({ applications }) => applications,
  );
  const register = given.register === undefined ? undefined : await readRegister(given.register);
  const files = await readCaseFiles(given.caseFiles, standards, async () => old);
  return {
    ...(given.applications.length === 0 ? {} : { applications: read.length }),
    ...(files.length === 0 ? {} : { cases: files.flatMap(({ prepared }) => prepared).length }),
    changes: [
      ...(await changesOfApplications(read, register, versions, given)),
      ...(await changesOfCases(files, versions, given)),
    ],
  };
}

async function changesOfApplications(
  read: readonly ReadApplication[],
  register: ReadRegister | undefined,
  { old, now, standards }: Versions,
  given: Deciding,
): Promise<readonly VerdictChange[]> {
  const before = await decideAll(old, read, standards, register, given);
  const after = await decideAll(now, read, standards, register, given);
  return read.flatMap((_, index) => {
    const [was, is] = [before[index], after[index]];
    const change = was && is && verdictChange(was, is);
    return change === undefined ? [] : [change];
  });
}

async function decideAll(
  inForce: PlanInForce,
  read: readonly ReadApplication[],
  standards: Standards,
  register: ReadRegister | undefined,
  { layers, lang, mayRead }: Deciding,
): Promise<readonly CaseReport[]> {
  const decider = new Decider(inForce, standards);
  const cases = read.map((one) => ({ one, inForce, decider }));
  const places = await placesOf(cases, {
    register,
    willRead: mayRead,
    ...(layers === undefined ? {} : { layers }),
    ...(lang === undefined ? {} : { lang }),
  });
  return read.map((one) =>
    decider.decide(one.application, {
      file: one.document.file,
      register,
      asOf: undefined,
      location: places.get(one)?.site,
    }),
  );
}

async function changesOfCases(
  files: readonly ReadyFile[],
  { old, now, standards }: Versions,
  { mayRead }: Deciding,
): Promise<readonly VerdictChange[]> {
  const [before, after] = [new Decider(old, standards), new Decider(now, standards)];
  const changes: VerdictChange[] = [];
  for (const { file, prepared } of files)
    for (const ready of prepared) {
      const { one, index, read, register } = ready;
      const under = async (inForce: PlanInForce, decider: Decider) => {
        const location = await siteOf(ready, file, inForce, mayRead);
        return decider.decide(read.application, { file: file.document.file, register, location });
      };
      const change = verdictChange(await under(old, before), await under(now, after));
      const { line = 1 } = file.document.locate(["cases", index, "name"]);
      if (change !== undefined) changes.push({ ...change, case: { name: one.name, line } });
    }
  return changes;
}
