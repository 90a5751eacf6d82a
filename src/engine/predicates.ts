import type { Condition } from "../model/condition.ts";
import { FAMILY_WORDS } from "../model/condition-words.ts";
import { DECLARATIONS, type DeclarationKey } from "../model/evidence.ts";
import { absent, type Fact, type Facts, holds, known } from "../model/facts.ts";
import { planFigure } from "../model/figure.ts";
import { isSolid, type Mineral } from "../model/mineral.ts";
import { type PlanInForce, type ZoneKind, zoneWords } from "../model/plan.ts";
import { formatQuantity } from "../model/quantity.ts";
import { compare } from "../model/range.ts";
import * as t from "../model/terms.ts";
import { all, any, fact, type Proof, unknown, whichever } from "../model/truth.ts";
import { type Words, words } from "../model/words.ts";
import { growsFromBase } from "./base-predicate.ts";
import { isOneOf, list, said, yesNo } from "./predicate-parts.ts";
import { growsInArea } from "./stage.ts";

type Test = (facts: Facts) => Proof;
type Key = Exclude<keyof Condition, "any" | "not">;
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
    const grows = list(changes).includes("area-expansion") ? growsInArea(facts) : known(false, "areaKm2");
    if (grows.known && grows.value) return fact(true, says, "areaKm2");
    const includes = holds(stated, (given) => given.some((one) => list(changes).includes(one)), says);
    const asStated = stated.known ? includes : all([facts.stage(["change"]), includes]);
    return grows.known ? asStated : any([asStated, unknown(grows.missing, says)]);
  },
  mineral: (names, { minerals }) => {
    const terms = minerals.termsOf(list(names));
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
  depositSize: (sizes) => (facts) => isOneOf(facts.depositSize, sizes, "储量规模", "the deposit", t.SIZES),
  mineSize: (sizes) => (facts) => isOneOf(facts.mineSize, sizes, "建设规模", "the mine", t.SIZES),
  complexity: (complexity) => (facts) =>
    isOneOf(facts.given("depositComplexity"), complexity, "矿床", "the deposit", t.COMPLEXITIES),
  touches:
    (zones, { plan }) =>
    (facts) =>
      any(list(zones).map((name) => touchesZone(facts, name, plan.zones))),
  arable: (arable) => (facts) =>
    yesNo(facts.site("arableLand"), arable, "占用（可）耕地", "arable land is used"),
  allocation: (ways) => (facts) =>
    isOneOf(facts.given("allocation"), ways, "出让方式", "allocation", t.ALLOCATIONS),
  authority: (levels) => (facts) =>
    isOneOf(facts.given("authority"), levels, "登记机关", "registering authority", t.AUTHORITIES),
  funding: (sources) => (facts) =>
    isOneOf(facts.funding("source"), sources, "资金来源", "funding", t.FUNDING_SOURCES),
  fullyFunded: (full) => (facts) =>
    yesNo(facts.funding("full"), full, "全额财政出资", "it is wholly state-funded"),
  base: (base) => (facts) => growsFromBase(base, facts),
  applicant: (kinds) => (facts) =>
    isOneOf(facts.applicant("kind"), kinds, "申请人", "the applicant", t.APPLICANT_KINDS),
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

/** What holds of every mineral that the name may mean. */
function eachReading(facts: Facts, test: (mineral: Mineral) => boolean, says: () => Words): Proof {
  const cases = facts.mineral.named.map((mineral) => fact(test(mineral), says, "mineral"));
  return cases.length === 1 && cases[0] !== undefined ? cases[0] : whichever([UNCLEAR], cases, says);
}

const UNCLEAR = { field: "mineral", why: words("矿种不明", "the mineral isn't clear") };

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
