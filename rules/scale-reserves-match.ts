import * as z from "zod";
import { type Decimal, decimal, formatDecimal } from "../src/model/decimal.ts";
import type { Facts } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { isExact } from "../src/model/range.ts";
import type { Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, notConcerned, note } from "../src/model/ruling.ts";
import { fact, type Proof } from "../src/model/truth.ts";
import { words } from "../src/model/words.ts";

/** mineright's own yardstick, printed as such: the plans forbid 大矿小开 without a formula. */
const FOLD = 3;
const MOST_YEARS = 100;

/** 规模与储量相适应: the output must fit the reserves; no big deposit worked by a small mine. */
export const scaleReservesMatch: Rule<readonly ProvisionEntry[]> = {
  id: "scale-reserves-match",
  title: words("规模与储量相适应", "Scale fits reserves"),
  purpose: words(
    `规划要求规模与储量相适应或禁止大矿小开而无公式的，以资源量÷年产量与设计服务年限相差不超过 ${FOLD} 倍且不超过 ${MOST_YEARS} 年为参考尺度（本工具自定）；超出的须复核。`,
    `Where the plan asks that scale fits reserves without a formula, reserves ÷ output may differ at most ${FOLD}-fold from the stated service life and not exceed ${MOST_YEARS} years. That yardstick is mineright's own; beyond it, review.`,
  ),
  law: words(
    "《矿产资源法》（2024修订）第十八条：矿山最低开采规模",
    "Mineral Resources Law (2024), art. 18: minimum scale of mines",
  ),
  passes: words("资源量 600 万吨、年产 30 万吨、服务年限 18 年", "6 Mt of reserves, 0.3 Mt/a, 18 years"),
  fails: words(
    "资源量 6000 万吨、年产 10 万吨：600 年，须复核",
    "60 Mt of reserves at 0.1 Mt/a: 600 years, review",
  ),
  example: "- { clause: XX-MIN-04, when: { right: mining, stage: new } }",
  section: (kit) => z.array(kit.entry({})),
  reads: {},
  bind: eachEntry((entry, bench) => {
    const provision = bench.provision(entry);
    return (facts) => [decide(provision, facts)];
  }),
};

function decide(provision: Provision, facts: Facts): Ruling {
  const scope = provision.scope(facts);
  const years = yearsOfReserves(facts);
  const life = facts.given("serviceLifeYears");
  const stated = life.known ? life.value : undefined;
  const met = years === undefined ? undefined : fits(years, stated);
  if (scope.truth !== false && (years === undefined || met === undefined))
    return note(provision, () =>
      words(
        "资源量、生产规模与设计服务年限未齐备或不可比，未核对规模与储量是否相适应。",
        "Reserves, output and service life aren't all stated in comparable terms; whether scale fits reserves wasn't checked.",
      ),
    );
  if (years === undefined || met === undefined) return notConcerned(provision, scope);
  const shown = formatDecimal(years, 1);
  return judge({ ...provision, force: "principle" }, scope, () => ({
    met,
    found: () =>
      words(
        `资源量可采约 ${shown} 年${stated ? `，设计服务年限 ${formatDecimal(stated)} 年` : ""}`,
        `The reserves last about ${shown} years${stated ? `, the stated service life is ${formatDecimal(stated)} years` : ""}`,
      ),
    comment: () =>
      words(
        `参考尺度（本工具自定）：相差不超过 ${FOLD} 倍且不超过 ${MOST_YEARS} 年`,
        `Yardstick (mineright's own): at most ${FOLD}-fold apart and at most ${MOST_YEARS} years`,
      ),
    remedy: () =>
      by(
        "applicant",
        "调整生产规模，或说明规模与储量相适应的理由，由审查人员认定",
        "adjust the output, or argue that it fits the reserves, for an official to judge",
      ),
  }));
}

/** Reserves ÷ yearly output, where both are known in the same terms. */
function yearsOfReserves(facts: Facts): Decimal | undefined {
  const reserves = facts.application.reserves;
  if (reserves === undefined) return undefined;
  for (const { unit, of } of facts.application.output ?? []) {
    // An amount without a basis is compared with another without one, or with ore: an output that may
    // be ore isn't held against reserves of metal.
    if (of === undefined && reserves.of !== undefined && reserves.of !== "ore") continue;
    const stock = { dimension: unit.dimension, ...(of === undefined ? {} : { of }) };
    const own = reserves.of === undefined && of !== undefined ? { ...reserves, of } : reserves;
    const amount = facts.inMeasure(own, stock, "reserves");
    const yearly = facts.output({ ...stock, per: "year" });
    if (amount !== undefined && isExact(amount) && isExact(yearly)) return amount.low.div(yearly.low);
  }
  return undefined;
}

/** Undefined if it can neither be held against a stated life nor exceeds the most by itself. */
function fits(years: Decimal, life: Decimal | undefined): Proof | undefined {
  const says = () =>
    words("资源量可采年限与服务年限相称", "the reserves last about as long as the service life");
  if (years.gt(MOST_YEARS)) return fact(false, says);
  if (life === undefined) return undefined;
  const apart = years.gt(life) ? years.div(life) : life.div(years);
  return fact(apart.lte(decimal(FOLD)), says);
}
