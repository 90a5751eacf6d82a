import { Chalk, type ColorSupportLevel } from "chalk";
import type { Outcome, Verdict } from "../model/finding.ts";

/** Colours for what also stands in words: nothing is ever told by colour alone. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  outcome(outcome: Outcome, text: string): string;
  verdict(verdict: Verdict, text: string): string;
}

/** The colours of a terminal of this level; at 0 the text stays as it is. */
export function paintWith(level: ColorSupportLevel): Paint {
  const chalk = new Chalk({ level });
  const byOutcome: Readonly<Record<Outcome, (text: string) => string>> = {
    fail: chalk.red,
    review: chalk.yellow,
    pass: chalk.green,
    note: chalk.cyan,
    "not-applicable": chalk.gray,
  };
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    outcome: (outcome, text) => byOutcome[outcome](text),
    verdict: (verdict, text) => chalk.bold(byOutcome[verdict](text)),
  };
}
