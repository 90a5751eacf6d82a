import * as z from "zod";
import { conditionWords } from "../src/model/condition-words.ts";
import { areaWords, asGiven, shown } from "../src/model/fact-words.ts";
import { type Fact, type Facts, holds, isMeasured } from "../src/model/facts.ts";
import { mineralWords } from "../src/model/mineral.ts";
import { ZONE_KINDS, type ZoneKind } from "../src/model/plan.ts";
import { eachZone, flag, numberLimit, oneOf, onlyIfRaised } from "../src/model/reading.ts";
import { isAtMost } from "../src/model/rounding.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, type Statement, whereConcerned } from "../src/model/ruling.ts";
import { RELATIONS } from "../src/model/terms.ts";
import { all, fact, not } from "../src/model/truth.ts";
import { joinWords, verbatim, type Words, words } from "../src/model/words.ts";
import { touchesBlock } from "./tables/block-facts.ts";
import { blockMineral, mineralFits } from "./tables/block-mineral.ts";
import { takenWhole, type WholeDemand } from "./tables/whole-block.ts";
import { bindWithin, type WithinDemand } from "./tables/within-block.ts";

interface BlockDemand extends ProvisionEntry, WithinDemand, WholeDemand {
  /**
   * `within`: the right must lie in a planned block. `mineral`: its mineral must be the block's.
   * `one-holder`: no other holder in the block. `whole`: the resource isn't split up. `clear`: out
   * of the zones named. `none`: no block can exist for it. `area`: no larger than all blocks together.
   */
  readonly ask: "within" | "mineral" | "one-holder" | "whole" | "clear" | "none" | "area";
  /** `clear`: the kinds of zone. */
  readonly kinds?: readonly ZoneKind[] | undefined;
  /** `area`: what the plan prints for all its blocks of the kind together. */
  readonly atMostKm2?: number | string | undefined;
  /** Weighs only where a given fact raises it. */
  readonly ifRaised?: boolean | undefined;
}

const ASKED = {
  within: words("位于规划区块内", "the right lies in a planned block"),
  mineral: words("矿种与区块一致", "the mineral is the block's"),
  "one-holder": words("一个区块一个主体", "one holder a block"),
  whole: words("不分割资源", "the resource isn't split up"),
  clear: words("避让分区", "clear of the zones named"),
  none: words("不划定规划区块", "no block is drawn for it"),
  area: words("面积不大于各区块总面积", "no larger than all blocks together"),
} as const;

