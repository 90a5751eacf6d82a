import type { Condition } from "../model/condition.ts";
import { decimal } from "../model/decimal.ts";
import { absent, type Fact, type Facts, isDisputed, isMeasured, known, missingOf } from "../model/facts.ts";
import { isLarger } from "../model/rounding.ts";
import { BASE_RELATIONS, type BaseRelation, RIGHTS } from "../model/terms.ts";
import { all, fact, type Proof, unknown, whichever } from "../model/truth.ts";
import { words } from "../model/words.ts";
import { isOneOf, yesNo } from "./predicate-parts.ts";

/** Whether the right applied for grows from an existing one as asked: 深部, 扩大范围, 探转采 … */
export function growsFromBase(base: NonNullable<Condition["base"]>, facts: Facts): Proof {
  return all(testsOf(base, facts));
}

function testsOf(base: NonNullable<Condition["base"]>, facts: Facts): Proof[] {
  if (growsFromNothing(facts))
    return [fact(false, () => words("由已有矿业权派生", "it grows from an existing right"), "allocation")];
  const tests: Proof[] = [];
  if (base.right !== undefined)
    tests.push(isOneOf(facts.base("right"), base.right, "原矿业权", "the existing right", RIGHTS));
  if (base.sameHolder !== undefined)
    tests.push(yesNo(facts.base("sameHolder"), base.sameHolder, "为同一主体", "the holder is the same"));
  if (base.relation !== undefined)
    tests.push(
      isOneOf(
        baseRelation(facts),
        base.relation,
        "与原矿业权的关系",
        "relation to the existing right",
        BASE_RELATIONS,
      ),
    );
  if (base.within !== undefined)
    tests.push(
      yesNo(liesWithin(facts), base.within, "在原矿业权范围内", "it lies within the existing right"),
    );
  if (base.sameMineral !== undefined) tests.push(sameMineral(facts));
  if (base.growsAtMost !== undefined) tests.push(growsAtMost(facts, base.growsAtMost));
  return tests;
}

/** What is put up for competition is nobody's yet: a right beneath one's own is granted without it. */
function growsFromNothing({ application }: Facts): boolean {
  const { operation, allocation, base } = application;
  return (
    operation === "new" &&
    base === undefined &&
    allocation !== undefined &&
    ["tender", "auction", "listing"].includes(allocation)
  );
}

const WITHIN_ROUNDING = {
  field: "base.areaKm2",
  why: words(
    "扩大比例恰在界限上，申报面积的舍入使其不能判定",
    "the growth is right at the limit, and the rounding of the stated area leaves it open",
  ),
};

const UNCLEAR_BASE = {
  field: "base.mineral",
  why: words("原矿业权的矿种不明", "the existing right's mineral isn't clear"),
};

function sameMineral(facts: Facts): Proof {
  const { minerals } = facts.inForce;
  const says = () => words("与原矿业权矿种相同", "the mineral is that of the existing right");
  const before = facts.base("mineral");
  if (!before.known) return unknown(before.missing, says);
  // Either name may mean several minerals: 花岗岩 is for building or for dressing.
  const cases = minerals
    .recognise(before.value, () => [])
    .named.flatMap((term) =>
      facts.mineral.named.map((mineral) => fact(minerals.touches(term, mineral), says, before.field)),
    );
  return cases.length === 1 && cases[0] !== undefined ? cases[0] : whichever([UNCLEAR_BASE], cases, says);
}

/** Beneath or above a right and yet out of its outline: the two statements don't go together. */
function baseRelation(facts: Facts): Fact<BaseRelation> {
  const relation = facts.base("relation");
  const within = liesWithin(facts);
  return relation.known && isAlong(relation.value) && within.known && !within.value
    ? absent(BEYOND_OUTLINE)
    : relation;
}

function isAlong(relation: BaseRelation): boolean {
  return relation === "beneath" || relation === "above";
}

const BEYOND_OUTLINE = {
  field: "base.within",
  why: words(
    "申报在原矿业权深部或上部，却超出其范围",
    "said to lie beneath or above the existing right, and yet to reach out of it",
  ),
};

/** What lies beneath or above a right lies within its outline, unless the file says otherwise. */
function liesWithin(facts: Facts): Fact<boolean> {
  const stated = facts.base("within");
  const relation = facts.base("relation");
  const area = facts.given("areaKm2");
  const before = facts.base("areaKm2");
  // What the boundaries themselves tell, or can't tell, no comparison of areas betters.
  if (isMeasured(stated) || isDisputed(stated)) return stated;
  if (isLarger(area, before)) return known(false, "areaKm2");
  const along = relation.known && isAlong(relation.value);
  return !stated.known && along ? known(true, relation.field) : stated;
}

/** Growth over the existing area: (new − old) ÷ old, compared without dividing by it. */
function growsAtMost(facts: Facts, percent: number): Proof {
  const area = facts.given("areaKm2");
  const before = facts.base("areaKm2");
  const says = () =>
    words(`扩大面积不超过原面积${percent}%`, `it grows by at most ${percent} % of the existing area`);
  if (area.known && before.known) {
    const most = decimal(percent).div(100).plus(1);
    if (isLarger(area, before, most)) return fact(false, says, area.field);
    return area.value.gt(before.value.times(most))
      ? unknown([WITHIN_ROUNDING], says)
      : fact(true, says, area.field);
  }
  return unknown([...missingOf(area), ...missingOf(before)], says);
}
