import type { Condition } from "../../src/model/condition.ts";
import { asGiven, shown } from "../../src/model/fact-words.ts";
import { type Facts, holds, isDisputed } from "../../src/model/facts.ts";
import type { Citation, Remedy } from "../../src/model/finding.ts";
import { isJustified } from "../../src/model/proofs.ts";
import type { Bench, Judge, Provision } from "../../src/model/rule.ts";
import { by, judge, type Statement, whereConcerned } from "../../src/model/ruling.ts";
import { BLOCK_RELATIONS } from "../../src/model/terms.ts";
import { all, any, type Proof } from "../../src/model/truth.ts";
import { type Words, words } from "../../src/model/words.ts";
import { blockRelation, drawsNoBlock, liesInBlock, strangeBlock } from "./block-facts.ts";

/** What a plan asks of a right that must lie in a planned block. */
export interface WithinDemand {
  /** The block must be approved (批复). */
  readonly approved?: boolean | undefined;
  /** Cases that count as conforming (视同符合). */
  readonly deemed?: readonly { readonly clause: string; readonly when: Condition }[] | undefined;
  /** Outside of blocks only after 严格论证, which must be there. */
  readonly justified?: boolean | undefined;
}

/** A case that counts as conforming, with its clause. */
interface DeemedCase {
  readonly clause: Citation;
  readonly proof: Proof;
}

/**
 * Judges whether the right lies in a planned block, or is one of the cases that count as lying in one.
 * Every case that makes it conform is cited; while that is open, also those that a person may attest.
 */
export function bindWithin(
  demand: WithinDemand,
  onlyIfRaised: boolean,
  provision: Provision,
  { inForce, condition }: Bench,
): Judge {
  const deemed = (demand.deemed ?? []).map(({ clause, when }) => ({
    clause: { ...inForce.clauses.cite(clause, provision.force), excuse: true as const },
    test: condition(when),
  }));
  return whereConcerned(provision, (facts, scope) => {
    const cases = deemed.map(({ clause, test }) => ({ clause, proof: test(facts) }));
    const statement = within(demand, cases, facts);
    const cited =
      conformsItself(demand, facts).truth === true
        ? []
        : cases.filter(({ proof }) => proof.truth === true || opens(proof, statement.met));
    const clauses = [...provision.clauses, ...cited.map(({ clause }) => clause)];
    return [judge({ ...provision, clauses }, scope, () => ({ ...statement, onlyIfRaised }))];
  });
}

function conformsItself({ approved }: Pick<WithinDemand, "approved">, facts: Facts): Proof {
  return approved ? all([liesInBlock(facts), isApproved(facts)]) : liesInBlock(facts);
}

function opens(one: Proof, whole: Proof): boolean {
  return one.truth === "unknown" && whole.truth === "unknown";
}

function within(
  { approved, justified }: WithinDemand,
  cases: readonly DeemedCase[],
  facts: Facts,
): Statement {
  const inBlock = conformsItself({ approved }, facts);
  const met = any([inBlock, ...cases.map(({ proof }) => proof)]);
  const deemedBy = cases.filter(({ proof }) => proof.truth === true).map(({ clause }) => clause.id);
  // An open exception of which nothing is stated would only pad the list of missing facts.
  const missing = inBlock.missing.length > 0 ? inBlock.missing : met.missing;
  return {
    met: met.truth === "unknown" ? { ...met, missing } : met,
    ...(justified ? { exception: isJustified(facts), exceptionRequired: true } : {}),
    found: () =>
      deemedBy.length > 0 && inBlock.truth !== true
        ? words(
            `视同符合规划区块（${deemedBy.join("、")}）`,
            `It counts as conforming to the blocks (${deemedBy.join(", ")})`,
          )
        : whereItLies(facts),
    expected: () => BLOCK_RELATIONS.inside,
    actual: () => shownRelation(facts),
    remedy: () => {
      if (drawsNoBlock(facts))
        return by(
          "authority",
          "由审查人员认定，或先按程序调整规划、划入区块（plan-adjusted）",
          "an official decides, or the plan is adjusted first and a block drawn (plan-adjusted)",
        );
      const relation = blockRelation(facts);
      if (relation.known && relation.value === "inside" && inBlock.truth === "unknown")
        return insideBlock(facts);
      return justified
        ? outsideBlocks(facts)
        : by(
            "applicant",
            "将范围调整到规划区块内，或先按程序调整规划",
            "move it into a planned block, or have the plan adjusted first",
          );
    },
  };
}

/** What lies in a block needn't be moved: what is open is which block that is, or whether it is approved. */
function insideBlock(facts: Facts): Remedy {
  const strange = strangeBlock(facts);
  if (strange !== undefined) {
    const { listed } = strange;
    return by(
      "authority",
      `规划所列同类区块：${listed.zh}。属其中之一的，更正区块名称、矿种（site.block.name、site.block.mineral）；已按程序纳入规划的，凭批准文件声明 plan-adjusted；都不是的，不在规划区块内`,
      `the plan lists these blocks of the kind: ${listed.en}. If it is one of them, correct the block's name or mineral (site.block.name, site.block.mineral); if it was taken into the plan since, declare plan-adjusted on the approval; if neither, it lies in no planned block`,
    );
  }
  if (!facts.block("approved").known)
    return by(
      "authority",
      "查明该区块是否经批复（site.block.approved）",
      "find out whether the block is approved (site.block.approved)",
    );
  return by(
    "authority",
    "查明区块的名称、矿种和级别（site.block），以正确的为准",
    "find out the block's name, mineral and level (site.block), and go by what is right",
  );
}

/** A justification that is there already is no more to be handed in but to be judged. */
function outsideBlocks(facts: Facts): Remedy {
  return isJustified(facts).truth === true
    ? by(
        "authority",
        "审查论证材料并按程序报批，结果以 attestations 记明",
        "judge the justification, have it approved by due procedure, and record an attestation",
      )
    : by(
        "applicant",
        "将范围调整到规划区块内，或提交严格论证材料并按程序报批",
        "move it into a planned block, or hand in a strict justification for approval by due procedure",
      );
}

function shownRelation(facts: Facts): Words {
  return shown(blockRelation(facts), (relation) => BLOCK_RELATIONS[relation]);
}

function whereItLies(facts: Facts): Words {
  const relation = blockRelation(facts);
  if (isDisputed(relation))
    return words("与规划区块的关系不能判定", "Its relation to the planned blocks can't be told");
  if (!relation.known && drawsNoBlock(facts))
    return words("本规划未划定此类区块", "The plan draws no block of this kind");
  if (!relation.known)
    return words("未说明与规划区块的关系", "Its relation to the planned blocks isn't stated");
  const name = facts.block("name");
  const stated = shownRelation(facts);
  const way = asGiven(relation);
  return words(
    `规划区块${name.known ? `“${name.value}”` : ""}：${stated.zh}${way.zh}`,
    `Planned block${name.known ? ` ${name.value}` : ""}: ${stated.en}${way.en}`,
  );
}

function isApproved(facts: Facts): Proof {
  return holds(
    facts.block("approved"),
    (given) => given,
    () => words("区块经批复", "the block is approved"),
  );
}
