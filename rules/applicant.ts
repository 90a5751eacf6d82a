import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import { type Decimal, formatDecimal } from "../src/model/decimal.ts";
import { shown, tell } from "../src/model/fact-words.ts";
import { type Facts, holds, missingOf } from "../src/model/facts.ts";
import { eachOf, flag, oneOf, onlyIfRaised, told, where } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, type Statement } from "../src/model/ruling.ts";
import { APPLICANT_KINDS, type ApplicantKind, keysOf } from "../src/model/terms.ts";
import { fact, type Proof, unknown } from "../src/model/truth.ts";
import { joinWords, type Words, words } from "../src/model/words.ts";

interface ApplicantDemand extends ProvisionEntry {
  /** Kinds of applicant that are allowed, and kinds of which it can't be told. */
  readonly kinds?: readonly ApplicantKind[] | undefined;
  readonly openKinds?: readonly ApplicantKind[] | undefined;
  /** No record of violations or dishonesty. */
  readonly cleanRecord?: boolean | undefined;
  /** Not on a list of dishonest enterprises (失信, 黑名单); other records aren't asked. */
  readonly notBlacklisted?: boolean | undefined;
  /** Funds fit mineral, area and stage. */
  readonly funds?: "commensurate" | "first-year" | undefined;
  /** A state of things that must hold, in the language of conditions, with its name. */
  readonly holds?: Condition | undefined;
  readonly name?: Words | undefined;
  readonly ifRaised?: boolean | undefined;
}

const FUNDS_ASKED = {
  commensurate: words("与矿种、面积、阶段相适应", "fit for mineral, area and stage"),
  "first-year": words("足以支付第一勘查年度投入", "enough for the first year of exploration"),
} as const;

/** 申请人资格: who may apply, with which money and which record. */
export const applicant: Rule<readonly ApplicantDemand[]> = {
  id: "applicant",
  title: words("申请人资格", "Applicant"),
  purpose: words(
    "规划对申请人的主体资格、资金能力、违法失信记录和勘查投入的要求。",
    "What the plan asks of the applicant: legal form, funds, record, investment in exploration.",
  ),
  law: words(
    "《矿产资源法》（2024修订）：矿业权人的条件与义务",
    "Mineral Resources Law (2024): conditions and duties of holders",
  ),
  passes: words(
    "喀左县企业法人，资金证明 500 万元，首年投入 300 万元",
    "an enterprise in Kazuo, 5 million CNY proven, 3 million in the first year",
  ),
  fails: words("喀左县个人申请探矿权", "an individual applying for an exploration right in Kazuo"),
  example: `- clause: XX-QUA-01
  when: { right: exploration, stage: new }
  kinds: [enterprise, institution]
  cleanRecord: true`,
  section: (kit) => {
    const kind = z.enum(keysOf(APPLICANT_KINDS));
    return z.array(
      kit.entry({
        kinds: z.array(kind).optional().describe("允许的申请人类型 · kinds of applicant that are allowed"),
        openKinds: z
          .array(kind)
          .optional()
          .describe("规划未写明可否的申请人类型，须复核 · kinds of which the plan leaves it open: review"),
        cleanRecord: z
          .boolean()
          .optional()
          .describe("无违法、失信记录 · no record of violations or dishonesty"),
        notBlacklisted: z
          .boolean()
          .optional()
          .describe("未列入失信名单 · not on a list of dishonest enterprises"),
        funds: z
          .enum(["commensurate", "first-year"])
          .optional()
          .describe(
            "资金：commensurate 与工作相适应，first-year 满足首年投入 · funds: fitting, or enough for the first year",
          ),
        holds: kit.condition.optional().describe("须成立的条件 · a condition that must hold"),
        name: kit.words.optional().describe("该条件的名称 · what that condition is called"),
        ifRaised: z
          .boolean()
          .optional()
          .describe("仅在申请材料提示该问题时判定 · weighs only where a given fact raises it"),
      }),
    );
  },
  reads: {
    kinds: eachOf(["申请人类型", "kind of applicant allowed"], APPLICANT_KINDS, "less"),
    openKinds: eachOf(["须由人认定的申请人类型", "kind of applicant a person judges"], APPLICANT_KINDS),
    cleanRecord: flag("无违法违规和失信记录", "no record of violations or dishonesty", "more"),
    notBlacklisted: flag("未列入失信名单", "not on a list of dishonest enterprises", "more"),
    funds: oneOf(["资金", "funds"], FUNDS_ASKED),
    holds: where(["须符合", "must hold"]),
    name: told(["内容", "subject"]),
    ifRaised: onlyIfRaised,
  },
  bind: eachEntry(bindDemand),
};

function bindDemand(demand: ApplicantDemand, bench: Bench): Judge {
  const provision = bench.provision(demand);
  const state = bench.condition(demand.holds);
  return (facts) => [
    judge(provision, provision.scope(facts), () => ({
      ...statementOf(demand, state, facts),
      onlyIfRaised: demand.ifRaised ?? false,
    })),
  ];
}