/** 规划区块: rights are released in planned blocks, for the block's mineral, one holder a block. */
export const plannedBlock: Rule<readonly BlockDemand[]> = {
  id: "planned-block",
  title: words("规划区块", "Planned block"),
  purpose: words(
    "按规划区块投放矿业权：须在区块内（规划视同符合的除外）、矿种一致、一个区块一个主体、不分割资源。",
    "Rights are released by planned block: inside one (or in a case that the plan deems conforming), for its mineral, one holder a block, and without splitting the resource.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：勘查、开采规划区块",
    "Measures for making mineral-resource plans: planned blocks",
  ),
  passes: words("方城县萤石探矿权扩大面积 25%", "a fluorite exploration right in Fangcheng enlarged by 25 %"),
  fails: words("灵宝市规划区块外新设采矿权", "a new mining right in Lingbao outside every block"),
  example: `- clause: XX-BLK-01
  when: { right: mining, stage: new }
  ask: within
  deemed:
    - { clause: XX-BLK-02, when: { stage: conversion } }
- { clause: XX-BLK-01, when: { right: mining, stage: new }, ask: mineral }`,
  section: (kit) =>
    z.array(
      kit.entry({
        ask: z
          .enum(["within", "mineral", "one-holder", "whole", "clear", "none", "area"])
          .describe(
            "要求：within 须在规划区块内，mineral 矿种相符，one-holder 一个区块一个主体，whole 不分割资源，clear 避开分区，none 不得设置，area 面积限额 · within a block, its mineral, one holder, not split up, clear of zones, no block at all, limited area",
          ),
        approved: z.boolean().optional().describe("区块须经批复 · the block must be approved"),
        deemed: z
          .array(kit.clauseWhen)
          .optional()
          .describe("视同符合的情形 · cases that count as conforming"),
        justified: z
          .boolean()
          .optional()
          .describe("例外须严格论证 · an exception needs a strict justification"),
        partOfBlock: z.boolean().optional().describe("可为区块的一部分 · a part of a block will do"),
        kinds: z.array(z.enum(ZONE_KINDS)).optional().describe("须避开的区类 · kinds of zone to keep out of"),
        atMostKm2: kit.number
          .optional()
          .describe("全部区块的总面积上限（平方千米） · km² of all blocks together"),
        bothStated: z
          .boolean()
          .optional()
          .describe(
            "未声明不分割、仅声明占全区块的仍须复核 · both are to be stated: the whole block, and no splitting",
          ),
        ifRaised: z
          .boolean()
          .optional()
          .describe("仅在申请材料提示该问题时判定 · weighs only where a given fact raises it"),
      }),
    ),
  reads: {
    ask: oneOf(["要求", "asks"], ASKED),
    approved: flag("区块须经批复", "the block must be approved", "more"),
    deemed: (cases) =>
      cases.map(({ clause, when }) => ({
        label: words("视同符合", "counts as conforming"),
        value: conditionWords(when),
        clause,
        stricter: "less",
      })),
    justified: flag("区块外须经严格论证", "outside of blocks only after strict justification"),
    partOfBlock: flag("只占区块一部分不算分割", "taking part of a block splits nothing", "less"),
    bothStated: flag(
      "整块与不分割两项都须说明",
      "both the whole block and no splitting must be stated",
      "more",
    ),
    kinds: eachZone(["须避让的分区", "zone to keep clear of"], "more"),
    atMostKm2: numberLimit(
      ["各区块总面积", "area of all blocks together"],
      "at-most",
      words("平方千米", "km²"),
    ),
    ifRaised: onlyIfRaised,
  },
  bind: eachEntry(bindDemand),
};

function bindDemand(demand: BlockDemand, bench: Bench): Judge {
  const provision = bench.provision(demand);
  const { ask } = demand;
  const onlyIfRaised = demand.ifRaised ?? false;
  if (ask === "within") return bindWithin(demand, onlyIfRaised, provision, bench);
  const say = STATEMENTS[ask];
  return whereConcerned(provision, (facts, scope) => {
    const concerned = OF_A_BLOCK.has(ask) ? all([scope, touchesBlock(facts)]) : scope;
    return [judge(provision, concerned, () => ({ ...say(demand, facts), onlyIfRaised }))];
  });
}

/** What is asked of a right in a block, and only of one. */
const OF_A_BLOCK: ReadonlySet<BlockDemand["ask"]> = new Set(["mineral", "one-holder", "area"]);

const STATEMENTS: Readonly<
  Record<Exclude<BlockDemand["ask"], "within">, (demand: BlockDemand, facts: Facts) => Statement>
> = {
  mineral: (_demand, facts) => mineral(facts),
  "one-holder": (_demand, facts) => oneHolder(facts),
  area: ({ atMostKm2 }, facts) => noLarger(atMostKm2 ?? 0, facts),
  whole: takenWhole,
  clear: ({ kinds }, facts) => clearOf(kinds ?? [], facts),
  none: (_demand, facts) => noBlock(facts),
};

function mineral(facts: Facts): Statement {
  const printed = blockMineral(facts);
  const of = shown(printed, verbatim);
  const way = fromBlock(printed);
  return {
    met: mineralFits(facts),
    found: () =>
      words(
        `区块矿种${of.zh}${way.zh}，申请矿种${facts.mineral.text}`,
        `The block is for ${of.en}${way.en}, the application for ${mineralWords(facts.mineral).en}`,
      ),
    expected: () => of,
    actual: () => verbatim(facts.mineral.text),
    remedy: () =>
      by("applicant", "改报区块矿种，或另选区块", "apply for the block's mineral, or choose another block"),
  };
}

/** The plan's own word for a block needs no source. */
function fromBlock(mineral: Fact<string>): Words {
  return mineral.known && mineral.field === "site.block.name" ? words("", "") : asGiven(mineral);
}

