import * as z from "zod";
import { tell } from "../src/model/fact-words.ts";
import { type Fact, type Facts, holds, known } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, note } from "../src/model/ruling.ts";
import { words } from "../src/model/words.ts";

/** 适用范围: a county's plan governs the county, and nothing outside it. */
export const planArea: Rule<readonly ProvisionEntry[]> = {
  id: "plan-area",
  title: words("适用范围", "Plan area"),
  purpose: words(
    "申请范围须在本行政区内；在区外的，本规划不适用，其余条款不作判定。",
    "The site must lie in the county; outside it the plan doesn't apply, and nothing else is decided by it.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第九条：市县规划按行政区域编制",
    "Mineral Resources Law (2024), art. 9: plans by administrative area",
  ),
  passes: words("申请范围全部在本县", "the site lies wholly in the county"),
  fails: words(
    "申请范围在邻县：须复核，改用邻县规划",
    "the site lies in the next county: review, use that county's plan",
  ),
  section: (kit) => z.array(kit.entry({})).min(1),
  bind: eachEntry(bindEntry),
};

function bindEntry(entry: ProvisionEntry, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const { name, en } = bench.inForce.plan.county;
  return (facts) => {
    const inside = liesInCounty(facts);
    const ruling = judge({ ...provision, force: "principle" }, provision.scope(facts), () => ({
      met: holds(
        inside,
        (value) => value,
        () => words(`在${name}范围内`, `it lies in ${en}`),
      ),
      found: () => whereItLies(inside, name, en),
      remedy: () =>
        by(
          "authority",
          "核对所在行政区，改用所在县的规划",
          "check which county it lies in, and use that county's plan",
        ),
      final: true,
    }));
    return facts.application.geometry === undefined ? [ruling] : [ruling, unmeasured(provision)];
  };
}

/** A county code other than the plan's is a statement that it lies elsewhere. */
function liesInCounty(facts: Facts): Fact<boolean> {
  const { county } = facts.application;
  if (county !== undefined && county !== facts.inForce.plan.county.code) return known(false, "county");
  return facts.site("inCounty");
}

function whereItLies(inside: Fact<boolean>, name: string, en: string) {
  return tell(
    inside,
    words(`申请范围在${name}`, `The site lies in ${en}`),
    words(`申请范围不在${name}`, `The site lies outside ${en}`),
    words(`未说明是否在${name}范围内`, `It isn't stated whether it lies in ${en}`),
  );
}

function unmeasured(provision: Provision): Ruling {
  return note(provision, () =>
    words(
      "申请所附范围坐标（geometry）本版本不作量算，空间事实以申报的 site 为准。",
      "The attached geometry isn't measured by this version; the declared site facts decide.",
    ),
  );
}
