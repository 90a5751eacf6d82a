import * as z from "zod";
import { decimal, formatDecimal } from "../src/model/decimal.ts";
import { areaWords, asGiven, openWords, tell } from "../src/model/fact-words.ts";
import { type Facts, holds, isDisputed, isMeasured, missingOf } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { bounded, compare } from "../src/model/range.ts";
import { flag, numberLimit } from "../src/model/reading.ts";
import { isLarger } from "../src/model/rounding.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, whereConcerned } from "../src/model/ruling.ts";
import { fact, type Missing, type Proof, unknown } from "../src/model/truth.ts";
import { words } from "../src/model/words.ts";

interface AreaDemand extends ProvisionEntry {
  /** 探转采: the mining area lies within the explored one. */
  readonly withinBase?: boolean | undefined;
  /** 基本单位区块: the least number of basic unit blocks. */
  readonly atLeastBlocks?: number | undefined;
}

/** 勘查面积与范围: how large an exploration area must be, and how far a mining right taken from it reaches. */
export const explorationArea: Rule<readonly AreaDemand[]> = {
  id: "exploration-area",
  title: words("勘查面积与范围", "Exploration area"),
  purpose: words(
    "探转采的范围不得超出已设探矿权范围；勘查区块面积不小于规划规定的基本单位区块数。",
    "A mining right converted from an exploration right stays within it; an exploration block isn't smaller than the plan's number of basic unit blocks.",
  ),
  law: words(
    "《矿产资源勘查区块登记管理办法》第三条：勘查区块以经纬度 1′×1′ 为基本单位",
    "Regulation on registering exploration blocks, art. 3: the basic unit is 1′×1′",
  ),
  passes: words("探转采范围全部在原探矿权内", "a conversion wholly within the exploration right"),
  fails: words("探转采面积大于原探矿权面积", "a conversion larger than the exploration right"),
  example: "- { clause: XX-BLK-05, when: { right: mining, stage: conversion }, withinBase: true }",
  section: (kit) =>
    z.array(
      kit.entry({
        withinBase: z
          .boolean()
          .optional()
          .describe("探转采：采矿范围在勘查范围内 · a conversion lies within the explored area"),
        atLeastBlocks: z
          .number()
          .positive()
          .optional()
          .describe("至少几个基本单位区块 · the least number of basic unit blocks"),
      }),
    ),
  reads: {
    withinBase: flag("范围不超出原探矿权", "it stays within the exploration right", "more"),
    atLeastBlocks: numberLimit(
      ["勘查区块", "exploration block"],
      "at-least",
      words("个基本单位区块", "basic unit blocks"),
    ),
  },
  bind: eachEntry(bindDemand),
};

function bindDemand({ withinBase, atLeastBlocks, ...entry }: AreaDemand, bench: Bench): Judge {
  const provision = bench.provision(entry);
  return whereConcerned(provision, (facts, scope) => [
    withinBase
      ? conversion(provision, scope, facts)
      : basicBlocks(atLeastBlocks ?? 1, provision, scope, bench, facts),
  ]);
}

/** A larger area can't lie within a smaller one; a smaller one may still reach out of it. */
function conversion(provision: Provision, scope: Proof, facts: Facts): Ruling {
  const within = facts.base("within");
  const area = facts.given("areaKm2");
  const before = facts.base("areaKm2");
  const says = () => words("全部在原探矿权范围内", "it lies wholly within the exploration right");
  // What the boundaries themselves tell, or can't tell, no comparison of areas betters.
  const larger = !isMeasured(within) && !isDisputed(within) && isLarger(area, before);
  const from = facts.base("right");
  const met: Proof = larger
    ? fact(false, says, "areaKm2")
    : from.known && from.value !== "exploration"
      ? unknown([NOT_EXPLORATION], says)
      : holds(within, (value) => value, says);
  const sizes =
    area.known && before.known
      ? words(
          `面积 ${areaWords(area).zh}，原探矿权 ${areaWords(before).zh}`,
          `area ${areaWords(area).en}, the exploration right ${areaWords(before).en}`,
        )
      : undefined;
  return judge(provision, scope, () => ({
    met,
    found: () => {
      const way = asGiven(within);
      const state = tell(
        within,
        words(`在原探矿权范围内${way.zh}`, `It lies within the exploration right${way.en}`),
        words(`超出原探矿权范围${way.zh}`, `It reaches beyond the exploration right${way.en}`),
        openWords(
          within,
          words("未说明是否在原探矿权范围内", "It isn't stated whether it lies within the exploration right"),
          words("是否在原探矿权范围内不能判定", "Whether it lies within the exploration right can't be told"),
        ),
      );
      return sizes === undefined ? state : words(`${state.zh}；${sizes.zh}`, `${state.en}; ${sizes.en}`);
    },
    remedy: () =>
      by("applicant", "将范围缩减到原探矿权范围内", "reduce the area to within the exploration right"),
  }));
}

const NOT_EXPLORATION: Missing = {
  field: "base.right",
  why: words("探转采的原矿业权应为探矿权", "what is converted must be an exploration right"),
};

function basicBlocks(least: number, provision: Provision, scope: Proof, bench: Bench, facts: Facts): Ruling {
  const blocks = facts.given("basicBlocks");
  const area = facts.given("areaKm2");
  const says = () =>
    words(`不小于 ${least} 个基本单位区块`, `at least ${least} basic unit block${least === 1 ? "" : "s"}`);
  const way = asGiven(blocks);
  const shown = blocks.known
    ? words(
        `${formatDecimal(blocks.value)} 个基本单位区块${way.zh}`,
        `${formatDecimal(blocks.value)} basic unit blocks${way.en}`,
      )
    : area.known
      ? words(`面积 ${areaWords(area).zh}`, `Area ${areaWords(area).en}`)
      : words("面积未知", "Area unknown");
  return judge(provision, scope, () => ({
    met: blocks.known ? fact(blocks.value.gte(least), says, blocks.field) : byArea(),
    found: () => shown,
    expected: () => says(),
    actual: () => shown,
    remedy: () =>
      by(
        "applicant",
        `扩大到 ${least} 个以上基本单位区块，或写明区块数（basicBlocks）`,
        `enlarge it to at least ${least}, or state the number (basicBlocks)`,
      ),
  }));

  /** A basic unit block is smaller the further north it lies, so an area is a range of blocks. */
  function byArea(): Proof {
    if (!area.known || isDisputed(blocks)) return unknown([...missingOf(blocks), ...missingOf(area)], says);
    const { smallest, largest } = bench.standards.basicBlockKm2;
    const range = bounded(area.value.div(largest), area.value.div(smallest), missingOf(blocks));
    return compare(range, "at-least", decimal(least), says);
  }
}
