import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import type { Facts } from "../src/model/facts.ts";
import type { Remedy, Ruling } from "../src/model/finding.ts";
import { type Mineral, mineralWords } from "../src/model/mineral.ts";
import { isJustified } from "../src/model/proofs.ts";
import { eachMineral, flag, where } from "../src/model/reading.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import { all, fact, not, type Proof } from "../src/model/truth.ts";
import { joinWords, words } from "../src/model/words.ts";

interface Restriction extends ProvisionEntry {
  readonly minerals: readonly string[];
  /** The restriction holds only where this does: 耕地内, 高硫高灰. */
  readonly only?: Condition | undefined;
  /** The plan asks (必须, 应) for 严格论证; known to be without it, the application fails. */
  readonly justified?: boolean | undefined;
}

/** 限制矿种: minerals for which a right is the exception, and a person decides on it. */
export const restrictedMineral: Rule<readonly Restriction[]> = {
  id: "restricted-mineral",
  title: words("限制矿种", "Restricted mineral"),
  purpose: words(
    "规划限制的矿种原则上不新设，或须经严格论证；由人审定。",
    "For minerals that the plan restricts a right is set only by exception or after strict justification; a person decides.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第十八条：禁止、限制勘查开采的规定",
    "Mineral Resources Law (2024), art. 18: prohibited and restricted areas and minerals",
  ),
  passes: words("铁矿（非超贫磁铁矿）", "iron ore that isn't ultra-lean magnetite"),
  fails: words(
    "平泉市新设超贫磁铁矿采矿权而无论证材料",
    "ultra-lean magnetite in Pingquan without a justification",
  ),
  example: `- clause: XX-RES-01
  when: { right: mining, stage: new }
  minerals: [超贫磁铁矿]
  justified: true`,
  section: (kit) =>
    z.array(
      kit.entry({
        minerals: kit.minerals.describe("限制的矿种 · the minerals that are restricted"),
        only: kit.condition
          .optional()
          .describe("仅在此条件下限制 · the restriction holds only where this does"),
        justified: z.boolean().optional().describe("须严格论证 · a strict justification must be there"),
      }),
    ),
  reads: {
    minerals: eachMineral(["限制矿种", "restricted mineral"], "more"),
    only: where(["仅限", "only where"]),
    justified: flag("须经严格论证", "strict justification is asked for", "more"),
  },
  bind: eachEntry(bindRestriction),
};

function bindRestriction({ minerals, only: where, justified, ...entry }: Restriction, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const restricted = bench.inForce.minerals.termsOf(minerals);
  const only = bench.condition(where);
  return (facts) => {
    const scope = provision.scope(facts);
    const main = judge(provision, scope, () => ({
      met: not(all([facts.mineralIs(restricted), only(facts)]), () =>
        words("主矿种不在限制之列", "the main mineral isn't restricted"),
      ),
      ...(justified ? { exception: isJustified(facts), exceptionRequired: true } : {}),
      found: () =>
        words(`主矿种为${facts.mineral.text}`, `The main mineral is ${mineralWords(facts.mineral).en}`),
      remedy: () =>
        justified && isJustified(facts).truth !== true
          ? by(
              "applicant",
              "提交技术、经济、环境等方面的严格论证材料，由审查人员认定",
              "hand in a strict justification (technical, economic, environmental) for an official to judge",
            )
          : asException(),
    }));
    const beside = judgeCoMinerals(restricted, provision, all([scope, only(facts)]), facts);
    return beside === undefined ? [main] : [main, beside];
  };
}

/**
 * What is recovered beside the main mineral is mined too, so a person decides on it. Co-minerals that
 * nobody states raise no question.
 */
function judgeCoMinerals(
  restricted: readonly Mineral[],
  provision: Provision,
  scope: Proof,
  facts: Facts,
): Ruling | undefined {
  const { coMinerals, inForce } = facts;
  if (scope.truth === false || !coMinerals.known) return undefined;
  const hit = coMinerals.value.filter(({ recognised: { named } }) =>
    named.some((mineral) => restricted.some((term) => inForce.minerals.covers(term, mineral))),
  );
  if (hit.length === 0) return undefined;
  const names = joinWords(hit.map(({ recognised }) => mineralWords(recognised)));
  return judge({ ...provision, force: "principle" }, scope, () => ({
    met: fact(false, () => words("共伴生矿种不含限制矿种", "no co-mineral is restricted"), "coMinerals"),
    found: () => words(`共伴生矿种含${names.zh}`, `Among the co-minerals is ${names.en}`),
    remedy: asException,
  }));
}

function asException(): Remedy {
  return by("authority", "由审查人员认定是否作为例外", "an official decides whether it is an exception");
}
