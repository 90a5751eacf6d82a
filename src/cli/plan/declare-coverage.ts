import { type Command, InvalidArgumentError, Option } from "commander";
import { words } from "../../model/words.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words(
  "规划条款的使用、用例和申请的覆盖、原文中未引用的规范性语句",
  "what each clause is used for, which are tried by cases and applications, which lines of the text no clause cites",
);
const PLANS = words(
  "规划：编号、代码或文件（默认全部）",
  "plans: id, code or file (all of them unless given)",
);
const CASES = words("用例文件或目录", "files of cases, or their folders");
const APPLICATIONS = words("申请文件", "application files");
const TEXT = words(
  "规划原文：文件，或其中有 <编号>.txt 的目录",
  "the published text: a file, or a folder with <id>.txt",
);
const FAIL_UNDER = words(
  "由规则判定、有约束力的条款中，既有通过、也有不通过或须复核的（或说明了理由的）低于此百分比时，退出码为 1",
  "exit code 1 if fewer percent of the binding clauses that a rule decides were decided both ways, pass and not (or have a reason)",
);

/** The formats in which `plan coverage` reports. */
export const COVERAGE_FORMATS = ["text", "json"] as const;

/** Declares `mineright plan coverage`. */
export function declareCoverage(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("coverage").description(ABOUT[lang]))
    .argument("[plans...]", PLANS[lang])
    .option("--plans <dir>", HELP.plans[lang])
    .option("--cases <files...>", CASES[lang])
    .option("--applications <files...>", APPLICATIONS[lang])
    .option("--text <file|dir>", TEXT[lang])
    .option("--fail-under <percent>", FAIL_UNDER[lang], percent)
    .addOption(new Option("--format <name>", HELP.format[lang]).choices(COVERAGE_FORMATS).default("text"))
    .option("-o, --output <file>", HELP.output[lang], collect)
    .addHelpText(
      "after",
      examplesOf(
        [
          [
            "mineright plan coverage --cases cases/ --fail-under 100",
            "所有条款都须有两面的用例",
            "every clause must have cases on both sides",
          ],
          [
            "mineright plan coverage lingbao --text lingbao.txt",
            "原文中没有条款引用的语句",
            "the lines of the text that no clause cites",
          ],
        ],
        lang,
      ),
    )
    .action(async (plans, options) => exit(await (await import("./coverage.ts")).coverPlans(plans, options)));
}

function percent(value: string): number {
  const number = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && number <= 100) return number;
  throw new InvalidArgumentError("Write a number from 0 to 100.");
}
