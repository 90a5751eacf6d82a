import type { Condition } from "../model/condition.ts";
import { decimal } from "../model/decimal.ts";
import { DECLARATIONS, type DeclarationKey, DOCUMENTS } from "../model/evidence.ts";
import { absent, type Fact, type Facts, holds, known, missingOf } from "../model/facts.ts";
import { planFigure } from "../model/figure.ts";
import { type Family, isSolid, type Mineral } from "../model/mineral.ts";
import { type PlanInForce, type ZoneKind, zoneWords } from "../model/plan.ts";
import { formatQuantity } from "../model/quantity.ts";
import { compare } from "../model/range.ts";
import * as t from "../model/terms.ts";
import { all, any, fact, not, type Proof, unknown, whichever } from "../model/truth.ts";
import { joinWords, type Words, words } from "../model/words.ts";
import { growsInArea } from "./stage.ts";

type Test = (facts: Facts) => Proof;
type Key = Exclude<keyof Condition, "all" | "any" | "not">;
type Asked<K extends Key> = NonNullable<Condition[K]>;

/** How each key of a condition is asked. The table is the whole language of `when:`. */
export const PREDICATES: {
  readonly [K in Key]: (value: Asked<K>, inForce: PlanInForce) => Test;
} = {
  right: (right) => (facts) =>
    fact(
      facts.application.right === right,
      () =>
        words(
          `申请${t.RIGHTS[right].zh}`,
          `the application is for ${right === "exploration" ? "an" : "a"} ${t.RIGHTS[right].en}`,
        ),
      "right",
    ),
  stage: (stages) => (facts) => facts.stage(list(stages)),
  // A renewal or transfer is often filed together with a change, which then is stated with it.
  changes: (changes) => (facts) => {
    const stated = facts.given("changes");
    const says = said("变更事项", "the change", changes, t.CHANGES);
    if (list(changes).includes("area-expansion") && growsInArea(facts.application))
      return fact(true, says, "areaKm2");
    const includes = holds(stated, (given) => given.some((one) => list(changes).includes(one)), says);
    return stated.known ? includes : all([facts.stage(["change"]), includes]);
  },
  mineral: (names, { minerals }) => {
    const terms = list(names)
      .map((name) => minerals.term(name))
      .filter((term) => term !== undefined);
    return (facts) => facts.mineralIs(terms);
  },
  class: (classes) => (facts) =>
    holds(
      facts.mineralClass,
      (given) => list(classes).includes(given),
      () => words(`第${list(classes).join("、")}类矿产`, `a mineral of class ${list(classes).join(" or ")}`),
    ),
  solid: (solid) => (facts) =>
    eachReading(
      facts,
      (mineral) => isSolid(mineral) === solid,
      () => (solid ? words("固体矿产", "a solid mineral") : words("非固体矿产", "not a solid mineral")),
    ),
  family: (families) => (facts) =>
    eachReading(
      facts,
      ({ family }) => list(families).includes(family),
      said("矿产大类", "the mineral is", families, FAMILY_WORDS),
    ),
  method: (methods) => (facts) =>
    holds(
      methodOf(facts),
      (given) => usesMethod(given, list(methods)),
      said("开采方式", "the method", methods, t.METHODS),
    ),
  depositSize: (sizes) => (facts) =>
    holds(
      facts.depositSize,
      (given) => list(sizes).includes(given),
      said("储量规模", "the deposit", sizes, t.SIZES),
    ),
  mineSize: (sizes) => (facts) =>
    holds(
      facts.mineSize,
      (given) => list(sizes).includes(given),
      said("建设规模", "the mine", sizes, t.SIZES),
    ),
  complexity: (complexity) => (facts) =>
    holds(
      facts.given("depositComplexity"),
      (given) => given === complexity,
      said("矿床", "the deposit", complexity, t.COMPLEXITIES),
    ),
  touches:
    (zones, { plan }) =>
    (facts) =>
      any(list(zones).map((name) => touchesZone(facts, name, plan.zones))),
  overlaps: (areas) => (facts) =>
    any(
      list(areas).map((area) =>
        holds(
          facts.constraint(area),
          ({ overlaps }) => overlaps,
          () => words(`与${t.CONSTRAINTS[area].zh}重叠`, `it overlaps the ${t.CONSTRAINTS[area].en}`),
        ),
      ),
    ),
  block: (relations) => (facts) =>
    holds(
      facts.block("relation"),
      (given) => list(relations).includes(given),
      said("规划区块", "planned block", relations, t.BLOCK_RELATIONS),
    ),
  arable: (arable) => (facts) =>
    yesNo(facts.site("arableLand"), arable, "占用（可）耕地", "arable land is used"),
  allocation: (ways) => (facts) =>
    holds(
      facts.given("allocation"),
      (given) => list(ways).includes(given),
      said("出让方式", "allocation", ways, t.ALLOCATIONS),
    ),
  authority: (levels) => (facts) =>
    holds(
      facts.given("authority"),
      (given) => list(levels).includes(given),
      said("登记机关", "registering authority", levels, t.AUTHORITIES),
    ),
  funding: (sources) => (facts) =>
    holds(
      facts.funding("source"),
      (given) => list(sources).includes(given),
      said("资金来源", "funding", sources, t.FUNDING_SOURCES),
    ),
  fullyFunded: (full) => (facts) =>
    yesNo(facts.funding("full"), full, "全额财政出资", "it is wholly state-funded"),
  base: (base) => (facts) => all(baseTests(base, facts)),
  applicant: (kinds) => (facts) =>
    holds(
      facts.applicant("kind"),
      (given) => list(kinds).includes(given),
      said("申请人", "the applicant", kinds, t.APPLICANT_KINDS),
    ),
  record: (record) => (facts) => {
    const proof = any([
      yesNo(facts.applicant("violations"), true, "有违法违规记录", "there is a record of violations"),
      yesNo(facts.applicant("dishonest"), true, "有失信记录", "there is a record of dishonesty"),
    ]);
    return record ? proof : not(proof, () => words("无不良记录", "there is no such record"));
  },
  document: (keys) => (facts) =>
    all(
      list(keys).map((key) =>
        holds(
          facts.document(key),
          (given) => given,
          () => words(`有${DOCUMENTS[key].zh}`, `the ${DOCUMENTS[key].en} is there`),
        ),
      ),
    ),
  declared: (declared) => (facts) =>
    all(Object.entries(declared).map(([key, value]) => declares(facts, key as DeclarationKey, value))),
  coMinerals: (has) => (facts) =>
    holds(
      facts.coMinerals,
      (given) => given.length > 0 === has,
      () =>
        has
          ? words("有共伴生矿种", "there are co-minerals")
          : words("无共伴生矿种", "there are no co-minerals"),
    ),
  outputAtLeast: (asked) => {
    const { quantity, measure, value } = planFigure(asked);
    const { zh, en } = formatQuantity(quantity);
    return (facts) =>
      compare(facts.output(measure), "at-least", value, () =>
        words(`生产规模达到 ${zh}`, `the output reaches ${en}`),
      );
  },
};

