import { type Command, Option } from "commander";
import { LEVELS } from "../../model/diagnostic.ts";
import { words } from "../../model/words.ts";
import { DIAGNOSTICS_FORMATS } from "../../report/diagnostics/format.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words(
  "检查规划文件的格式和内容（退出码 0 合格、1 有问题、2 无法使用）",
  "check plan files, their form and their sense (exit code 0 sound, 1 problems found, 2 can't be used)",
);
const FILES = words(
  "规划文件、目录或自带规划的编号；- 为标准输入；不写则为全部自带规划",
  "plan files, folders, or ids of bundled plans; - is standard input; all bundled plans unless given",
);
const FAIL_ON = words("何种级别起算作有问题", "the least level that makes the run fail");

/** Declares `mineright plan validate`. */
export function declareValidate(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("validate").description(ABOUT[lang]))
    .argument("[files...]", FILES[lang])
    .addOption(new Option("--fail-on <level>", FAIL_ON[lang]).choices(LEVELS).default("error"))
    .addOption(new Option("--format <name>", HELP.format[lang]).choices(DIAGNOSTICS_FORMATS).default("text"))
    .option("-o, --output <file>", HELP.output[lang], collect)
    .addHelpText(
      "after",
      examplesOf(
        [
          [
            "mineright plan validate plans/ --fail-on warning",
            "检查一个目录，警告也算",
            "check a folder, warnings count",
          ],
          [
            "mineright plan validate a.yaml -o sarif=a.sarif -o junit=a.xml",
            "另写 SARIF 和 JUnit 文件",
            "write SARIF and JUnit files besides",
          ],
        ],
        lang,
      ),
    )
    .action(async (files, options) =>
      exit(await (await import("./validate.ts")).validatePlans(files, options)),
    );
}
