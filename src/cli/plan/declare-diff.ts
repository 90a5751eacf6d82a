import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import type { Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words(
  "比较两个规划的后果：限值升降、矿种禁放、分区移动、条款增删（退出码 0 相同、1 有不同、2 无法使用）",
  "compare two plans by consequence: limits, bans, zones, clauses (exit code 0 the same, 1 they differ, 2 can't be used)",
);
const OLD = words("旧规划：编号、代码或文件", "the old plan: id, county code or file");
const NEW = words("新规划：编号、代码或文件", "the new plan: id, county code or file");
const APPLICATIONS = words(
  "以两个规划各审一遍的申请，列出结论的变化",
  "applications decided by both plans: whose verdict changes, and by which clauses",
);
const OUTPUT = words("写入文件，不再输出到屏幕", "write to a file instead of standard output");

export const DIFF_FORMATS = ["text", "markdown", "json"] as const;

/** Declares `mineright plan diff`. */
export function declareDiff(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("diff").description(ABOUT[lang]))
    .argument("<old>", OLD[lang])
    .argument("<new>", NEW[lang])
    .option("--plans <dir>", HELP.plans[lang])
    .option("--applications <files...>", APPLICATIONS[lang])
    .option("--register <file>", HELP.register[lang])
    .option("--layers <file>", HELP.layers[lang])
    .addOption(new Option("--format <name>", HELP.format[lang]).choices(DIFF_FORMATS).default("text"))
    .option("-o, --output <file>", OUTPUT[lang])
    .addHelpText(
      "after",
      examplesOf(
        [
          ["mineright plan diff fangcheng draft.yaml", "修订稿改了什么", "what a draft changes"],
          [
            "mineright plan diff a.yaml b.yaml --applications cases/*.json --format markdown -o diff.md",
            "连同结论的变化，写成 Markdown",
            "with the verdicts that change, as Markdown",
          ],
        ],
        lang,
      ),
    )
    .action(async (old, now, options) => exit(await (await import("./diff.ts")).diff(old, now, options)));
}
