import { unusable } from "../../input/problem.ts";
import type { PlanDiff } from "../../model/plan-diff.ts";
import { words } from "../../model/words.ts";
import { diffPlans } from "../../plan/diff/diff.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { printDiff } from "../../report/plan/diff.ts";
import { diffMarkdown } from "../../report/plan/diff-markdown.ts";
import { Page } from "../../report/plan/page.ts";
import { contextFor } from "../context.ts";
import { refuseClashes, targetsOf } from "../output.ts";
import { writeReports } from "../reports.ts";
import { DIFF_FORMATS } from "./declare-diff.ts";
import type { ListOptions } from "./list.ts";
import { yamlFilesIn } from "./paths.ts";
import { verdictsUnder } from "./verdicts-under.ts";

export interface DiffOptions extends ListOptions {
  readonly applications?: readonly string[];
  readonly cases?: readonly string[];
  readonly register?: string;
  readonly layers?: string;
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly output?: readonly string[];
}

/** `mineright plan diff`: what the difference comes to; 0 if there is none, 1 if there is. */
export async function diff(oldName: string, newName: string, options: DiffOptions): Promise<number> {
  const { applications = [], register, layers } = options;
  const context = contextFor(options);
  const targets = targetsOf(options.format, options.output ?? [], DIFF_FORMATS);
  const caseFiles = yamlFilesIn(options.cases ?? []);
  const inputs = [oldName, newName, ...applications, ...caseFiles, register, layers];
  const mayRead = (files: readonly string[]) => refuseClashes(targets, files);
  mayRead(inputs.filter((file) => file !== undefined));
  refuseIdle(options);
  const standards = await loadStandards();
  const library = new PlanLibrary(standards, options.plans);
  const [old, now] = [await library.load(oldName), await library.load(newName)];
  const difference = await diffPlans(old, now, async (was, is) =>
    (await import("./moved.ts")).movedBetween(old.plan, was, now.plan, is),
  );
  const given = { ...options, applications, caseFiles, mayRead };
  const verdicts =
    applications.length + caseFiles.length === 0
      ? undefined
      : await verdictsUnder({ old, now, standards }, given);
  const found: PlanDiff = { ...difference, ...(verdicts === undefined ? {} : { verdicts }) };
  writeReports(targets, context, {
    text: ({ lang, width, paint }) => {
      const page = new Page(lang, width, paint);
      printDiff(page, found);
      return page.text;
    },
    markdown: ({ lang }) => diffMarkdown(found, lang),
    json: () => `${JSON.stringify({ schema: "mineright/plan-diff@1", ...found }, null, 2)}\n`,
  });
  return found.changes.length + (verdicts?.changes.length ?? 0) === 0 ? 0 : 1;
}

/** A register or layers that nothing is decided with would be passed over in silence. */
function refuseIdle({ applications = [], register, layers }: DiffOptions): void {
  const idle = register !== undefined ? "--register" : "--layers";
  if (applications.length > 0 || (register === undefined && layers === undefined)) return;
  unusable({
    file: idle,
    message: words("没有申请，用不上这些数据", "there are no applications to decide with it"),
    remedy: words(
      "以 --applications 给出申请；用例（--cases）用其文件自己的",
      "give applications with --applications; cases (--cases) have their own in their files",
    ),
  });
}
