import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import { conditionWords } from "../src/model/condition-words.ts";
import type { Facts } from "../src/model/facts.ts";
import { where } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import { FUNDING_SOURCES } from "../src/model/terms.ts";
import { not } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";

interface FundingBan extends ProvisionEntry {
  /** The funding for which no exploration right is set any more. */
  readonly closedTo: Condition;
  /** Another clause that says otherwise, and when. */
  readonly doubt?: { readonly clause: string; readonly when: Condition } | undefined;
}

/** 财政出资勘查: exploration paid by the State needs no right; it works by its task letter. */
export const stateFundedExploration: Rule<readonly FundingBan[]> = {
  id: "state-funded-exploration",
  title: words("财政出资勘查", "State-funded exploration"),
  purpose: words(
    "财政出资的勘查项目不再新设探矿权，凭项目任务书开展工作；各规划所指的出资范围不同。",
    "For exploration paid by public money no right is set; it works under a task letter. The plans differ in which money they mean.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第二十八条：国家出资勘查无须取得探矿权",
    "Mineral Resources Law (2024), art. 28: no right is needed for State-funded exploration",
  ),
  passes: words("社会资金出资", "private money"),
  fails: words(
    "临夏县地方财政全额出资项目申请新设探矿权",
    "a new right in Linxia for work wholly paid by local public money",
  ),
  example: `- clause: XX-FUN-01
  when: { right: exploration, stage: new }
  closedTo: { funding: [central, local, mixed] }`,
  section: (kit) =>
    z.array(
      kit.entry({
        closedTo: kit.condition.describe(
          "不再新设探矿权的资金来源 · the funding for which no right is set any more",
        ),
        doubt: kit.clauseWhen
          .optional()
          .describe("另有条款的情形，须复核 · another clause that says otherwise, and when"),
      }),
    ),
  reads: {
    closedTo: where(["不再新设探矿权", "no new right for"]),
    doubt: ({ clause, when }) => [
      {
        label: words("另有规定而须由人认定", "another clause says otherwise, so a person judges"),
        value: conditionWords(when),
        clause,
      },
    ],
  },
  bind: eachEntry(bindBan),
};

function bindBan({ closedTo, doubt, ...entry }: FundingBan, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const closed = bench.condition(closedTo);
  const doubted = doubt && bench.condition(doubt.when);
  const doubtful = doubt === undefined ? [] : [bench.inForce.clauses.cite(doubt.clause)];
  return (facts) => [
    judge({ ...provision, clauses: [...provision.clauses, ...doubtful] }, provision.scope(facts), () => ({
      met: not(closed(facts), () => words("不属财政出资勘查项目", "it isn't such a State-funded project")),
      ...(doubted === undefined
        ? {}
        : {
            exception: doubted(facts),
            comment: () =>
              words(
                "规划另一条将财政全额出资的探矿权视同符合，两处不一致",
                "Another clause of the plan deems wholly State-funded rights conforming; the two don't agree",
              ),
          }),
      found: () => found(facts),
      remedy: () =>
        doubted?.(facts).truth === true
          ? by("authority", "由审查人员认定适用哪一条", "an official decides which of the two clauses holds")
          : by(
              "applicant",
              "凭项目任务书开展勘查，不申请探矿权",
              "work under the task letter without applying for a right",
            ),
    })),
  ];
}

function found(facts: Facts): Words {
  const source = facts.funding("source");
  const full = facts.funding("full");
  if (!source.known) return words("未说明资金来源", "The source of funds isn't stated");
  const shown = FUNDING_SOURCES[source.value];
  const whole = full.known
    ? full.value
      ? words("，全额", ", in full")
      : words("，非全额", ", not in full")
    : words("", "");
  return words(`资金来源：${shown.zh}${whole.zh}`, `Funded by ${shown.en}${whole.en}`);
}
