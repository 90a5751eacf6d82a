import * as z from "zod";
import { asGiven, openWords, tell, wayOf } from "../src/model/fact-words.ts";
import { disputed, type Fact, type Facts, holds, isDisputed, isMeasured, known } from "../src/model/facts.ts";
import type { Remedy } from "../src/model/finding.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import type { Missing } from "../src/model/truth.ts";
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
  example: "- { clause: XX-GEN-01 }",
  section: (kit) => z.array(kit.entry({})).min(1),
  reads: {},
  bind: eachEntry(bindEntry),
};

function bindEntry(entry: ProvisionEntry, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const { name, en } = bench.inForce.plan.county;
  return (facts) => {
    const inside = liesInCounty(facts);
    return [
      judge({ ...provision, force: "principle" }, provision.scope(facts), () => ({
        met: holds(
          inside,
          (value) => value,
          () => words(`在${name}范围内`, `it lies in ${en}`),
        ),
        found: () => whereItLies(inside, name, en),
        remedy: () => whatToDo(facts),
        final: true,
      })),
    ];
  };
}

/** What lies far off because its CRS is wrong needs no other county's plan. */
function whatToDo({ location }: Facts): Remedy {
  const county = words(
    "核对所在行政区，改用所在县的规划",
    "check which county it lies in, and use that county's plan",
  );
  const crs = location?.crsRemedy;
  if (crs === undefined) return by("authority", county.zh, county.en);
  return by("authority", `${crs.zh}；无误的，${county.zh}`, `${crs.en}; if that is right, ${county.en}`);
}

/**
 * A county code other than the plan's is a statement that it lies elsewhere, and the plan's own that it
 * lies here: neither may go against what was measured.
 */
function liesInCounty(facts: Facts): Fact<boolean> {
  const { county } = facts.application;
  const lies = facts.site("inCounty");
  if (county === undefined || isDisputed(lies)) return lies;
  const here = county === facts.inForce.plan.county.code;
  if (!lies.known || !isMeasured(lies)) return here ? lies : known(false, "county");
  return lies.value === here ? lies : disputed(codeAgainst(county, lies));
}

function codeAgainst(county: string, lies: Fact<boolean>): Missing {
  const way = wayOf(lies);
  const [zh, en] =
    lies.known && lies.value ? ["在本行政区内", "in the county"] : ["在本行政区外", "outside it"];
  return {
    field: "county",
    why: words(
      `申报的行政区代码为 ${county}；${way.zh}：${zh}；两者矛盾`,
      `declared: county ${county}; ${way.en}: ${en}: the two contradict each other`,
    ),
    contradicts: true,
  };
}

function whereItLies(inside: Fact<boolean>, name: string, en: string) {
  const way = asGiven(inside);
  return tell(
    inside,
    words(`申请范围在${name}${way.zh}`, `The site lies in ${en}${way.en}`),
    words(`申请范围不在${name}${way.zh}`, `The site lies outside ${en}${way.en}`),
    openWords(
      inside,
      words(`未说明是否在${name}范围内`, `It isn't stated whether it lies in ${en}`),
      words(`是否在${name}范围内不能判定`, `Whether it lies in ${en} can't be told`),
    ),
  );
}