function statementOf(demand: ApplicantDemand, state: (facts: Facts) => Proof, facts: Facts): Statement {
  if (demand.kinds !== undefined) return legalForm(demand.kinds, demand.openKinds ?? [], facts);
  if (demand.cleanRecord) return record(facts);
  if (demand.notBlacklisted) return blacklist(facts);
  if (demand.funds === "first-year") return firstYearFunds(facts);
  if (demand.funds === "commensurate") return fittingFunds(facts);
  const proof = state(facts);
  const name = demand.name ?? proof.says();
  return {
    met: proof,
    found: () =>
      proof.truth === true
        ? name
        : proof.truth === false
          ? words(`不符：${name.zh}`, `Not so: ${name.en}`)
          : words(`未说明：${name.zh}`, `Not stated: ${name.en}`),
    remedy: () => by("applicant", `达到：${name.zh}`, `see to it: ${name.en}`),
  };
}

function legalForm(kinds: readonly ApplicantKind[], open: readonly ApplicantKind[], facts: Facts): Statement {
  const kind = facts.applicant("kind");
  const wanted = joinWords(
    kinds.map((one) => APPLICANT_KINDS[one]),
    "或",
    " or ",
  );
  const says = () => words(`申请人为${wanted.zh}`, `the applicant is an ${wanted.en}`);
  const stated = shown(kind, (one) => APPLICANT_KINDS[one]);
  const unclear = kind.known && open.includes(kind.value);
  const why = words(
    `${stated.zh}是否为法人须由人核定`,
    `whether a ${stated.en} is a legal person must be checked`,
  );
  return {
    met: unclear
      ? unknown([{ field: "applicant.kind", why }], says)
      : holds(kind, (given) => kinds.includes(given), says),
    found: () => words(`申请人类型：${stated.zh}`, `Kind of applicant: ${stated.en}`),
    expected: () => wanted,
    actual: () => stated,
    remedy: () => by("applicant", `以${wanted.zh}名义申请`, `apply as an ${wanted.en}`),
  };
}

function record(facts: Facts): Statement {
  const violations = facts.applicant("violations");
  const dishonest = facts.applicant("dishonest");
  const says = () => words("无违法违规或失信记录", "there is no record of violations or dishonesty");
  const bad = (violations.known && violations.value) || (dishonest.known && dishonest.value);
  const open = [...missingOf(violations), ...missingOf(dishonest)];
  const met = bad
    ? fact(false, says, "applicant")
    : open.length > 0
      ? unknown(open, says)
      : fact(true, says, "applicant");
  return {
    met,
    found: () =>
      met.truth === false
        ? words("申请人有违法违规或失信记录", "The applicant has a record of violations or dishonesty")
        : met.truth === true
          ? words("申请人无违法违规、失信记录", "The applicant has no such record")
          : words("未说明申请人有无不良记录", "The applicant's record isn't stated"),
    remedy: () => by("authority", "核查记录并认定是否准予", "check the record and decide"),
  };
}

function blacklist(facts: Facts): Statement {
  const dishonest = facts.applicant("dishonest");
  return {
    met: holds(
      dishonest,
      (listed) => !listed,
      () => words("未列入失信名单", "it isn't on a list of dishonest enterprises"),
    ),
    found: () =>
      tell(
        dishonest,
        words("申请人已列入失信（黑）名单", "The applicant is on a list of dishonest enterprises"),
        words("申请人未列入失信（黑）名单", "The applicant is on no such list"),
        words("未说明申请人是否列入失信名单", "It isn't stated whether the applicant is on such a list"),
      ),
    remedy: () => by("authority", "核查失信记录并认定是否准予", "check the list and decide"),
  };
}

function firstYearFunds(facts: Facts): Statement {
  const proof = facts.funding("proof");
  const first = facts.funding("firstYear");
  const says = () => words("资金证明不低于第一勘查年度投入", "the proven funds cover the first year");
  const proven = shown(proof, inYuan);
  const needed = shown(first, inYuan);
  return {
    met:
      proof.known && first.known
        ? fact(proof.value.gte(first.value), says, "funding.proof")
        : unknown([...missingOf(proof), ...missingOf(first)], says),
    found: () =>
      words(
        `资金证明 ${proven.zh}，第一勘查年度投入 ${needed.zh}`,
        `Funds of ${proven.en} proven, ${needed.en} planned for the first year`,
      ),
    expected: () => words(`≥ ${needed.zh}`, `≥ ${needed.en}`),
    actual: () => proven,
    remedy: () => by("applicant", "补足资金证明", "prove further funds"),
  };
}

/** Of 万元, in which the application states its funds. */
function inYuan(amount: Decimal): Words {
  return words(`${formatDecimal(amount)} 万元`, `${formatDecimal(amount.times(10_000))} CNY`);
}

function fittingFunds(facts: Facts): Statement {
  const fit = facts.funding("commensurate");
  const says = () => words("资金与矿种、面积、阶段相适应", "the funds fit mineral, area and stage");
  return {
    met: holds(fit, (value) => value, says),
    found: () =>
      tell(
        fit,
        words(
          "资金与勘查矿种、面积、阶段相适应（申报）",
          "The funds fit mineral, area and stage (as declared)",
        ),
        words("资金与勘查矿种、面积、阶段不相适应", "The funds don't fit mineral, area and stage"),
        words("未说明资金是否相适应", "It isn't stated whether the funds fit"),
      ),
    remedy: () =>
      by(
        "applicant",
        "落实与矿种、面积、阶段相适应的资金（funding.commensurate）",
        "secure funds that fit mineral, area and stage (funding.commensurate)",
      ),
  };
}