const FAMILY_WORDS: Readonly<Record<Family, Words>> = {
  "non-metal": words("非金属矿产", "a non-metal"),
  metal: words("金属矿产", "a metal"),
  energy: words("能源矿产", "an energy mineral"),
  fluid: words("水气矿产", "water or gas"),
  heat: words("地热", "geothermal"),
};

/** What holds of every mineral that the name may mean. */
function eachReading(facts: Facts, test: (mineral: Mineral) => boolean, says: () => Words): Proof {
  const cases = facts.mineral.named.map((mineral) => fact(test(mineral), says, "mineral"));
  return cases.length === 1 && cases[0] !== undefined ? cases[0] : whichever([UNCLEAR], cases, says);
}

const UNCLEAR_BASE = {
  field: "base.mineral",
  why: words("原矿业权的矿种不明", "the existing right's mineral isn't clear"),
};
const UNCLEAR = { field: "mineral", why: words("矿种不明", "the mineral isn't clear") };

function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function said<K extends string>(
  zh: string,
  en: string,
  values: K | readonly K[],
  table: Readonly<Record<K, Words>>,
) {
  return () => {
    const names = joinWords(
      list(values).map((value) => table[value]),
      "或",
      " or ",
    );
    return words(`${zh}为${names.zh}`, `${en}: ${names.en}`);
  };
}

