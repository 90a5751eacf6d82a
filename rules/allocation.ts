import * as z from "zod";
import { shown } from "../src/model/fact-words.ts";
import { type Facts, holds, isDisputed, isMeasured, missingOf } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { CONCERNS_ALL } from "../src/model/proofs.ts";
import { byClause, eachOf } from "../src/model/reading.ts";
import { isLarger } from "../src/model/rounding.ts";
import type { Bench, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, judge, nationalLaw } from "../src/model/ruling.ts";
import { ALLOCATIONS, type Allocation, keysOf } from "../src/model/terms.ts";
import { fact, type Proof, unknown } from "../src/model/truth.ts";
import { joinWords, type Words, words } from "../src/model/words.ts";

interface Ways extends ProvisionEntry {
  readonly among: readonly Allocation[];
  /** The clause by which an agreement is allowed where a State rule allows it. */
  readonly agreement?: string | undefined;
}

/** 出让方式: how a right is granted. */
export const allocation: Rule<readonly Ways[]> = {
  id: "allocation",
  title: words("出让方式", "Allocation"),
  purpose: words(
    "规划要求竞争性出让的，须为招标、拍卖、挂牌；协议出让须有国家规定的依据。延续、变更、转让等无须竞争。",
    "Where the plan wants competition, a right is granted by tender, auction or listing; an agreement needs a State rule that allows it. Renewals, changes and transfers compete for nothing.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第十七条：竞争性出让及例外",
    "Mineral Resources Law (2024), art. 17: competitive grant and its exceptions",
  ),
  passes: words("临夏县挂牌出让", "a listing in Linxia"),
  fails: words("临夏县协议出让且无国家规定依据", "an agreement in Linxia without a State rule"),
  example: `- clause: XX-ALL-01
  when: { right: mining, stage: new }
  among: [tender, auction, listing]
  agreement: XX-ALL-02`,
  section: (kit) =>
    z.array(
      kit.entry({
        among: z
          .array(z.enum(keysOf(ALLOCATIONS)))
          .min(1)
          .describe("允许的出让方式 · the ways that are allowed"),
        agreement: kit.clauseId
          .optional()
          .describe(
            "依国家规定可协议出让的条款 · the clause by which an agreement is allowed where a State rule allows it",
          ),
      }),
    ),
  reads: {
    among: eachOf(["可用的出让方式", "allocation allowed"], ALLOCATIONS, "less"),
    agreement: byClause(
      ["国家规定允许的可协议出让，依据", "agreement where a State rule allows it, by"],
      "less",
    ),
  },
  bind: (section = [], bench) => {
    const ways = section.map((entry) => ({ entry, provision: bench.provision(entry) }));
    return (facts) => {
      const rulings = ways.map(({ entry, provision }) => decide(entry, provision, bench, facts));
      const concerned = rulings.some(({ outcome }) => outcome !== "not-applicable");
      return concerned ? rulings : [...rulings, ...uncontested(bench, facts)];
    };
  },
};

function decide({ among, agreement }: Ways, provision: Provision, bench: Bench, facts: Facts): Ruling {
  const given = facts.given("allocation");
  const byAgreement = given.known && given.value === "agreement" && agreement !== undefined;
  const clauses =
    byAgreement && provision.clauses.every(({ id }) => id !== agreement)
      ? [...provision.clauses, bench.inForce.clauses.cite(agreement)]
      : provision.clauses;
  const wanted = joinWords(among.map((way) => ALLOCATIONS[way]));
  return judge(
    { ...provision, clauses, force: given.known && given.value === "none" ? "principle" : provision.force },
    provision.scope(facts),
    () => ({
      met:
        given.known && given.value === "none"
          ? grownFrom(facts)
          : holds(
              given,
              (way) => among.includes(way),
              () => words(`出让方式为${wanted.zh}`, `it is granted by ${wanted.en}`),
            ),
      ...(byAgreement ? { exception: stateRule(facts) } : {}),
      found: () => found(facts),
      expected: () => wanted,
      actual: () => shown(given, (way) => ALLOCATIONS[way]),
      remedy: () =>
        byAgreement
          ? by(
              "authority",
              "改为竞争性出让，或写明国家允许协议出让的规定（agreementBasis）由审查人员核定",
              "grant it competitively, or name the State rule that allows an agreement (agreementBasis) for an official to check",
            )
          : by("authority", `采用${wanted.zh}方式出让`, `grant it by ${wanted.en}`),
    }),
  );
}

