import { statSync } from "node:fs";
import { unusable } from "../../input/problem.ts";
import type { TextCoverage } from "../../model/coverage.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { textCoverage } from "../../plan/coverage/uncited.ts";
import { readPlanText } from "../../plan/text/plan-text.ts";
import { textIn } from "./texts.ts";

/** Holds a plan against its published text: a file, or `<id>.txt` in a folder. Throws `Unusable`. */
export function textCoverageOf(plan: Plan, path: string, plans: number): TextCoverage {
  const file = textFileOf(plan, path, plans);
  const coverage = textCoverage(plan, readPlanText(file));
  if (coverage.normative === 0)
    unusable({
      file,
      message: words("其中没有一句规范性语句", "no line of it holds a normative word"),
      remedy: words("检查是否为规划原文", "check that it is the text of a plan"),
    });
  return coverage;
}

function textFileOf(plan: Plan, path: string, plans: number): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    if (plans > 1)
      unusable({
        file: path,
        message: words(
          `一个文件不能是 ${plans} 个规划的原文`,
          `one file can't be the text of ${plans} plans`,
        ),
        remedy: words("指定一个规划，或以 --text 指定目录", "name one plan, or give a folder with --text"),
      });
    return path;
  }
  return textIn(path, plan);
}
