import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import type { Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";

const ABOUT = words(
  "阅读一个规划：全貌，或其中一个条款、矿种、分区",
  "read a plan: as a whole, or a clause, a mineral, a zone of it",
);
const CLAUSE = words("只看此条款，如 FC-MIN-01", "this clause alone, like FC-MIN-01");
const MINERAL = words(
  "规划对此矿种（含其上位、下位名称）的全部规定",
  "all that it says of this mineral, by wider and narrower names too",
);
const ZONE = words("规划对此分区（名称或类别）的全部规定", "all that it says of this zone, or kind of zone");

/** Declares `mineright plan show`. */
export function declareShow(plan: Command, { lang, shared, exit }: Declaring): void {
  shared(plan.command("show").description(ABOUT[lang]))
    .argument("<plan>", HELP.plan[lang])
    .addOption(new Option("--clause <id>", CLAUSE[lang]).conflicts(["mineral", "zone"]))
    .addOption(new Option("--mineral <name>", MINERAL[lang]).conflicts(["clause", "zone"]))
    .addOption(new Option("--zone <name>", ZONE[lang]).conflicts(["clause", "mineral"]))
    .option("--plans <dir>", HELP.plans[lang])
    .option("--json", HELP.json[lang])
    .addHelpText(
      "after",
      examplesOf(
        [
          ["mineright plan show fangcheng", "规划全貌", "the plan as a whole"],
          [
            "mineright plan show fangcheng --mineral 建筑石料",
            "对建筑石料怎么规定",
            "what it says of building stone",
          ],
          ["mineright plan show 411322 --clause FC-MIN-01", "一个条款", "one clause"],
        ],
        lang,
      ),
    )
    .action(async (reference, options) =>
      exit(await (await import("./show.ts")).showPlan(reference, options)),
    );
}
