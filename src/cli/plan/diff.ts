import { Decider } from "../../engine/decider.ts";
import { type ReadApplication, readApplications } from "../../input/application.ts";
import { unusable } from "../../input/problem.ts";
import { type ReadRegister, readRegister } from "../../input/register.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { PlanDiff, VerdictChanges } from "../../model/plan-diff.ts";
import type { CaseReport } from "../../model/report.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { diffPlans } from "../../plan/diff/diff.ts";
import { verdictChange } from "../../plan/diff/verdicts.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { paintWith } from "../../report/paint.ts";
import { printDiff } from "../../report/plan/diff.ts";
import { diffMarkdown } from "../../report/plan/diff-markdown.ts";
import { Page } from "../../report/plan/page.ts";
import { contextFor } from "../context.ts";
import { refuseClashes, writeWhole } from "../output.ts";
import { placesOf } from "../places.ts";
import type { DIFF_FORMATS } from "./declare-diff.ts";
import type { ListOptions } from "./list.ts";

export interface DiffOptions extends ListOptions {
  readonly applications?: readonly string[];
  readonly register?: string;
  readonly layers?: string;
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly output?: string;
}

/** `mineright plan diff`: what the difference comes to; 0 if there is none, 1 if there is. */
export async function diff(oldName: string, newName: string, options: DiffOptions): Promise<number> {
  const { applications = [], register, layers, output } = options;
  const inputs = [oldName, newName, ...applications, register, layers].filter((file) => file !== undefined);
  refuseClashes(outputsOf(output), inputs);
  refuseIdle(options);
  const standards = await loadStandards();
  const library = new PlanLibrary(standards, options.plans);
  const [old, now] = [await library.load(oldName), await library.load(newName)];
  const difference = await diffPlans(old, now, async (was, is) =>
    (await import("./moved.ts")).movedBetween(old.plan, was, now.plan, is),
  );
  const verdicts =
    applications.length === 0 ? undefined : await verdictsUnder(old, now, standards, applications, options);
  const found: PlanDiff = { ...difference, ...(verdicts === undefined ? {} : { verdicts }) };
  const text = printed(found, options);
  if (output === undefined) process.stdout.write(text);
  else writeWhole(output, [text]);
  return found.changes.length + (verdicts?.changes.length ?? 0) === 0 ? 0 : 1;
}

function outputsOf(file: string | undefined): readonly { readonly file: string }[] {
  return file === undefined ? [] : [{ file }];
}

/** A register or layers that nothing is decided with would be passed over in silence. */
function refuseIdle({ applications = [], register, layers }: DiffOptions): void {
  const idle = register !== undefined ? "--register" : "--layers";
  if (applications.length > 0 || (register === undefined && layers === undefined)) return;
  unusable({
    file: idle,
    message: words("没有申请，用不上这些数据", "there are no applications to decide with it"),
    remedy: words("以 --applications 给出申请", "give applications with --applications"),
  });
}

/** Decides every application by both plans, whatever plan it names itself. */
async function verdictsUnder(
  old: PlanInForce,
  now: PlanInForce,
  standards: Standards,
  files: readonly string[],
  options: DiffOptions,
): Promise<VerdictChanges> {
  const read = (await Promise.all(files.map((file) => readApplications(file)))).flatMap(
    ({ applications }) => applications,
  );
  const register = options.register === undefined ? undefined : await readRegister(options.register);
  const before = await decideAll(old, read, standards, register, options);
  const after = await decideAll(now, read, standards, register, options);
  return {
    decided: read.length,
    changes: read.flatMap((_, index) => {
      const [was, is] = [before[index], after[index]];
      const change = was && is && verdictChange(was, is);
      return change === undefined ? [] : [change];
    }),
  };
}

async function decideAll(
  inForce: PlanInForce,
  read: readonly ReadApplication[],
  standards: Standards,
  register: ReadRegister | undefined,
  { layers, lang, output }: DiffOptions,
): Promise<readonly CaseReport[]> {
  const decider = new Decider(inForce, standards);
  const cases = read.map((one) => ({ one, inForce, decider }));
  const places = await placesOf(cases, {
    register,
    willRead: (named) => refuseClashes(outputsOf(output), named),
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

function printed(found: PlanDiff, options: DiffOptions): string {
  const { lang, width, paint } = contextFor(options);
  if (options.format === "json") return `${JSON.stringify(found, null, 2)}\n`;
  if (options.format === "markdown") return diffMarkdown(found, lang);
  // A file has no terminal's width or colours.
  const page = options.output === undefined ? new Page(lang, width, paint) : new Page(lang, 80, paintWith(0));
  printDiff(page, found);
  return page.text;
}