function oneHolder(facts: Facts): Statement {
  const rights = facts.block("rights");
  const held = heldIn(facts, rights);
  const which = held === undefined ? words("", "") : words(`：${held.zh}`, `: ${held.en}`);
  const stated = shown(rights, (count) => words(`${count} 个${which.zh}`, `${count}${which.en}`));
  const way = asGiven(rights);
  return {
    met: holds(
      rights,
      (count) => count === 0,
      () => words("区块内无其他主体的矿业权", "no other holder has a right in the block"),
    ),
    counts: true,
    found: () =>
      words(
        `区块内其他主体的矿业权：${stated.zh}${way.zh}`,
        `Rights of other holders in the block: ${stated.en}${way.en}`,
      ),
    expected: () => words("0 个", "0"),
    actual: () => stated,
    remedy: () =>
      rights.known
        ? by(
            "applicant",
            `另选区块，或先与区块内矿业权${held === undefined ? "" : `（${held.zh}）`}整合`,
            `choose another block, or first merge with the rights in it${held === undefined ? "" : ` (${held.en})`}`,
          )
        : by(
            "authority",
            "查明区块内其他主体的矿业权（site.block.rights，或以 --register、图层 existingRights 给出已设矿业权）",
            "find out which rights of other holders lie in the block (site.block.rights, or give the existing rights by --register or the layer existingRights)",
          ),
  };
}

/** The rights themselves, where a layer or a register tells the count. */
function heldIn({ location }: Facts, count: Fact<number>): Words | undefined {
  const block = location?.block;
  if (!isMeasured(count) || !block?.known || block.value.rights === 0) return undefined;
  return block.value.rightsHeld?.names;
}

function clearOf(kinds: readonly ZoneKind[], facts: Facts): Statement {
  const relations = kinds.map((kind) => ({ kind, relation: facts.relationToKind(kind) }));
  const proofs = relations.map(({ kind, relation }) =>
    holds(
      relation,
      (given) => given === "outside",
      () => words(`不与${kind}重叠`, `it is clear of the ${kind}`),
    ),
  );
  const names = joinWords(kinds.map((kind) => words(kind, kind)));
  return {
    met: all(proofs),
    found: () => {
      const told = relations.map(({ kind, relation }) => {
        const lies = shown(relation, (one) => RELATIONS[one]);
        const way = asGiven(relation);
        return words(`${kind}${lies.zh}${way.zh}`, `${kind}: ${lies.en}${way.en}`);
      });
      const { zh, en } = joinWords(told);
      return words(`与分区的关系：${zh}`, `Relation to the plan's zones: ${en}`);
    },
    remedy: () => by("applicant", `调整范围，避让${names.zh}`, `move the boundary clear of the ${names.en}`),
  };
}

/** Blocks without an area of their own: one of them is at most as large as all of them together. */
function noLarger(atMostKm2: number | string, facts: Facts): Statement {
  const area = facts.given("areaKm2");
  const stated = areaWords(area);
  const expected = words(`≤ ${atMostKm2} 平方千米`, `≤ ${atMostKm2} km²`);
  return {
    met: isAtMost(area, atMostKm2, () =>
      words("面积不大于各区块总面积", "it isn't larger than all blocks together"),
    ),
    found: () => words(`面积 ${stated.zh}`, `Area ${stated.en}`),
    asks: () =>
      words(
        `位于区块内，面积不大于各区块总面积 ${atMostKm2} 平方千米`,
        `in a block, and so no larger than all blocks together, ${atMostKm2} km²`,
      ),
    expected: () => expected,
    actual: () => stated,
    remedy: () =>
      by("applicant", "核对面积和所在区块", "check the area and the block that it is said to lie in"),
  };
}

function noBlock(facts: Facts): Statement {
  return {
    met: not(
      fact(true, () => words("此类矿产不划定规划区块", "no block is drawn for minerals of this class")),
    ),
    found: () =>
      words(`${facts.mineral.text}不划定规划区块`, `No block is drawn for ${mineralWords(facts.mineral).en}`),
    remedy: () => by("authority", "由审查人员认定能否设置", "an official decides whether a right can be set"),
  };
}
