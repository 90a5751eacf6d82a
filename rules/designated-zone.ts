import * as z from "zod";
import { type Decimal, decimal } from "../src/model/decimal.ts";
import { areaWords, asGiven, inZone, shown } from "../src/model/fact-words.ts";
import { type Fact, type Facts, holds, isDisputed } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { mineralWords } from "../src/model/mineral.ts";
import { ZONE_KINDS, type Zone, type ZoneKind } from "../src/model/plan.ts";
import { touches } from "../src/model/proofs.ts";
import { oneOf, zoneKind } from "../src/model/reading.ts";
import { isAtMost } from "../src/model/rounding.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, notConcerned, whereConcerned } from "../src/model/ruling.ts";
import { RELATIONS } from "../src/model/terms.ts";
import { all, any, fact, type Proof } from "../src/model/truth.ts";
import { verbatim, type Words, words } from "../src/model/words.ts";

interface ZoneDemand extends ProvisionEntry {
  readonly kind: ZoneKind;
  /**
   * `within`: the site must lie wholly in a zone of the kind. `mineral`: in a zone of the kind, the
   * mineral must be the zone's. `area`: there, the site can't be larger than the zone. `clear`: it
   * must keep out of them.
   */
  readonly ask: "within" | "mineral" | "area" | "clear";
}

const ASKED = {
  within: words("全部在区内", "the site lies wholly in one"),
  mineral: words("区内矿种与分区一致", "inside, the mineral is the zone's"),
  area: words("面积不大于分区", "inside, it is no larger than the zone"),
  clear: words("在区外", "the site keeps out of them"),
} as const;

/** 集中开采区等准入: which zones a right must lie in, and what a zone is for. */
export const designatedZone: Rule<readonly ZoneDemand[]> = {
  id: "designated-zone",
  title: words("规划分区准入", "Designated zones"),
  purpose: words(
    "规划要求布局在集中开采区（重点开采区等）的，须全部位于区内；区内矿种应与分区矿种一致，面积不能大于分区。",
    "Where the plan wants a right in a concentrated zone (or another), the site must lie wholly in one; its mineral must be the zone's, and it can't be larger than the zone.",
  ),
  law: words("《矿产资源规划编制实施办法》：规划分区", "Measures for making mineral-resource plans: zones"),
  passes: words(
    "临夏县新设建筑用砂采矿权，全部在姬家村集中开采区内",
    "building sand in Linxia, wholly inside a concentrated zone",
  ),
  fails: words("同上，但在区外：原则上必须在区内，须复核", "the same outside of it: a principle, so review"),
  example: `- clause: XX-SPA-03
  when: { right: mining, stage: new, mineral: 普通建筑用砂石土 }
  kind: 集中开采区
  ask: within`,
  section: (kit) =>
    z.array(
      kit.entry({
        kind: z.enum(ZONE_KINDS).describe("区类 · kind of zone"),
        ask: z
          .enum(["within", "mineral", "area", "clear"])
          .describe(
            "要求：within 须在区内，mineral 矿种须相符，area 面积不大于该区，clear 须在区外 · the site lies within, its mineral is the zone's, it is no larger, or it keeps out",
          ),
      }),
    ),
  reads: {
    kind: zoneKind,
    ask: oneOf(["要求", "asks"], ASKED),
  },
  bind: eachEntry(bindDemand),
};

function bindDemand({ kind, ask, ...entry }: ZoneDemand, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const zones = bench.inForce.plan.zones.filter((zone) => zone.kind === kind && zone.name !== undefined);
  if (ask === "within" || ask === "clear")
    return whereConcerned(provision, (facts, scope) => {
      const relation = facts.relationToKind(kind);
      const lies = shown(relation, (one) => RELATIONS[one]);
      const way = asGiven(relation);
      const wanted = ask === "within" ? "inside" : "outside";
      return [
        judge(provision, scope, () => ({
          met: holds(
            relation,
            (given) => given === wanted,
            () => words(`在${kind}${RELATIONS[wanted].zh}`, `it lies ${RELATIONS[wanted].en} a ${kind}`),
          ),
          found: () =>
            words(
              `与${kind}的关系：${lies.zh}${way.zh}`,
              `Relation to the plan's ${kind}: ${lies.en}${way.en}`,
            ),
          expected: () => RELATIONS[wanted],
          actual: () => lies,
          remedy: () =>
            ask === "within"
              ? by(
                  "applicant",
                  `将范围调整到${kind}内，或说明确需在区外的理由`,
                  `move the site into a ${kind}, or argue why it must lie outside`,
                )
              : by("applicant", `将范围调整到${kind}外`, `move the site out of the ${kind}`),
        })),
      ];
    });
  const holdsIn = ask === "mineral" ? mineralOf : areaOf;
  return whereConcerned(provision, (facts, scope) => {
    const rulings = zones.flatMap((zone): Ruling[] => {
      const inside = touches(zone, facts);
      const statement = inside.truth === false ? undefined : holdsIn(zone, facts);
      if (statement === undefined) return [];
      return [judge(provision, all([scope, inside]), () => statement)];
    });
    return rulings.length > 0 ? rulings : [notConcerned(provision, notInAny(facts, kind, scope))];
  });
}

