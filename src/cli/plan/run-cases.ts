import type { LocateOptions } from "../../casework/locate.ts";
import { Decider } from "../../engine/decider.ts";
import { fileNamedIn } from "../../input/document.ts";
import { Unusable, unusable } from "../../input/problem.ts";
import type { CaseFileResult, CaseResult } from "../../model/case-result.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { type PreparedCase, prepareCases } from "../../plan/cases/prepare.ts";
import { type CaseFile, readCaseFile } from "../../plan/cases/read.ts";
import { runCase } from "../../plan/cases/run.ts";
import type { PlanLibrary } from "../../plan/load/library.ts";

/** A file of cases, the plan that decides them, and how they went. */
export interface RunFile {
  readonly file: CaseFile;
  readonly inForce: PlanInForce;
  readonly result: CaseFileResult;
}

/** A file of cases whose applications are read, and the plan that they were read for. */
export interface ReadyFile {
  readonly file: CaseFile;
  readonly inForce: PlanInForce;
  readonly prepared: readonly PreparedCase[];
}

/**
 * Reads files of cases, but for those whose plan isn't wanted (`planOf` gives none). Throws `Unusable` with the
 * problems of all the files.
 */
export async function readCaseFiles(
  names: readonly string[],
  standards: Standards,
  planOf: (file: CaseFile) => Promise<PlanInForce | undefined>,
): Promise<readonly ReadyFile[]> {
  const problems: Unusable["problems"][number][] = [];
  const ready: ReadyFile[] = [];
  for (const name of names)
    try {
      const file = await readCaseFile(name);
      const inForce = await planOf(file);
      if (inForce === undefined) continue;
      ready.push({ file, inForce, prepared: prepareCases(file, inForce, standards) });
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      problems.push(...error.problems);
    }
  if (problems.length > 0) throw new Unusable(problems);
  return ready;
}

/** The same, and runs them: all are read before any is run. */
export async function runCaseFiles(...given: Parameters<typeof readCaseFiles>): Promise<readonly RunFile[]> {
  const [, standards] = given;
  const run: RunFile[] = [];
  for (const { file, inForce, prepared } of await readCaseFiles(...given)) {
    const decider = new Decider(inForce, standards);
    const cases: CaseResult[] = [];
    for (const one of prepared) cases.push(runCase(one, file, decider, await siteOf(one, file, inForce)));
    run.push({ file, inForce, result: { file: file.document.file, plan: inForce.plan.id, cases } });
  }
  return run;
}

/** The plan that decides a file's cases: by option, or by the file's own word. Throws `Unusable`. */
export function planOfCases(
  { plan, document }: CaseFile,
  library: PlanLibrary,
  option: string | undefined,
): Promise<PlanInForce> {
  if (option !== undefined) return library.load(option);
  if (plan !== undefined)
    return library.named(plan, () => ({
      file: document.file,
      ...document.locate(["plan"]),
      field: "plan",
    }));
  return unusable({
    file: document.file,
    ...document.locate([]),
    field: "plan",
    message: words("用例文件未说明针对哪个规划", "the file of cases doesn't say which plan it is for"),
    remedy: words("写明 plan，或以 --plan 指定", "state plan, or give --plan"),
  });
}

/** Where a case with a boundary lies; geometry is heavy to load, so it is only where there is some. */
export async function siteOf(
  { read, register }: PreparedCase,
  { layers, document }: CaseFile,
  { plan }: PlanInForce,
  willRead?: LocateOptions["willRead"],
) {
  if (read.application.geometry === undefined) return undefined;
  const { locate } = await import("../../casework/locate.ts");
  const manifest = layers === undefined ? undefined : fileNamedIn(document, layers);
  if (manifest !== undefined) willRead?.([manifest]);
  const places = await locate([{ read, plan }], {
    ...(manifest === undefined ? {} : { layers: manifest }),
    ...(willRead === undefined ? {} : { willRead }),
    register,
  });
  return places.get(read)?.site;
}
