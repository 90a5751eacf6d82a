import { type CheckRun, countLevels, isSound } from "../model/checked.ts";
import type { Diagnostic, Level } from "../model/diagnostic.ts";
import { type Words, words } from "../model/words.ts";

/** How the levels are called. */
export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  error: words("错误", "error"),
  warning: words("警告", "warning"),
  info: words("提示", "info"),
};

/** Why a check has no result for a file. */
export const NOT_REACHED = words(
  "文件有格式错误，未检查到这一项",
  "not reached: the file has errors of form",
);
export const NOTHING_TO_LOOK_AT = words(
  "文件中没有这一项可检查的内容",
  "the file holds nothing that this check looks at",
);

/** What was found and what to do, in one text. */
export function diagnosticWords({ message, remedy }: Diagnostic): Words {
  return remedy === undefined
    ? message
    : words(`${message.zh}\n→ ${remedy.zh}`, `${message.en}\n→ ${remedy.en}`);
}

/** How much was looked at and found, and what that means for the run. */
export function summaryWords(run: CheckRun): Words {
  const { files, checks } = run;
  const values = files.reduce((sum, one) => sum + one.values, 0);
  const did = checks.filter(({ code }) => files.some(({ looked }) => (looked[code] ?? 0) > 0)).length;
  const { error, warning, info } = countLevels(run);
  const verdict = isSound(run) ? words("合格", "sound") : words("有问题", "problems found");
  return words(
    `${verdict.zh}：${files.length} 个文件，${checks.length} 项检查中的 ${did} 项，${values} 个值；错误 ${error}，警告 ${warning}，提示 ${info}`,
    `${verdict.en}: ${several(files.length, "file")}, ${did} of ${several(checks.length, "check")}, ${several(values, "value")}; ${several(error, "error")}, ${several(warning, "warning")}, ${info} info`,
  );
}

function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
