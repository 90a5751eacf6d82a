import * as z from "zod";
import { tell } from "../src/model/fact-words.ts";
import { holds } from "../src/model/facts.ts";
import { onlyIfRaised } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import { words } from "../src/model/words.ts";

interface RatesDemand extends ProvisionEntry {
  /** Only a county-wide target (达标率): it weighs where a mine is known to miss its rates. */
  readonly ifRaised?: boolean | undefined;
}

/** 三率: mining recovery, dressing recovery and utilisation reach the national minimum. */
export const recoveryRates: Rule<readonly RatesDemand[]> = {
  id: "recovery-rates",
  title: words("三率", "Recovery rates"),
  purpose: words(
    "开采回采率、选矿回收率和综合利用率须达到国家（省）规定的最低指标。规划未刊出指标，以申报核对结果为准。",
    "Mining recovery, dressing recovery and utilisation reach the national (provincial) minimum. The plans don't print the figures, so the declaration that they were checked decides.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第三十九条：三率达到国家标准",
    "Mineral Resources Law (2024), art. 39: the three rates reach national standards",
  ),
  passes: words("声明三率达标", "declared as met"),
  fails: words("声明三率未达标", "declared as not met"),
  example: "- { clause: XX-RTE-01, when: { right: mining } }",
  section: (kit) =>
    z.array(
      kit.entry({
        ifRaised: z
          .boolean()
          .optional()
          .describe("仅在申请材料提示该问题时判定 · weighs only where a given fact raises it"),
      }),
    ),
  reads: { ifRaised: onlyIfRaised },
  bind: eachEntry(bindDemand),
};

function bindDemand({ ifRaised, ...entry }: RatesDemand, bench: Bench): Judge {
  const provision = bench.provision(entry);
  return (facts) => {
    const declared = facts.declared("recovery-rates-met");
    return [
      judge(provision, provision.scope(facts), () => ({
        met: holds(
          declared,
          (value) => value,
          () => words("三率达标", "the three rates are met"),
        ),
        onlyIfRaised: ifRaised ?? false,
        found: () =>
          tell(
            declared,
            words("声明三率达标", "The three rates are declared as met"),
            words("声明三率未达标", "The three rates are declared as not met"),
            words("未说明三率是否达标", "It isn't stated whether the three rates are met"),
          ),
        remedy: () =>
          by(
            "applicant",
            "核对三率指标并使设计达标（recovery-rates-met）",
            "check the rates and design for them (recovery-rates-met)",
          ),
      })),
    ];
  };
}
