import type { Command } from "commander";
import { words } from "../../model/words.ts";
import type { Declaring } from "../declaring.ts";
import { examplesOf } from "../help.ts";

const ABOUT = words(
  "新建一个县的规划文件：写好骨架和示例，须填写处标 TODO",
  "begin the plan file of a new county: a skeleton with examples, TODO where something is to be filled in",
);
const ID = words("规划编号，小写字母，如 qingshan", "id of the plan in small letters, like qingshan");
const OUTPUT = words("写入的文件（默认：编号.yaml）", "the file to write (unless given, the id with .yaml)");
const CODE = words("六位县级行政区划代码", "the six-digit county code");
const NAME = words("县（市、区）名", "the county's name");

/** Declares `mineright plan init`. */
export function declareInit(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("init").description(ABOUT[lang]))
    .argument("<id>", ID[lang])
    .option("-o, --output <file>", OUTPUT[lang])
    .option("--county-code <code>", CODE[lang])
    .option("--county-name <name>", NAME[lang])
    .addHelpText(
      "after",
      examplesOf(
        [
          [
            "mineright plan init qingshan --county-code 999001 -o plans/qingshan.yaml --lang zh",
            "说明为中文",
            "with explanations in Chinese",
          ],
        ],
        lang,
      ),
    )
    .action(async (id, options) => exit((await import("./init.ts")).initPlan(id, options)));
}
