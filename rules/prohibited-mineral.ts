import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import { conditionWords } from "../src/model/condition-words.ts";
import { type CoMineral, type Facts, holds, missingOf } from "../src/model/facts.ts";
import type { Remedy, Ruling } from "../src/model/finding.ts";
import { type Mineral, type Minerals, mineralWords } from "../src/model/mineral.ts";
import { isJustified } from "../src/model/proofs.ts";
import { byClause, eachMineral, flag, told, where } from "../src/model/reading.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, note } from "../src/model/ruling.ts";
import { all, fact, not, type Proof, unknown } from "../src/model/truth.ts";
import { joinWords, verbatim, type Words, words } from "../src/model/words.ts";

interface Ban extends ProvisionEntry {
  readonly minerals?: readonly string[] | undefined;
  /** The ban holds only where this does: 可耕地. */
  readonly only?: Condition | undefined;
  /** Another clause under which it would not be banned; where it holds, a person must decide. */
  readonly doubt?: { readonly clause: string; readonly when: Condition } | undefined;
  /** A clause that lets a banned mineral be recovered as a co-product, with 严格论证. */
  readonly coProduct?: string | undefined;
  /** An existing mine isn't asked again for co-minerals that nobody states. */
  readonly coMineralsIfStated?: boolean | undefined;
  /** The plan says nothing: what the report tells instead. */
  readonly silent?: Words | undefined;
}

/** 禁止矿种: minerals for which no right may be set, everywhere or on some land. */
export const prohibitedMineral: Rule<readonly Ban[]> = {
  id: "prohibited-mineral",
  title: words("禁止矿种", "Prohibited mineral"),
  purpose: words(
    "规划禁止勘查或开采的矿种不得新设矿业权；只禁可耕地的，须知是否占用可耕地。",
    "No right may be set for minerals that the plan bans; where only arable land is closed, it must be known whether such land is used.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第十八条：禁止、限制勘查开采的规定",
    "Mineral Resources Law (2024), art. 18: prohibited and restricted areas and minerals",
  ),
  passes: words("萤石，不在禁止之列", "fluorite, which isn't banned"),
  fails: words("平泉市新设砂金采矿权", "a new mining right for placer gold in Pingquan"),
  example: `- clause: XX-BAN-01
  when: { right: mining, stage: new }
  minerals: [砂金, 粘土]`,
  section: (kit) =>
    z.array(
      kit.entry({
        minerals: kit.minerals.optional().describe("禁止的矿种 · the minerals that are banned"),
        only: kit.condition.optional().describe("仅在此条件下禁止 · the ban holds only where this does"),
        doubt: kit.clauseWhen
          .optional()
          .describe(
            "另有条款不禁止的情形，须复核 · another clause under which it wouldn't be banned: review",
          ),
        coProduct: kit.clauseId
          .optional()
          .describe("可作共伴生矿产回收的条款 · the clause that lets it be recovered as a co-product"),
        coMineralsIfStated: z
          .boolean()
          .optional()
          .describe(
            "已有矿山未写明共伴生矿产的不再追问 · an existing mine isn't asked for co-minerals nobody states",
          ),
        silent: kit.words
          .optional()
          .describe("规划没有清单时报告的说明 · what the report tells where the plan has no list"),
      }),
    ),
  reads: {
    minerals: eachMineral(["禁止矿种", "banned mineral"], "more"),
    only: where(["仅限", "only where"]),
    doubt: ({ clause, when }) => [
      {
        label: words("另有规定而须由人认定", "another clause says otherwise, so a person judges"),
        value: conditionWords(when),
        clause,
      },
    ],
    coProduct: byClause(["可作共伴生矿产综合回收，依据", "may be recovered as a co-product, by"], "less"),
    coMineralsIfStated: flag("共伴生矿种只在说明时审查", "co-minerals are judged only if stated"),
    silent: told(["规划未列矿种", "the plan lists none"]),
  },
  bind: eachEntry(bindBan),
};