function yesNo(given: Fact<boolean>, wanted: boolean, zh: string, en: string): Proof {
  return holds(
    given,
    (value) => value === wanted,
    () => (wanted ? words(zh, en) : words(`不${zh}`, `not: ${en}`)),
  );
}

/** Wells are for water and heat: a quarry said to work by them has told nothing of its method. */
function methodOf(facts: Facts): Fact<t.Method> {
  const given = facts.given("method");
  const wells = given.known && given.value === "wells";
  return wells && facts.mineral.named.every(isSolid) ? absent(SOLID_BY_WELLS) : given;
}

const SOLID_BY_WELLS = {
  field: "method",
  why: words("固体矿产却称井采", "a solid mineral is said to be won by wells"),
};

/** 露天+地下 is both: a provision on either of them concerns it. */
function usesMethod(given: t.Method, methods: readonly t.Method[]): boolean {
  if (given !== "both") return methods.includes(given);
  return methods.some((method) => method === "both" || method === "open-pit" || method === "underground");
}

function touchesZone(facts: Facts, name: string, zones: PlanInForce["plan"]["zones"]): Proof {
  const zone = zones.find((one) => one.name === name);
  const relation = zone !== undefined ? facts.relationTo(zone) : facts.relationToKind(name as ZoneKind);
  return holds(
    relation,
    (given) => given !== "outside",
    () => {
      const { zh, en } = zoneWords(name);
      return words(`位于${zh}`, `it lies in ${en}`);
    },
  );
}

function declares(facts: Facts, key: DeclarationKey, wanted: boolean): Proof {
  const { zh, en } = DECLARATIONS[key];
  return holds(
    facts.declared(key),
    (given) => given === wanted,
    () =>
      wanted
        ? words(`声明${zh}`, `declared: ${en}`)
        : words(`声明不存在：${zh}`, `declared not to be so: ${en}`),
  );
}

function baseTests(base: Asked<"base">, facts: Facts): Proof[] {
  if (growsFromNothing(facts))
    return [fact(false, () => words("由已有矿业权派生", "it grows from an existing right"), "allocation")];
  const tests: Proof[] = [];
  if (base.right !== undefined)
    tests.push(
      holds(
        facts.base("right"),
        (given) => given === base.right,
        said("原矿业权", "the existing right", base.right, t.RIGHTS),
      ),
    );
  if (base.sameHolder !== undefined)
    tests.push(yesNo(facts.base("sameHolder"), base.sameHolder, "为同一主体", "the holder is the same"));
  if (base.relation !== undefined) {
    const wanted = list(base.relation);
    tests.push(
      holds(
        baseRelation(facts),
        (given) => wanted.includes(given),
        said("与原矿业权的关系", "relation to the existing right", wanted, t.BASE_RELATIONS),
      ),
    );
  }
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
function baseRelation(facts: Facts): Fact<t.BaseRelation> {
  const relation = facts.base("relation");
  const within = liesWithin(facts);
  return relation.known && isAlong(relation.value) && within.known && !within.value
    ? absent(BEYOND_OUTLINE)
    : relation;
}

function isAlong(relation: t.BaseRelation): boolean {
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
  if (area.known && before.known && area.value.gt(before.value)) return known(false, "areaKm2");
  const along = relation.known && isAlong(relation.value);
  return !stated.known && along ? known(true, relation.field) : stated;
}

/** Growth over the existing area: (new − old) ÷ old, compared without dividing. */
function growsAtMost(facts: Facts, percent: number): Proof {
  const area = facts.given("areaKm2");
  const before = facts.base("areaKm2");
  const says = () =>
    words(`扩大面积不超过原面积${percent}%`, `it grows by at most ${percent} % of the existing area`);
  if (area.known && before.known) {
    const growth = area.value.minus(before.value).times(100);
    return fact(growth.lte(before.value.times(decimal(percent))), says, area.field);
  }
  return unknown([...missingOf(area), ...missingOf(before)], says);
}
