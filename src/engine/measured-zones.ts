import type { Application } from "../model/application.ts";
import { absent, disputed, type Fact, isDisputed, isMeasured, known } from "../model/facts.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { Plan, Zone, ZoneKind } from "../model/plan.ts";
import { RELATIONS, type Relation } from "../model/terms.ts";
import { joinWords, type Words, words } from "../model/words.ts";
import { settle } from "./settle.ts";
import { isNameOf, isSameName, relationToKind, relationToZone } from "./site-facts.ts";

type Declared = NonNullable<Application["site"]>["zones"];

/** How the site lies to the zones of a plan, by layers as far as they reach and by the declared list. */
export class ZoneFacts {
  constructor(
    private readonly measured: MeasuredSite["zones"],
    private readonly declared: Declared,
    private readonly plan: Plan,
  ) {}

  /** To one zone. A layer of all zones of its kind tells that it is in none, and seldom in which. */
  toZone(zone: Zone): Fact<Relation> {
    const declared = relationToZone(this.declared, zone, this.plan);
    const measured = this.named(zone);
    if (measured !== undefined) return settled(measured, declared);
    if (this.ofKind(zone.kind) === undefined) return declared;
    const kind = this.toKind(zone.kind);
    if (!kind.known || kind.value === "outside") return kind;
    const [only, another] = this.plan.zones.filter((one) => one.kind === zone.kind);
    if (only?.name !== undefined && another === undefined) return kind;
    return declared.known ? declared : absent(WHICH);
  }

  /** To the zones of one kind, taken together. */
  toKind(kind: ZoneKind): Fact<Relation> {
    const declared = relationToKind(this.declared, kind, this.plan);
    if (isDisputed(declared)) return declared;
    const zones = this.plan.zones.filter((zone) => zone.kind === kind);
    const measured = zones.flatMap((zone) => this.named(zone) ?? []);
    const whole = this.ofKind(kind);
    if (whole !== undefined) return settled(withNamed(whole, measured), declared);
    if (measured.length === 0) return declared;
    if (measured.length === zones.length) return settled(together(measured), declared);
    // Some zones have a layer and some don't: of these the declaration tells, and of these only.
    const covered = zones.filter((zone) => this.named(zone) !== undefined);
    const others = this.declared?.filter(
      ({ name }) => !covered.some((zone) => isNameOf(name, zone, this.plan)),
    );
    return together([...covered.map((zone) => this.toZone(zone)), relationToKind(others, kind, this.plan)]);
  }

  private named(zone: Zone): Fact<Relation> | undefined {
    if (zone.name === undefined) return undefined;
    for (const [name, fact] of this.measured) if (isNameOf(name, zone, this.plan)) return fact;
    return undefined;
  }

  private ofKind(kind: ZoneKind): Fact<Relation> | undefined {
    for (const [name, fact] of this.measured) if (isSameName(name, kind, this.plan)) return fact;
    return undefined;
  }
}

function settled(measured: Fact<Relation>, declared: Fact<Relation>): Fact<Relation> {
  return settle(measured, declared, {
    field: "site.zones",
    print: (relation) => RELATIONS[relation],
    agree: (a, b) => a === b,
  });
}

const RANK: Readonly<Record<Relation, number>> = { inside: 2, partly: 1, outside: 0 };

/** A layer of all zones of a kind can't say less than that of one zone of the kind. */
function withNamed(whole: Fact<Relation>, named: readonly Fact<Relation>[]): Fact<Relation> {
  const inside = named.find((one) => one.known && one.value === "inside");
  if (!whole.known) return inside ?? whole;
  const more = named.some((one) => one.known && RANK[one.value] > RANK[whole.value]);
  return more ? disputed(LAYERS_DISAGREE) : whole;
}

/** Wholly in one of them is wholly in the kind; out of the kind is what is out of all. */
function together(zones: readonly Fact<Relation>[]): Fact<Relation> {
  const inside = zones.find((one) => one.known && one.value === "inside");
  if (inside !== undefined) return inside;
  // A layer that can't decide may hide that it lies wholly in that zone.
  const undecided = zones.find(isDisputed);
  if (undecided !== undefined) return undecided;
  const partly = zones.find((one) => one.known && one.value === "partly");
  const open = zones.find((one) => !one.known);
  return partly ?? open ?? outsideOf(zones);
}

function outsideOf(zones: readonly Fact<Relation>[]): Fact<Relation> {
  const sources = new Map<string, Words>();
  for (const one of zones) if (one.known && one.source !== undefined) sources.set(one.source.zh, one.source);
  const [first] = zones.filter(isMeasured);
  const field = first?.known ? first.field : "site.zones";
  if (sources.size === 0) return known("outside", field);
  const layers = joinWords([...sources.values()]);
  return zones.every(isMeasured)
    ? known("outside", field, layers)
    : known("outside", field, words(`${layers.zh}；其余据申报`, `${layers.en}; the others as declared`));
}

const WHICH = {
  field: "site.zones",
  why: words(
    "图层未分区名，须说明在哪一个区内",
    "the layer doesn't name its zones: state in which of them it lies",
  ),
};
const LAYERS_DISAGREE = {
  field: "layers.zones",
  why: words(
    "区类图层与单个分区的图层不一致",
    "the layer of all zones of the kind and the layer of one of them don't agree",
  ),
};
