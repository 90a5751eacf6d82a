import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words(
  "运行用例：申请、预期的结论和各条款的判定",
  "run cases: applications with the verdict and findings that are expected",
);
const FILES = words("用例文件（YAML）或其目录", "files of cases (YAML), or their folders");
const PLAN = words("用此规划，而不用文件中的 plan", "decide by this plan, whatever the files say");

/** The formats in which `plan test` reports. */
export const TEST_FORMATS = ["text", "json", "junit"] as const;

/** Declares `mineright plan test`. */
export function declareTest(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("test").description(ABOUT[lang]))
    .argument("<cases...>", FILES[lang])
    .option("--plan <id|file>", PLAN[lang])
    .option("--plans <dir>", HELP.plans[lang])
    .addOption(new Option("--format <name>", HELP.format[lang]).choices(TEST_FORMATS).default("text"))
    .option("-o, --output <file>", HELP.output[lang], collect)
    .addHelpText(
      "after",
      examplesOf(
        [
          ["mineright plan test cases.yaml", "运行一个文件中的用例", "run the cases of a file"],
          [
            "mineright plan test cases/ --plans plans/ -o junit=cases.xml",
            "自己的规划，另写 JUnit 报告",
            "for plans of your own, with a JUnit report besides",
          ],
        ],
        lang,
      ),
    )
    .action(async (files, options) => exit(await (await import("./test.ts")).testPlans(files, options)));
}
