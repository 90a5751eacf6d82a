import type { Application } from "../model/application.ts";
import { absent, disputed, type Fact, known, type Overlap } from "../model/facts.ts";
import { notStated } from "../model/labels.ts";
import { type Plan, ZONE_KINDS, type Zone, type ZoneKind } from "../model/plan.ts";
import { CONSTRAINTS, type Constraint, type Relation } from "../model/terms.ts";
import { words } from "../model/words.ts";

type Site = NonNullable<Application["site"]>;
type Zones = NonNullable<Site["zones"]>;
type Stated = Zones[number];

/**
 * How the site lies to one zone of the plan, by the declared list. The list names every zone that
 * the site touches: one not in it is outside. A kind of zone (集中开采区) speaks for all of its kind,
 * except that "inside" then leaves open which one.
 */
export function relationToZone(zones: Zones | undefined, zone: Zone, plan: Plan): Fact<Relation> {
  if (zones === undefined) return absent(NOT_STATED);
  const named = zones.filter((stated) => namesZone(stated, zone, plan));
  if (named[0] !== undefined) return agreed(named) ? relationIn(named[0]) : disputed(CONTRADICTORY);
  const byKind = zones.find((stated) => plainName(stated.name, plan) === zone.kind);
  const relation = byKind === undefined ? undefined : relationIn(byKind);
  if (relation?.known && relation.value === "outside") return relation;
  // Inside some zone of the kind: this one, unless another of the kind is named.
  const another = zones.some((stated) =>
    plan.zones.some((other) => other !== zone && other.kind === zone.kind && namesZone(stated, other, plan)),
  );
  if (relation !== undefined && !another)
    return plan.zones.filter(({ kind }) => kind === zone.kind).length === 1 ? relation : absent(WHICH);
  return unknownName(zones, zone.kind, plan) ?? known("outside", "site.zones");
}

/** How the site lies to the zones of one kind, taken together. */
export function relationToKind(zones: Zones | undefined, kind: ZoneKind, plan: Plan): Fact<Relation> {
  if (zones === undefined) return absent(NOT_STATED);
  const about = zones.filter(
    (stated) =>
      plainName(stated.name, plan) === kind ||
      plan.zones.some((zone) => zone.kind === kind && namesZone(stated, zone, plan)) ||
      (hasUnnamed(plan, kind) && plainName(stated.name, plan).endsWith(kind)),
  );
  const relations = about.map(relationIn);
  const named = (name: string) => about.filter((stated) => plainName(stated.name, plan) === name);
  const outOfAll = named(kind).some(({ relation }) => relation === "outside");
  if (outOfAll ? !agreed(about) : about.some(({ name }) => !agreed(named(plainName(name, plan)))))
    return disputed(CONTRADICTORY);
  // Wholly in one of them is wholly in the kind.
  if (
    named(kind).some(({ relation }) => relation === "partly") &&
    about.some(({ relation }) => relation === "inside")
  )
    return disputed(CONTRADICTORY);
  for (const wanted of ["inside", "partly"] as const)
    if (relations.some((relation) => relation.known && relation.value === wanted))
      return known(wanted, "site.zones");
  const open = relations.find((relation) => !relation.known);
  return open ?? unknownName(zones, kind, plan) ?? known("outside", "site.zones");
}

/** What an area of control has to do with the site, as declared: by a word, or by the area in common. */
export function overlapWith(constraints: Site["constraints"], key: Constraint): Fact<Overlap> {
  const field = `site.constraints.${key}`;
  const stated = constraints?.[key];
  if (stated === undefined) {
    const { zh, en } = CONSTRAINTS[key];
    return absent(notStated(field, words(`与${zh}的关系`, `relation to the ${en}`)));
  }
  if (typeof stated === "string") return known({ overlaps: stated === "overlaps" }, field);
  return known({ overlaps: stated.gt(0), km2: stated }, field);
}

function agreed(about: Zones): boolean {
  return about.every(({ relation }) => relation === about[0]?.relation);
}

/** A name that may speak of this kind of zone but that the plan doesn't have can't be passed over. */
function unknownName(zones: Zones, kind: ZoneKind, plan: Plan): Fact<Relation> | undefined {
  const stranger = zones.find((stated) => {
    const name = plainName(stated.name, plan);
    const known = plan.zones.some((zone) => namesZone(stated, zone, plan));
    const ofKind = ZONE_KINDS.find((one) => name.endsWith(one));
    const mayBe = ofKind === undefined || (ofKind === kind && name !== kind && !hasUnnamed(plan, kind));
    return mayBe && !known && stated.relation !== "outside";
  });
  if (stranger === undefined) return undefined;
  return absent({
    field: "site.zones",
    why: words(
      `规划中没有名为“${stranger.name}”的${kind}`,
      `the plan has no ${kind} named "${stranger.name}"`,
    ),
  });
}

function hasUnnamed(plan: Plan, kind: ZoneKind): boolean {
  return plan.zones.some((zone) => zone.kind === kind && zone.name === undefined);
}

function relationIn(stated: Stated): Fact<Relation> {
  if (stated.relation !== undefined) return known(stated.relation, "site.zones");
  return absent({
    field: "site.zones",
    why: words(`未说明与${stated.name}的关系`, `relation to ${stated.name} not stated`),
  });
}

/** A name that the plan prints without its kind is often written with it: …新城国家规划矿区. */
function namesZone(stated: Stated, zone: Zone, plan: Plan): boolean {
  return isNameOf(stated.name, zone, plan);
}

/** Whether this is the zone's name, or another that the plan has for it; the kind may be added. */
export function isNameOf(name: string, zone: Zone, plan: Plan): boolean {
  if (zone.name === undefined) return false;
  const said = plainName(name, plan);
  return [zone.name, ...(zone.aliases ?? [])].some((one) => {
    const printed = plainName(one, plan);
    return said === printed || said === `${printed}${zone.kind}`;
  });
}

/** Whether two names of a zone or block are one: with or without the county in front, in any width. */
export function isSameName(a: string, b: string, plan: Plan): boolean {
  return plainName(a, plan) === plainName(b, plan);
}

export function plainName(name: string, plan: Plan): string {
  const plain = name.normalize("NFKC").replace(/\s+/g, "");
  const county = [plan.county.name, ...plan.county.aliases].find((prefix) => plain.startsWith(prefix));
  return county === undefined ? plain : plain.slice(county.length);
}

const CONTRADICTORY = {
  field: "site.zones",
  why: words("对同一规划分区的申报前后不一", "the declared relations to the same zone contradict each other"),
};
const NOT_STATED = {
  field: "site.zones",
  why: words("未说明与规划分区的关系", "relation to the plan's zones not stated"),
};
const WHICH = {
  field: "site.zones",
  why: words("未说明在哪一个区内", "it isn't stated in which of the zones"),
};