function bindBan(ban: Ban, bench: Bench): Judge {
  const provision = bench.provision(ban);
  const { silent } = ban;
  if (silent !== undefined) return () => [note(provision, () => silent)];
  const { minerals, clauses } = bench.inForce;
  const banned = minerals.termsOf(ban.minerals ?? []);
  const only = bench.condition(ban.only);
  const doubt = ban.doubt && bench.condition(ban.doubt.when);
  const doubtful = ban.doubt === undefined ? [] : [clauses.cite(ban.doubt.clause)];
  return (facts) => {
    const scope = provision.scope(facts);
    const isBanned = all([facts.mineralIs(banned), only(facts)], () => saysBanned(banned));
    const main = judge({ ...provision, clauses: [...provision.clauses, ...doubtful] }, scope, () => ({
      met: not(isBanned, () => words("主矿种不在禁止之列", "the main mineral isn't banned")),
      ...(doubt === undefined || isBanned.truth === false
        ? {}
        : {
            exception: doubt(facts),
            comment: () =>
              words("规划两处规定的范围不一致", "The plan's two clauses don't agree on how far the ban goes"),
          }),
      found: () =>
        words(`主矿种为${facts.mineral.text}`, `The main mineral is ${mineralWords(facts.mineral).en}`),
      // What isn't known yet is to be supplied first.
      ...(isBanned.truth === "unknown" ? {} : { remedy: () => otherwise(provision, ban) }),
    }));
    const beside = judgeCoMinerals(ban, provision, bench, banned, scope, only(facts), facts);
    return beside === undefined ? [main] : [main, beside];
  };
}

/** Existing rights, which a plan lets leave step by step, are for a person; new ones can only change. */
function otherwise({ force }: Provision, { only }: Ban): Remedy {
  if (force !== "mandatory")
    return by("authority", "由审查人员认定是否准予", "an official decides whether it is allowed");
  return only === undefined
    ? by("applicant", "改报其他矿种", "apply for another mineral")
    : by(
        "applicant",
        "改报其他矿种，或避开禁止开采的土地",
        "apply for another mineral, or keep off the land that is closed to it",
      );
}

/** A banned co-mineral: excused only by the plan's own exception, where it has one. */
function judgeCoMinerals(
  ban: Ban,
  provision: Provision,
  bench: Bench,
  banned: readonly Mineral[],
  scope: Proof,
  only: Proof,
  facts: Facts,
): Ruling | undefined {
  const { coMinerals } = facts;
  if (scope.truth === false || only.truth === false) return undefined;
  const says = () => words("共伴生矿种不含禁止矿种", "no co-mineral is banned");
  if (!coMinerals.known && ban.coMineralsIfStated) return undefined;
  if (!coMinerals.known)
    return judge(provision, scope, () => ({
      met: unknown(missingOf(coMinerals), says),
      found: () => words("未说明共伴生矿种", "Co-minerals aren't stated"),
    }));
  const hit = coMinerals.value.filter(({ recognised }) =>
    mayBe(recognised.named, banned, facts.inForce.minerals),
  );
  if (hit.length === 0) return undefined;
  const exceptionClause = ban.coProduct === undefined ? [] : [bench.inForce.clauses.cite(ban.coProduct)];
  return judge({ ...provision, clauses: [...provision.clauses, ...exceptionClause] }, scope, () => ({
    met: not(all([fact(true, () => saysBanned(banned)), only]), says),
    exception: excuse(hit, ban.coProduct !== undefined, facts),
    exceptionRequired: true,
    found: () => {
      const names = joinWords(hit.map(({ recognised }) => verbatim(recognised.text)));
      return words(`共伴生矿种含${names.zh}`, `Among the co-minerals is ${names.en}`);
    },
    remedy: () =>
      by(
        "applicant",
        "不将禁止矿种列入申请，或提交确需综合回收的严格论证",
        "leave the banned mineral out, or justify strictly that it must be recovered together",
      ),
  }));
}

function excuse(hit: readonly CoMineral[], byThePlan: boolean, facts: Facts): Proof {
  const necessary = hit.map(({ necessary: given, recognised }) =>
    holds(
      given,
      (value) => value,
      () => words(`${recognised.text}确需综合回收`, `${recognised.text} must be recovered together`),
    ),
  );
  return all(byThePlan ? [...necessary, isJustified(facts)] : necessary);
}

function mayBe(named: readonly Mineral[], banned: readonly Mineral[], minerals: Minerals): boolean {
  return named.some((mineral) => banned.some((term) => minerals.touches(term, mineral)));
}

function saysBanned(banned: readonly Mineral[]): Words {
  const names = joinWords(banned.map(({ name, en }) => words(name, en)));
  return words(`属禁止矿种（${names.zh}）`, `it is a banned mineral (${names.en})`);
}
