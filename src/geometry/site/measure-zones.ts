import { absent, disputed, type Fact } from "../../model/facts.ts";
import { type Zone, type ZoneKind, zoneWords } from "../../model/plan.ts";
import type { Relation } from "../../model/terms.ts";
import { verbatim, type Words, words } from "../../model/words.ts";
import { textIn } from "./features.ts";
import type { Layer } from "./layer.ts";
import type { PlanZones } from "./measure.ts";
import type { Meeting, Survey } from "./meeting.ts";
import type { Site } from "./site.ts";
import { sliverOf } from "./sliver.ts";
import { decided, leftOpen, overlapsBy, sticksOut } from "./survey-fact.ts";
import { areaDifference } from "./zone-area.ts";

/** How the site lies to zones, and where their drawn areas aren't the printed ones. */
interface MeasuredZones {
  /** By the zone's name in the plan, or by the kind of zone for layers that hold all zones of a kind. */
  readonly relations: ReadonlyMap<string, Fact<Relation>>;
  readonly told: readonly Words[];
}

/** How the site lies to the zones that layers draw (规划分区). */
export function measureZones(site: Site, layers: readonly Layer[], plan: PlanZones): MeasuredZones {
  const zones = new ZoneRelations(site, plan);
  for (const [name, among] of grouped(
    layers,
    ({ subject }) => subject.of === "zone" && nameOf(subject, plan),
  ))
    zones.addZone(name, among);
  for (const [kind, among] of grouped(layers, ({ subject }) => subject.of === "zone-kind" && subject.kind))
    zones.addKind(kind, among);
  return zones;
}

function nameOf({ name }: { readonly name: string }, plan: PlanZones): string {
  return plan.named(name)?.name ?? name;
}

/** The plan's name for what a zone layer draws: a zone, or a kind of zone. */
export function zoneDrawn({ subject }: Layer, plan: PlanZones): string {
  if (subject.of === "zone") return nameOf(subject, plan);
  return subject.of === "zone-kind" ? subject.kind : "";
}

/** The layers by what they draw; those of which it is `false` are left out. */
function grouped<Key>(
  layers: readonly Layer[],
  by: (layer: Layer) => Key | false,
): Map<Key, readonly Layer[]> {
  const groups = new Map<Key, readonly Layer[]>();
  for (const layer of layers) {
    const key = by(layer);
    if (key !== false) groups.set(key, [...(groups.get(key) ?? []), layer]);
  }
  return groups;
}

class ZoneRelations implements MeasuredZones {
  readonly relations = new Map<string, Fact<Relation>>();
  readonly told: Words[] = [];

  constructor(
    private readonly site: Site,
    private readonly plan: PlanZones,
  ) {}

  /** A zone that layers draw by its name. */
  addZone(name: string, layers: readonly Layer[]): void {
    const survey = this.site.survey(zoneWords(name), "zone", layers);
    const relation = this.relationTo(name, survey, [survey.meetings], layers);
    this.relations.set(name, this.otherArea(this.plan.named(name), layers) ?? relation);
  }

  /** All zones of a kind together, and each by itself where the layers give their names. */
  addKind(kind: ZoneKind, layers: readonly Layer[]): void {
    const survey = this.site.survey(zoneWords(kind), "zone", layers);
    const parts = survey.meetings.map((one) => [one]);
    const whole = this.relationTo(kind, survey, parts, layers);
    if (layers.some(({ subject }) => fieldOf(subject) === undefined)) {
      this.relations.set(kind, whole);
      return;
    }
    const touched = survey.meetings.filter((meeting) => this.site.isMet(meeting));
    const stranger = touched.find((one) => this.zoneOf(one) === undefined);
    const strange = stranger && absent<Relation>({ field: stranger.layer.field, why: notInPlan(stranger) });
    const holder = touched.find(({ m2 }) => this.site.isCovered(m2));
    const isDrawn = (zone: Zone) =>
      layers.some(({ names }) => [...names].some((name) => this.plan.named(name) === zone));
    const zones = this.plan.ofKind(kind);
    const lacking = zones.find(
      (zone) => zone.name !== undefined && !isDrawn(zone) && !this.relations.has(zone.name),
    );
    // Out of the zones that are drawn, the site may lie in the one that isn't.
    const lacks =
      holder === undefined && lacking !== undefined
        ? absent<Relation>({ field: layers[0]?.field ?? "layers.zones", why: notDrawn(lacking, layers) })
        : undefined;
    const doubted = new Map<Zone, Fact<Relation>>();
    for (const zone of zones) {
      const otherArea = this.otherArea(zone, layers);
      if (otherArea !== undefined) doubted.set(zone, otherArea);
      if (zone.name === undefined) continue;
      const own = survey.meetings.filter((meeting) => this.zoneOf(meeting) === zone);
      const relation = this.relationTo(zone.name, { ...survey, ...this.site.together(own) }, [own], layers);
      // A name that the plan doesn't have may be that of a zone which the layer seems to lack.
      if (isDrawn(zone)) this.add(zone.name, otherArea ?? relation, layers);
      else if (!this.relations.has(zone.name)) this.add(zone.name, strange ?? lacks ?? relation, layers);
    }
    const isSure = holder !== undefined && !doubted.has(this.zoneOf(holder) as Zone);
    const [otherArea] = doubted.values();
    this.relations.set(
      kind,
      strange ?? (isSure ? whole : (otherArea ?? (survey.touched ? whole : (lacks ?? whole)))),
    );
  }