/** `none`: only a right that grows from one's own has nothing to compete for. */
function grownFrom(facts: Facts): Proof {
  const says = () =>
    words(
      "由同一主体已有矿业权派生，无须竞争",
      "it grows from the holder's own right, so there is nothing to compete for",
    );
  const { operation, base } = facts.application;
  if (operation === "conversion" && base?.sameHolder === false) return fact(false, says, "base.sameHolder");
  const within = facts.base("within");
  if (operation === "conversion" && within.known && !within.value) return fact(false, says, within.field);
  const holder = facts.base("sameHolder");
  const doubt = [within, facts.given("areaKm2"), facts.base("areaKm2")].filter(isDisputed);
  if (operation === "conversion" && isDisputed(within)) return unknown(missingOf(within), says);
  if (operation !== "new") return fact(true, says, "operation");
  const along = base?.relation === "beneath" || base?.relation === "above";
  if (base?.sameHolder === true && along && !holder.known) return unknown(holder.missing, says);
  if (base?.sameHolder === true && along && doubt.length > 0) return unknown(doubt.flatMap(missingOf), says);
  if (base?.sameHolder === true && along && !reachesOut(facts)) return fact(true, says, "base");
  return unknown(
    [
      {
        field: "base",
        why: words(
          "新设矿业权写明无竞争，但未说明由哪一已有矿业权派生",
          "a new right is said to need no competition, but not from which existing right it grows",
        ),
      },
    ],
    says,
  );
}

/** What reaches out of the existing right grows into ground that others may compete for. */
function reachesOut(facts: Facts): boolean {
  const within = facts.base("within");
  if (isMeasured(within)) return within.known && !within.value;
  if (isLarger(facts.given("areaKm2"), facts.base("areaKm2"))) return true;
  return within.known && !within.value;
}

/** `无` claims no rule; a rule that is named must still be checked by a person. */
function stateRule(facts: Facts): Proof {
  const basis = facts.given("agreementBasis");
  const says = () => words("国家规定允许协议出让", "a State rule allows the agreement");
  if (!basis.known) return unknown(missingOf(basis), says);
  const claimed = !["无", "none"].includes(basis.value.toLowerCase());
  return claimed
    ? unknown(
        [
          {
            field: "attestations",
            why: words(
              `所称依据“${basis.value}”须由审查人员核定`,
              `the rule claimed ("${basis.value}") must be checked by an official`,
            ),
          },
        ],
        says,
      )
    : fact(false, says, "agreementBasis");
}

/** A plan without such a clause: a right said to need no competition, but not one's own, is looked at. */
function uncontested({ standards }: Bench, facts: Facts): Ruling[] {
  const { operation, allocation: way, base } = facts.application;
  const another = operation === "conversion" && base?.sameHolder === false;
  if ((operation !== "new" && !another) || way !== "none") return [];
  const law = nationalLaw(
    standards.law("矿产资源法-17"),
    words(
      "矿业权竞争性出让，法律、行政法规或国务院另有规定的除外",
      "rights are granted competitively unless law, administrative regulation or the State Council say otherwise",
    ),
  );
  return [judge(law, CONCERNS_ALL, () => ({ met: grownFrom(facts), found: () => found(facts) }))];
}

function found(facts: Facts): Words {
  const given = facts.given("allocation");
  if (!given.known) return words("未说明出让方式", "How it is granted isn't stated");
  const basis = facts.given("agreementBasis");
  const rule =
    given.value === "agreement" && basis.known
      ? words(`，依据：${basis.value}`, `, under: ${basis.value}`)
      : words("", "");
  return words(
    `出让方式：${ALLOCATIONS[given.value].zh}${rule.zh}`,
    `Granted by: ${ALLOCATIONS[given.value].en}${rule.en}`,
  );
}
