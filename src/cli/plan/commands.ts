import type { Command } from "commander";
import { words } from "../../model/words.ts";
import type { Declaring } from "../declaring.ts";
import { examplesOf } from "../help.ts";
import { declareCoverage } from "./declare-coverage.ts";
import { declareDiff } from "./declare-diff.ts";
import { declareInit } from "./declare-init.ts";
import { declareList } from "./declare-list.ts";
import { declareShow } from "./declare-show.ts";
import { declareTest } from "./declare-test.ts";
import { declareValidate } from "./declare-validate.ts";
import { declareVerify } from "./declare-verify.ts";

/** The commands under `plan`, in the order in which help lists them. */
const COMMANDS = [
  declareList,
  declareShow,
  declareInit,
  declareValidate,
  declareVerify,
  declareTest,
  declareCoverage,
  declareDiff,
];

const ABOUT = words("查看规划", "look at plans");

/** Declares `mineright plan` and what stands under it. */
export function declarePlan(program: Command, declaring: Declaring): void {
  const { lang } = declaring;
  const plan = program
    .command("plan")
    .description(ABOUT[lang])
    .addHelpText(
      "after",
      examplesOf([["mineright plan list --json", "以 JSON 列出规划", "list the plans as JSON"]], lang),
    );
  for (const declare of COMMANDS) declare(plan, declaring);
}
