import type { Command } from "commander";
import { words } from "../../model/words.ts";
import type { Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words("列出可用的规划", "list the plans there are");

/** Declares `mineright plan list`. */
export function declareList(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("list").description(ABOUT[lang]))
    .option("--plans <dir>", HELP.plans[lang])
    .option("--json", HELP.json[lang])
    .addHelpText(
      "after",
      examplesOf(
        [["mineright plan list --plans ./plans", "列出某目录中的规划", "list the plans of a folder"]],
        lang,
      ),
    )
    .action(async (options) => exit(await (await import("./list.ts")).listPlans(options)));
}
