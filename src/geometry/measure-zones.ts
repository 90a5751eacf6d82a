import { absent, type Fact } from "../model/facts.ts";
import { zoneWords } from "../model/plan.ts";
import type { Relation } from "../model/terms.ts";
import { verbatim, type Words, words } from "../model/words.ts";
import type { Layer } from "./layer.ts";
import type { Meeting, Site, Survey } from "./site.ts";
import { decided } from "./survey-fact.ts";

type Zones = Map<string, Fact<Relation>>;

/**
 * How the site lies to the zones that layers draw (规划分区): by a zone's name in the plan for layers
 * that give names, by the kind of zone for layers that hold all zones of a kind.
 */
export function measureZones(
  site: Site,
  layers: readonly Layer[],
  zoneNamed: (name: string) => string | undefined,
): Zones {
  const zones: Zones = new Map();
  const subjects = new Set(layers.map((layer) => zoneOf(layer, zoneNamed)));
  for (const name of subjects) {
    const among = layers.filter((layer) => zoneOf(layer, zoneNamed) === name);
    const survey = site.survey(zoneWords(name), "zone", among);
    const isKind = among.some(({ subject }) => subject.of === "zone-kind");
    const parts = isKind ? survey.meetings.map((one) => [one]) : [survey.meetings];
    zones.set(name, relationTo(site, survey, parts, among));
    for (const layer of among) addNamed(zones, site, layer, survey, zoneNamed);
  }
  return zones;
}

/** The plan's name for what a layer draws: a zone, or a kind of zone. */
export function zoneOf({ subject }: Layer, zoneNamed: (name: string) => string | undefined): string {
  if (subject.of === "zone") return zoneNamed(subject.name) ?? subject.name;
  return subject.of === "zone-kind" ? subject.kind : "";
}

/**
 * Inside if one of the parts holds the whole site. Several zones of a kind side by side hold it together,
 * but none of them alone, which is partly.
 */
function relationTo(
  site: Site,
  survey: Survey,
  parts: readonly (readonly Meeting[])[],
  layers: readonly Layer[],
): Fact<Relation> {
  const relation: Relation = parts.some((part) => site.isCovered(site.together(part).m2))
    ? "inside"
    : survey.touched
      ? "partly"
      : "outside";
  // Wherever the site isn't wholly inside, a zone that can't be read may be the one that it lies in.
  return decided(relation, relation !== "inside", survey, layers);
}

/** The zones of a kind one by one, where the layer gives their names. */
function addNamed(
  zones: Zones,
  site: Site,
  layer: Layer,
  survey: Survey,
  zoneNamed: (name: string) => string | undefined,
): void {
  const { subject } = layer;
  if (subject.of !== "zone-kind" || subject.nameField === undefined) return;
  const { nameField } = subject;
  const bears = ({ feature }: Meeting) => String(feature.attributes[nameField] ?? "").trim();
  for (const name of layer.names) {
    const own = survey.meetings.filter((meeting) => bears(meeting) === name);
    const known = zoneNamed(name);
    if (known === undefined) continue;
    zones.set(known, relationTo(site, { ...survey, ...site.together(own) }, [own], [layer]));
  }
  const stranger = survey.meetings.map(bears).find((name) => zoneNamed(name) === undefined);
  if (stranger !== undefined)
    zones.set(subject.kind, absent({ field: layer.field, why: notInPlan(stranger) }));
}

function notInPlan(name: string): Words {
  const said = verbatim(name || "—");
  return words(
    `申请范围所在的图层分区“${said.zh}”不是规划所列的区名`,
    `the site meets the layer's zone "${said.en}", which the plan doesn't have`,
  );
}
