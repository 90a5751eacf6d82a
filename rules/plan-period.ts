import * as z from "zod";
import { shown } from "../src/model/fact-words.ts";
import { type Facts, holds } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import type { Plan } from "../src/model/plan.ts";
import type { Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, note } from "../src/model/ruling.ts";
import { verbatim, words } from "../src/model/words.ts";

/** 规划期: a plan speaks for its own years, from the day it was issued. */
export const planPeriod: Rule<readonly ProvisionEntry[]> = {
  id: "plan-period",
  title: words("规划期", "Plan period"),
  purpose: words(
    "受理日期须在规划期内，且不早于规划印发之日；超出的，规划不能单独作为依据。",
    "The date of acceptance must lie in the plan's period and not before its issue; otherwise the plan alone decides nothing.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第九条：规划的编制与批准",
    "Mineral Resources Law (2024), art. 9: making and approving plans",
  ),
  passes: words("2024-05-20 受理，规划期 2021—2025 年", "accepted on 2024-05-20 under a plan for 2021–2025"),
  fails: words(
    "2026-01-01 受理，规划期已满且无延期文件：须复核",
    "accepted on 2026-01-01, after the period and with no notice that extends it: review",
  ),
  example: "- { clause: XX-GEN-01 }",
  section: (kit) => z.array(kit.entry({})).min(1),
  reads: {},
  bind: eachEntry((entry, bench) => {
    const provision = bench.provision(entry);
    return (facts) => decide(provision, bench.inForce.plan, facts);
  }),
};

function decide(provision: Provision, plan: Plan, facts: Facts): Ruling[] {
  const first = plan.issued !== undefined && plan.issued > plan.period.from ? plan.issued : plan.period.from;
  const last = plan.extension?.to ?? plan.period.to;
  const span = words(`${first} 至 ${last}`, `${first} to ${last}`);
  const met = holds(
    facts.date,
    (date) => first <= date && date <= last,
    () => words(`受理日期在 ${span.zh} 之间`, `the date of acceptance is within ${span.en}`),
  );
  const ruling = judge({ ...provision, force: "principle" }, provision.scope(facts), () => ({
    met,
    found: () =>
      facts.date.known
        ? words(`受理日期 ${facts.date.value}`, `Accepted on ${facts.date.value}`)
        : words("受理日期不明", "The date of acceptance isn't known"),
    asks: () =>
      words(`受理日期在规划有效期内（${span.zh}）`, `a date within the plan's validity (${span.en})`),
    ...(plan.extension === undefined
      ? {}
      : {
          comment: () =>
            words(
              `规划期已延至 ${last}，依据：${plan.extension?.basis}`,
              `The period runs on to ${last} by ${plan.extension?.basis}`,
            ),
        }),
    expected: () => span,
    actual: () => shown(facts.date, verbatim),
    remedy: () =>
      facts.date.known
        ? by(
            "authority",
            "确认规划仍有效（延期文件）或改用接续的规划",
            "confirm that the plan still governs (a notice that extends it), or use its successor",
          )
        : by(
            "applicant",
            "写明受理日期（date），或以 --as-of 指定",
            "state the date of acceptance (date), or give --as-of",
          ),
    final: true,
  }));
  return plan.issued === undefined ? [ruling, undatedIssue(provision)] : [ruling];
}

function undatedIssue(provision: Provision): Ruling {
  return note(provision, () =>
    words(
      "规划文本未载明印发日期，按整个规划期有效处理。",
      "The plan's text doesn't print its day of issue, so it is taken to hold for its whole period.",
    ),
  );
}
