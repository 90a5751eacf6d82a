import { type Fact, type Facts, holds, isDisputed, known, missingOf } from "../../src/model/facts.ts";
import type { Mineral } from "../../src/model/mineral.ts";
import type { BlockFamily, Zone } from "../../src/model/plan.ts";
import { AUTHORITIES, type BlockRelation } from "../../src/model/terms.ts";
import { all, any, fact, type Proof, unknown } from "../../src/model/truth.ts";
import { joinWords, type Words, words } from "../../src/model/words.ts";

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
  if (kind.known && kind.value !== facts.application.right) return known("none", kind.field, kind.source);
  // A block of unstated kind may be one of the other right.
  return !kind.known && relation.known && relation.value !== "none" ? (kind as Fact<never>) : relation;
}

/** It lies in a block, wholly or partly; false as well where the plan draws none and none is claimed. */
export function touchesBlock(facts: Facts): Proof {
  const says = () => words("位于规划区块内", "it lies in a planned block");
  const relation = blockRelation(facts);
  if (!relation.known && !isDisputed(relation) && drawsNoBlock(facts)) return fact(false, says);
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
  if (!relation.known && !isDisputed(relation) && drawsNoBlock(facts)) return inZoneWithRights(facts);
  const inside = holds(relation, (given) => given === "inside", says);
  // Taken into the plan and yet in none of its blocks: one of the two statements is wrong.
  if (relation.known && relation.value === "none" && adjusted(facts).truth === true)
    return unknown([ADJUSTED_YET_OUTSIDE], says);
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
    zones.map((zone) =>
      all([holds(facts.relationTo(zone), (given) => given === "inside", says), isForMineral(facts, zone)]),
    ),
    says,
  );
}

/** A zone for stone plans no right for gold. */
function isForMineral(facts: Facts, { minerals = [] }: Zone): Proof {
  const terms = facts.inForce.minerals.termsOf(minerals);
  return terms.length === 0
    ? fact(true, () => words("分区未注明矿种", "the zone names no mineral"))
    : facts.mineralIs(terms);
}

/** The plan may print how many blocks it draws for which minerals; one for another isn't its own. */
function printedBlock(facts: Facts): Proof {
  const families = familiesOf(facts);
  const says = () => words("该区块在规划所列区块之中", "the block is among those that the plan lists");
  const { minerals } = facts.inForce;
  const level = facts.block("level");
  // What nobody says of a block is taken as printed; what is said two ways isn't.
  const doubtful = [level, facts.block("name"), facts.block("mineral")].filter(isDisputed);
  if (doubtful.length > 0) return unknown(doubtful.flatMap(missingOf), says);
  const claimed = claimedMinerals(facts);
  const fitting = families.filter(({ mineral, level: of }) => {
    const term = mineral === undefined ? undefined : minerals.term(mineral);
    const sameLevel = of === undefined || !level.known || [of].flat().includes(level.value);
    return (
      sameLevel &&
      (term === undefined ||
        claimed.some((one) => minerals.touches(term, one) || minerals.touches(one, term)))
    );
  });
  if (claimed.length === 0) return fact(false, says, "site.block.mineral");
  if (fitting.length === 0) return unknown([NOT_PRINTED], says);
  return fitting.some((family) => mayBeNamed(family, facts))
    ? fact(true, says, "site.block.mineral")
    : unknown([NOT_NAMED], says);
}

/**
 * The blocks that the plan lists, where the site is said to lie in one that isn't among them: by its mineral,
 * or by its name. Undefined where the block may be one of them, or was taken into the plan later.
 */
export function strangeBlock(facts: Facts): { readonly listed: Words } | undefined {
  const relation = blockRelation(facts);
  if (!relation.known || relation.value !== "inside" || adjusted(facts).truth === true) return undefined;
  const isStrange = printedBlock(facts).missing.some((one) => one === NOT_PRINTED || one === NOT_NAMED);
  return isStrange ? { listed: listedBlocks(facts) } : undefined;
}

function listedBlocks(facts: Facts): Words {
  const families = familiesOf(facts).filter(({ count }) => count > 0);
  if (families.length === 0) return words("无", "none");
  return joinWords(families.map(familyWords));
}

function familyWords({ name, mineral, level, count }: BlockFamily): Words {
  const kind = joinWords(level === undefined ? [] : [level].flat().map((one) => AUTHORITIES[one]));
  const of = mineral ?? name ?? "";
  const what =
    name !== undefined
      ? words(
          mineral === undefined ? name : `${name}（${mineral}）`,
          mineral === undefined ? name : `${name} (${mineral})`,
        )
      : words(
          of === "" ? `未注明矿种 ${count} 个` : `${of} ${count} 个`,
          of === "" ? `${count} of no stated mineral` : `${count} for ${of}`,
        );
  if (name !== undefined || kind.zh === "") return what;
  return words(`${what.zh}（${kind.zh}级）`, `${what.en} (${kind.en})`);
}

/** Blocks that the plan prints by name are those and no others. */
function mayBeNamed({ name }: BlockFamily, facts: Facts): boolean {
  const stated = facts.block("name");
  return name === undefined || !stated.known || sameName(stated.value, name, facts);
}

/** Names with or without the county in front, and in any width, are the same name. */
export function sameName(a: string, b: string, facts: Facts): boolean {
  const { name: county } = facts.inForce.plan.county;
  const plain = (text: string) => {
    const squeezed = text.normalize("NFKC").replace(/\s+/g, "");
    return squeezed.startsWith(county) ? squeezed.slice(county.length) : squeezed;
  };
  return plain(a) === plain(b);
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

const NOT_PRINTED = {
  field: "site.block",
  why: words(
    "规划所列区块中没有该矿种的区块；如已按程序纳入，须声明 plan-adjusted",
    "the plan lists no block for this mineral; if one was taken in since, declare plan-adjusted",
  ),
};
const NOT_NAMED = {
  field: "site.block.name",
  why: words(
    "规划所列区块中没有该名称的区块；如已按程序纳入，须声明 plan-adjusted",
    "the plan lists no block of this name; if one was taken in since, declare plan-adjusted",
  ),
};
const ADJUSTED_YET_OUTSIDE = {
  field: "site.block.relation",
  why: words(
    "声明已按程序调整纳入规划，却又不在任何规划区块内，两者矛盾",
    "it is declared as taken into the plan and yet as lying in no planned block: the two contradict each other",
  ),
};
