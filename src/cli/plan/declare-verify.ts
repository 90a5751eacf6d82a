import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words(
  "将规划数据的每个值与规划文本核对（退出码 0 全部核对、1 有例外、2 无法使用），并写锁定文件",
  "hold every value of a plan against its published text (exit code 0 all found, 1 exceptions, 2 can't be used), and write its lock",
);
const PLANS = words(
  "规划：编号、代码、YAML 文件或目录（默认自带的全部规划）",
  "plans: ids, county codes, YAML files or folders (the bundled ones unless given)",
);
const TEXT = words(
  "规划文本（TXT），或存放各规划文本的目录（<编号>.txt 或 <题名>.txt）",
  "the plan's text (TXT), or a folder of texts (<id>.txt or <title>.txt)",
);
const STRICT = words("有任何例外即不通过", "fail on any exception, not only on values that weren't found");

/** The formats of a verification. */
export const VERIFY_FORMATS = ["text", "json"] as const;

/** Declares `mineright plan verify`. */
export function declareVerify(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("verify").description(ABOUT[lang]))
    .argument("[plan...]", PLANS[lang])
    .requiredOption("--text <file|dir>", TEXT[lang])
    .option("--strict", STRICT[lang])
    .addOption(new Option("--format <name>", HELP.format[lang]).choices(VERIFY_FORMATS).default("text"))
    .option("-o, --output <file>", HELP.output[lang], collect)
    .addHelpText(
      "after",
      examplesOf(
        [
          ["mineright plan verify fangcheng --text fangcheng.txt", "核对一份规划", "verify one plan"],
          [
            "mineright plan verify --text ./texts --strict",
            "核对全部规划，有例外即不通过",
            "verify all plans, fail on any exception",
          ],
        ],
        lang,
      ),
    )
    .action(async (plans, options) => exit(await (await import("./verify.ts")).verifyPlans(plans, options)));
}
