import { type Fact, type Facts, holds, known, missingOf } from "../../src/model/facts.ts";
import type { Mineral } from "../../src/model/mineral.ts";
import type { BlockFamily } from "../../src/model/plan.ts";
import type { BlockRelation } from "../../src/model/terms.ts";
import { all, any, fact, type Proof, unknown } from "../../src/model/truth.ts";
import { words } from "../../src/model/words.ts";

/** The planned blocks of the application's own right (勘查 or 开采规划区块) that the plan draws. */
export function familiesOf(facts: Facts): readonly BlockFamily[] {
  const { right } = facts.application;
  return facts.inForce.plan.blocks.filter((family) => family.kind === right);
}

/** Whether the plan draws no block of this kind at all, as it may say itself. */
export function drawsNoBlock(facts: Facts): boolean {
  return familiesOf(facts).reduce((sum, { count }) => sum + count, 0) === 0;
}

/** How the site lies to the planned blocks of its own right; a block of the other right is none. */
export function blockRelation(facts: Facts): Fact<BlockRelation> {
  const kind = facts.block("kind");
  const relation = facts.block("relation");
  if (kind.known && kind.value !== facts.application.right) return known("none", "site.block.kind");
  // A block of unstated kind may be one of the other right.
  return !kind.known && relation.known && relation.value !== "none" ? (kind as Fact<never>) : relation;
}

/** It lies in a block, wholly or partly; false as well where the plan draws none and none is claimed. */
export function touchesBlock(facts: Facts): Proof {
  const says = () => words("位于规划区块内", "it lies in a planned block");
  const relation = blockRelation(facts);
  if (!relation.known && drawsNoBlock(facts)) return fact(false, says);
  return holds(relation, (given) => given !== "none", says);
}

/**
 * It lies wholly in a planned block, one that the plan has: its mineral is among those printed, or
 * it was taken into the plan later. Where the plan draws no block of the kind, a zone with planned
 * rights stands for it.
 */
export function liesInBlock(facts: Facts): Proof {
  const says = () => words("全部位于规划区块内", "it lies wholly in a planned block");
  const relation = blockRelation(facts);
  if (!relation.known && drawsNoBlock(facts)) return inZoneWithRights(facts);
  const inside = holds(relation, (given) => given === "inside", says);
  if (inside.truth !== true) return inside;
  return all([inside, any([printedBlock(facts), adjusted(facts)])], says);
}

function inZoneWithRights(facts: Facts): Proof {
  const zones = facts.inForce.plan.zones.filter(({ rights }) => (rights ?? 0) > 0);
  const says = () =>
    words(
      "位于规划了采矿权数的分区内（代替区块）",
      "it lies in a zone with planned rights, which stands for a block",
    );
  if (zones.length === 0 || facts.application.right !== "mining") return fact(false, says);
  return any(
    zones.map((zone) => holds(facts.relationTo(zone), (given) => given === "inside", says)),
    says,
  );
}

/** The plan may print how many blocks it draws for which minerals; one for another isn't its own. */
function printedBlock(facts: Facts): Proof {
  const families = familiesOf(facts);
  const says = () => words("该区块在规划所列区块之中", "the block is among those that the plan lists");
  const { minerals } = facts.inForce;
  const level = facts.block("level");
  const claimed = claimedMinerals(facts);
  const fits = families.some(({ mineral, level: of }) => {
    const term = mineral === undefined ? undefined : minerals.term(mineral);
    const sameLevel = of === undefined || !level.known || level.value === of;
    return (
      sameLevel &&
      (term === undefined ||
        claimed.some((one) => minerals.touches(term, one) || minerals.touches(one, term)))
    );
  });
  if (fits || claimed.length === 0) return fact(fits, says, "site.block.mineral");
  return unknown([NOT_PRINTED], says);
}

function claimedMinerals(facts: Facts): readonly Mineral[] {
  const stated = facts.block("mineral");
  const term = stated.known ? facts.inForce.minerals.term(stated.value) : undefined;
  return term === undefined ? facts.mineral.named : [term];
}

function adjusted(facts: Facts): Proof {
  return holds(
    facts.declared("plan-adjusted"),
    (given) => given,
    () => words("声明已按程序调整纳入规划", "declared as taken into the plan by due adjustment"),
  );
}

/** Whether the block's mineral takes the one applied for. */
export function mineralFits(facts: Facts): Proof {
  const says = () => words("矿种与区块矿种一致", "the mineral is the block's");
  const stated = blockMineral(facts);
  if (!stated.known) return unknown(missingOf(stated), says);
  const { minerals } = facts.inForce;
  const term = minerals.term(stated.value);
  if (term === undefined || term.either !== undefined)
    return unknown(
      [
        {
          field: "site.block.mineral",
          why: words(
            `区块矿种“${stated.value}”须由人比对`,
            `whether the block's mineral "${stated.value}" takes it is for a person to judge`,
          ),
        },
      ],
      says,
    );
  return facts.mineralIs([term]);
}

/** The block's mineral as stated, or as the plan prints it for a block of that name. */
export function blockMineral(facts: Facts): Fact<string> {
  const stated = facts.block("mineral");
  const name = facts.block("name");
  if (stated.known || !name.known) return stated;
  const printed = familiesOf(facts).find((family) => family.name === name.value)?.mineral;
  return printed === undefined ? stated : known(printed, "site.block.name");
}

const NOT_PRINTED = {
  field: "site.block",
  why: words(
    "规划所列区块中没有该矿种的区块；如已按程序纳入，须声明 plan-adjusted",
    "the plan lists no block for this mineral; if one was taken in since, declare plan-adjusted",
  ),
};
