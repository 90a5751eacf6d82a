import * as z from "zod";
import { decimal } from "../src/model/decimal.ts";
import { DECLARATIONS } from "../src/model/evidence.ts";
import { shown } from "../src/model/fact-words.ts";
import { type Facts, holds } from "../src/model/facts.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, whereConcerned } from "../src/model/ruling.ts";
import { DEGREES, type Degree, keysOf } from "../src/model/terms.ts";
import { all, any, fact, type Proof, unknown } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";

interface DegreeDemand extends ProvisionEntry {
  readonly atLeast: Degree;
  /** A lower degree will do if this is declared: 符合开采设计要求. */
  readonly orAtLeast?: { readonly degree: Degree; readonly declared: "design-requirements-met" } | undefined;
}

/** 勘查程度: how far a deposit must be explored before a mine may be built on it. */
export const explorationDegree: Rule<readonly DegreeDemand[]> = {
  id: "exploration-degree",
  title: words("勘查程度", "Exploration degree"),
  purpose: words(
    "新建矿山的地质勘查程度须达到规划要求（预查＜普查＜详查＜勘探）；第三类矿产以“达到矿山建设要求”为准。",
    "A new mine rests on a deposit explored to the degree the plan asks for (reconnaissance < general < detailed < advanced); for class-3 minerals, to what mine construction requires.",
  ),
  law: words(
    "《矿产资源法》（2024修订）：勘查成果与采矿权设立",
    "Mineral Resources Law (2024): exploration results before a mining right",
  ),
  passes: words("复杂矿床达到勘探程度", "a complex deposit after advanced exploration"),
  fails: words(
    "简单矿床仅达普查程度（方城县）",
    "a simple deposit after general exploration only (Fangcheng)",
  ),
  example: "- { clause: XX-DEG-01, when: { right: mining, stage: new }, atLeast: detailed }",
  section: (kit) => {
    const degree = z.enum(keysOf(DEGREES));
    return z.array(
      kit.entry({
        atLeast: degree.describe("最低勘查程度 · the least degree"),
        orAtLeast: z
          .strictObject({
            degree: degree.describe("勘查程度 · the degree"),
            declared: z.literal("design-requirements-met").describe("须声明的事项 · what must be declared"),
          })
          .optional()
          .describe("声明符合开采设计要求时可降至 · a lower degree that will do if this is declared"),
      }),
    );
  },
  reads: {
    atLeast: (degree) => [
      {
        label: words("勘查程度不低于", "explored at least to"),
        value: DEGREES[degree],
        ...(degree === "mine-ready"
          ? {}
          : {
              limit: { value: decimal(keysOf(DEGREES).indexOf(degree)), counts: "degree" },
              stricter: "more",
            }),
      },
    ],
    orAtLeast: ({ degree, declared }) => [
      {
        label: words("或", "or"),
        value: words(
          `${DEGREES[degree].zh}，且声明${DECLARATIONS[declared].zh}`,
          `${DEGREES[degree].en}, if declared: ${DECLARATIONS[declared].en}`,
        ),
        stricter: "less",
      },
    ],
  },
  bind: eachEntry(bindDemand),
};

function bindDemand({ atLeast, orAtLeast, ...entry }: DegreeDemand, bench: Bench): Judge {
  const provision = bench.provision(entry);
  return whereConcerned(provision, (facts, scope) => {
    const degree = facts.given("explorationDegree");
    const stated = shown(degree, (one) => DEGREES[one]);
    const least = orAtLeast?.degree ?? atLeast;
    const met =
      orAtLeast === undefined
        ? reaches(facts, atLeast)
        : any([reaches(facts, atLeast), all([reaches(facts, least), fitForDesign(facts)])]);
    return [
      judge(provision, scope, () => ({
        met,
        found: () => words(`勘查程度：${stated.zh}`, `Exploration degree: ${stated.en}`),
        expected: () => expectedDegree(atLeast, least),
        actual: () => stated,
        remedy: () =>
          by(
            "applicant",
            `补充勘查至${DEGREES[least].zh}程度${orAtLeast ? "并符合开采设计要求" : ""}`,
            `explore further, to ${DEGREES[least].en}${orAtLeast ? ", fit for mine design" : ""}`,
          ),
      })),
    ];
  });
}

/** What mine construction requires is no stage, so the stage that will do is no measure of it. */
function expectedDegree(atLeast: Degree, least: Degree): Words {
  if (atLeast === "mine-ready") return DEGREES[atLeast];
  return words(`${DEGREES[least].zh}以上`, `at least ${DEGREES[least].en}`);
}

const LADDER: readonly Degree[] = ["reconnaissance", "general", "detailed", "advanced"];

/**
 * `mine-ready` is not a rung of the ladder: it is what class-3 minerals need. Advanced exploration
 * gives that too; whether a lower degree does, or whether mine-ready means a certain rung, is open.
 */
function reaches(facts: Facts, least: Degree): Proof {
  const degree = facts.given("explorationDegree");
  const says = () => words(`达到${DEGREES[least].zh}程度`, `it has reached ${DEGREES[least].en}`);
  if (!degree.known) return unknown(degree.missing, says);
  const { value, field } = degree;
  if (value === least) return fact(true, says, field);
  if (value === "mine-ready" || least === "mine-ready") {
    if (value === "advanced") return fact(true, says, field);
    return unknown(
      [
        {
          field,
          why: words(
            `“${DEGREES[value].zh}”是否满足“${DEGREES[least].zh}”须由人认定`,
            `whether "${DEGREES[value].en}" satisfies "${DEGREES[least].en}" is for a person to judge`,
          ),
        },
      ],
      says,
    );
  }
  return fact(LADDER.indexOf(value) >= LADDER.indexOf(least), says, field);
}

function fitForDesign(facts: Facts): Proof {
  const { zh, en } = DECLARATIONS["design-requirements-met"];
  return holds(
    facts.declared("design-requirements-met"),
    (given) => given,
    () => words(zh, en),
  );
}
