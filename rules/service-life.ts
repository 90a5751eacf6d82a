import * as z from "zod";
import { decimal, formatDecimal } from "../src/model/decimal.ts";
import { shown } from "../src/model/fact-words.ts";
import { type Facts, holds } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { numberLimit } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import { words } from "../src/model/words.ts";

interface LifeDemand extends ProvisionEntry {
  readonly atLeastYears: number | string;
}

/** 最低服务年限: how long a new mine must last at least. */
export const serviceLife: Rule<readonly LifeDemand[]> = {
  id: "service-life",
  title: words("最低服务年限", "Minimum service life"),
  purpose: words(
    "新建矿山的设计服务年限不得短于规划规定的年数（含本数）；长于采矿权最长期限的，提示期满须续期。",
    "A new mine's service life must be at least the plan's number of years, that number included; where it is longer than a mining right's term, the report says that the right must be renewed.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第二十四条：采矿权期限结合储量和建设规模确定",
    "Mineral Resources Law (2024), art. 24: the term follows reserves and scale",
  ),
  passes: words("灵宝市，设计服务年限 5 年", "Lingbao, a service life of 5 years"),
  fails: words("灵宝市，设计服务年限 4.9 年", "Lingbao, a service life of 4.9 years"),
  example: "- { clause: XX-LIF-01, when: { right: mining, stage: new }, atLeastYears: 5 }",
  section: (kit) =>
    z.array(kit.entry({ atLeastYears: kit.number.describe("最低服务年限（年） · years at least") })),
  reads: { atLeastYears: numberLimit(["服务年限", "service life"], "at-least", words("年", "years")) },
  bind: (section, bench) => {
    const byPlan = eachEntry(bindDemand)(section, bench);
    return (facts) => [...byPlan(facts), ...beyondTerm(facts, bench)];
  },
};

/** A mine that lasts longer than its right: nothing against it, but the right must be renewed. */
function beyondTerm(facts: Facts, { standards }: Bench): Ruling[] {
  const { right, operation, serviceLifeYears: life } = facts.application;
  const { date, mineSize } = facts;
  const begins = right === "mining" && (operation === "new" || operation === "conversion");
  if (!begins || life === undefined || !date.known) return [];
  const term = standards.miningTerms.find(
    ({ from = "", to = "9999" }) => from <= date.value && date.value <= to,
  );
  const years = term && (mineSize.known ? term.years[mineSize.value] : term.years.large);
  if (term === undefined || years === undefined || life.lte(years)) return [];
  return [
    {
      clauses: [standards.law(term.article)],
      outcome: "note",
      message: () =>
        words(
          `设计服务年限 ${formatDecimal(life)} 年，长于采矿权最长期限 ${years} 年，期满须申请续期。`,
          `The service life of ${formatDecimal(life)} years is longer than a mining right's term of at most ${years} years, so the right must be renewed.`,
        ),
      because: [],
    },
  ];
}

function bindDemand({ atLeastYears, ...entry }: LifeDemand, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const least = decimal(atLeastYears);
  const expected = words(`≥ ${atLeastYears} 年`, `≥ ${atLeastYears} years`);
  return (facts: Facts) => {
    const life = facts.given("serviceLifeYears");
    const stated = shown(life, (years) =>
      words(`${formatDecimal(years)} 年`, `${formatDecimal(years)} years`),
    );
    return [
      judge(provision, provision.scope(facts), () => ({
        met: holds(
          life,
          (years) => years.gte(least),
          () => words(`服务年限 ${expected.zh}`, `the service life is ${expected.en}`),
        ),
        found: () => words(`设计服务年限${stated.zh}`, `Service life: ${stated.en}`),
        asks: () => expected,
        expected: () => expected,
        actual: () => stated,
        margin: life.known
          ? { left: life.value.minus(least), limit: least, unit: words("年", "years") }
          : undefined,
        remedy: () =>
          life.known
            ? by(
                "applicant",
                `调整设计，使服务年限${expected.zh}`,
                `redesign for a service life of ${expected.en}`,
              )
            : by(
                "applicant",
                "说明设计服务年限（serviceLifeYears）",
                "state the service life (serviceLifeYears)",
              ),
      })),
    ];
  };
}