  /** The plan's zone that a feature bears the name of. */
  private zoneOf({ feature, layer }: Meeting): Zone | undefined {
    return this.plan.named(nameIn(feature.attributes, layer));
  }

  /** Also where another layer draws the same zone: the two must agree. */
  private add(name: string, relation: Fact<Relation>, [layer]: readonly Layer[]): void {
    const before = this.relations.get(name);
    if (before === undefined || (before.known && !relation.known)) this.relations.set(name, relation);
    else if (before.known && relation.known && before.value !== relation.value)
      this.relations.set(name, disputed({ field: layer?.field ?? "layers.zones", why: LAYERS_DISAGREE }));
  }

  /** Left open where the drawn area is so far from the printed one that another zone may be drawn. */
  private otherArea(zone: Zone | undefined, layers: readonly Layer[]): Fact<Relation> | undefined {
    const difference = areaDifference(zone, layers, this.plan);
    if (difference === undefined) return undefined;
    this.told.push(difference.says);
    if (!difference.isTooFar) return undefined;
    return disputed({ field: layers[0]?.field ?? "layers.zones", why: difference.says });
  }

  /**
   * Inside if one of the parts holds the whole site. Several zones of a kind side by side hold it
   * together, but none of them alone, which is partly.
   */
  private relationTo(
    name: string,
    survey: Survey,
    parts: readonly (readonly Meeting[])[],
    layers: readonly Layer[],
  ): Fact<Relation> {
    const { site } = this;
    const held = parts.map((meetings) => ({ meetings, m2: site.together(meetings).m2 }));
    const relation: Relation = held.some(({ m2 }) => site.isCovered(m2))
      ? "inside"
      : survey.touched
        ? "partly"
        : "outside";
    if (relation === "partly") {
      for (const { meetings, m2 } of held) {
        const beyond = sliverOf(site, "beyond", () => site.m2 - m2, meetings);
        if (beyond !== undefined) return leftOpen(beyond, sticksOut(zoneWords(name)), survey, layers);
      }
      const common = sliverOf(site, "in-common", () => survey.m2, survey.meetings);
      if (common !== undefined) return leftOpen(common, overlapsBy(zoneWords(name)), survey, layers);
    }
    // Wherever the site isn't wholly inside, a zone that can't be read may be the one that it lies in.
    return decided(relation, relation !== "inside", survey, layers);
  }
}

function fieldOf(subject: Layer["subject"]): string | undefined {
  return subject.of === "zone-kind" ? subject.nameField : undefined;
}

function nameIn(attributes: Meeting["feature"]["attributes"], { subject }: Layer): string {
  return textIn(attributes, fieldOf(subject)) ?? "";
}

function notDrawn({ name = "" }: Zone, layers: readonly Layer[]): Words {
  const [layer] = layers;
  return words(
    `${layer?.source.zh}没有画出${name}，申请范围可能在该区内`,
    `${layer?.source.en} doesn't draw ${name}, in which the site may lie`,
  );
}

function notInPlan({ feature, layer }: Meeting): Words {
  const said = verbatim(nameIn(feature.attributes, layer) || "—");
  return words(
    `申请范围所在的图层分区“${said.zh}”不是规划所列的区名`,
    `the site meets the layer's zone "${said.en}", which the plan doesn't have`,
  );
}

const LAYERS_DISAGREE = words(
  "画有该区的两个图层对申请范围的位置不一致",
  "two layers that draw this zone don't agree on how the site lies to it",
);
