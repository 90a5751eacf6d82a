import type { Command } from "commander";
import { words } from "../model/words.ts";
import type { Declaring } from "./declaring.ts";
import { examplesOf } from "./help.ts";

const ABOUT = words(
  "输出 JSON Schema（供编辑器和其他程序使用）",
  "print a JSON Schema, for editors and other programs",
);
const NAME = words(
  "application 申请、plan 规划、register 登记数据、layers 图层清单、report 审查报告",
  "application, plan, register, layers or report",
);

/** Declares `mineright schema`. */
export function declareSchema(program: Command, { lang, shared, exit }: Declaring): void {
  shared(program.command("schema").description(ABOUT[lang]))
    .argument("<name>", NAME[lang])
    .addHelpText(
      "after",
      examplesOf(
        [
          [
            "mineright schema plan > plan.schema.json",
            "规划文件的 JSON Schema，写入文件",
            "the schema of plan files, into a file",
          ],
        ],
        lang,
      ),
    )
    .action(async (name) => exit((await import("./schema.ts")).printSchema(name)));
}