function notInAny(facts: Facts, kind: ZoneKind, scope: Proof): Proof {
  return all([
    scope,
    holds(
      facts.relationToKind(kind),
      () => false,
      () => words(`位于有名称的${kind}`, `it lies in a named ${kind}`),
    ),
  ]);
}

function mineralOf(zone: Zone, facts: Facts) {
  const { minerals } = facts.inForce;
  if (zone.minerals === undefined) return undefined;
  const terms = minerals.termsOf(zone.minerals);
  const of = words(zone.minerals.join("、"), zone.minerals.join(", "));
  const where = inZone(zone, facts);
  return {
    met: any([facts.mineralIs(terms), isNamedByGroup(zone, facts)]),
    found: () =>
      words(
        `${where.zh}，分区矿种为${of.zh}，申请矿种为${facts.mineral.text}`,
        `${where.en}, which is for ${of.en}, the mineral applied for is ${mineralWords(facts.mineral).en}`,
      ),
    asks: () => words("分区矿种", "the zone's mineral"),
    expected: (): Words => of,
    actual: () => verbatim(facts.mineral.text),
    remedy: () => by("applicant", `改报${of.zh}，或另选分区`, `apply for ${of.en}, or choose another zone`),
  };
}

/** The application gives only the group's name, by which the plan calls the zone's mineral too. */
function isNamedByGroup({ groups = [] }: Zone, facts: Facts): Proof {
  const { minerals } = facts.inForce;
  const [mineral, another] = facts.mineral.named;
  const isGroup =
    mineral !== undefined &&
    another === undefined &&
    groups.some((name) => minerals.term(name)?.name === mineral.name);
  return fact(
    isGroup,
    () => words("规划也以该类名称指分区矿种", "the plan calls the zone's mineral so too"),
    "mineral",
  );
}

function areaOf(zone: Zone, facts: Facts) {
  if (zone.areaKm2 === undefined) return undefined;
  const most = decimal(zone.areaKm2);
  const area = facts.given("areaKm2");
  const wholly = whollyIn(zone, area, facts);
  const stated = areaWords(area);
  const expected = words(`≤ ${zone.areaKm2} 平方千米`, `≤ ${zone.areaKm2} km²`);
  return {
    met: fitsInto(zone, area, wholly),
    found: () => {
      if (wholly !== undefined) {
        const way = asGiven(wholly);
        return words(`全部位于${zone.name}${way.zh}`, `Wholly in ${zone.name}${way.en}`);
      }
      const where = inZone(zone, facts);
      return words(`${where.zh}，面积 ${stated.zh}`, `${where.en}, with an area of ${stated.en}`);
    },
    asks: () => words(`分区面积 ${zone.areaKm2} 平方千米`, `the zone's area, ${zone.areaKm2} km²`),
    expected: () => expected,
    actual: () => stated,
    margin: area.known
      ? { left: most.minus(area.value), limit: most, unit: words("平方千米", "km²") }
      : undefined,
    remedy: () => by("applicant", "将面积调整到分区面积以内", "reduce the area to that of the zone"),
  };
}

/** What lies wholly in the zone can't be larger; an area that is belies the statement. */
function fitsInto({ areaKm2 = 0 }: Zone, area: Fact<Decimal>, wholly: Fact<unknown> | undefined): Proof {
  const says = () => words("面积不大于分区面积", "it isn't larger than the zone");
  return wholly?.known ? fact(true, says, wholly.field) : isAtMost(area, areaKm2, says);
}

/** That the site lies wholly in the zone, where nobody stated its area. */
function whollyIn(zone: Zone, area: Fact<Decimal>, facts: Facts): Fact<unknown> | undefined {
  const relation = facts.relationTo(zone);
  const inside = relation.known && relation.value === "inside";
  return inside && !area.known && !isDisputed(area) ? relation : undefined;
}
