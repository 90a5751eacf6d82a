import { type Fact, type Facts, isDisputed, known, missingOf } from "../../src/model/facts.ts";
import type { Mineral, Minerals } from "../../src/model/mineral.ts";
import { fact, type Missing, type Proof, unknown } from "../../src/model/truth.ts";
import { words } from "../../src/model/words.ts";
import { familiesOf, sameName } from "./block-facts.ts";

/** Whether the block's mineral takes the one applied for. */
export function mineralFits(facts: Facts): Proof {
  const says = () => words("矿种与区块矿种一致", "the mineral is the block's");
  const stated = blockMineral(facts);
  if (!stated.known) return unknown(missingOf(stated), says);
  const { minerals } = facts.inForce;
  const term = minerals.term(stated.value);
  if (term === undefined || !isGroup(term, minerals)) {
    // Of 多金属 this much can be told: it means none of the others.
    const readings = (term?.either ?? []).map((name) => facts.mineralIs([minerals.get(name)]));
    return readings.length > 0 && readings.every(({ truth }) => truth === false)
      ? fact(false, says, "site.block.mineral")
      : unknown([toCompare(stated.value)], says);
  }
  // 建筑石料 in a block for 建筑用花岗岩 may be that, and a block for 金矿 is one for 岩金 as a rule.
  const open = facts.mineral.named.some(
    (mineral) =>
      (mineral !== term && minerals.covers(mineral, term)) ||
      (term.ordinary !== undefined &&
        minerals.covers(term, mineral) &&
        !minerals.covers(minerals.get(term.ordinary), mineral)),
  );
  return open ? unknown([toCompare(stated.value)], says) : facts.mineralIs([term]);
}

function toCompare(mineral: string): Missing {
  return {
    field: "site.block.mineral",
    why: words(
      `区块矿种“${mineral}”须由人比对`,
      `whether the block's mineral "${mineral}" takes it is for a person to judge`,
    ),
  };
}

/**
 * Whether a name's readings all belong to it: a block of 砂石料 takes 建筑用砂 and 建筑石料 and nothing
 * else, while 多金属 only says that several metals may be meant.
 */
function isGroup(term: Mineral, minerals: Minerals): boolean {
  return (term.either ?? []).every((name) => minerals.covers(term, minerals.get(name)));
}

/**
 * The block's mineral as stated, or as the plan prints it for a block of that name; where the two
 * differ, the plan's own word holds.
 */
export function blockMineral(facts: Facts): Fact<string> {
  const stated = facts.block("mineral");
  const name = facts.block("name");
  if (isDisputed(name)) return name as Fact<never>;
  if (!name.known) return stated;
  const printed = familiesOf(facts).find(
    (family) => family.name !== undefined && sameName(name.value, family.name, facts),
  )?.mineral;
  if (printed === undefined || (stated.known && isWithin(stated.value, printed, facts))) return stated;
  return known(printed, "site.block.name");
}

function isWithin(stated: string, printed: string, facts: Facts): boolean {
  const { minerals } = facts.inForce;
  const [narrow, wide] = [minerals.term(stated), minerals.term(printed)];
  return narrow !== undefined && wide !== undefined && minerals.touches(wide, narrow);
}
