import { relationToKind, relationToZone } from "../../src/engine/site-facts.ts";
import type { Application } from "../../src/model/application.ts";
import { type Decimal, decimal } from "../../src/model/decimal.ts";
import { absent, type Fact, known } from "../../src/model/facts.ts";
import type { MeasuredBlock, MeasuredSite } from "../../src/model/measured-site.ts";
import { type Plan, ZONE_KINDS } from "../../src/model/plan.ts";
import type { Relation } from "../../src/model/terms.ts";
import { words } from "../../src/model/words.ts";

/** A fact as a layer gives it. */
export function onLayer<T>(layer: string, value: T): Fact<T> {
  return known(
    value,
    `layers.${layer}`,
    words(`${layer}.shp，现势 2024-05-01`, `${layer}.shp, as of 2024-05-01`),
  );
}

/** A fact that a layer speaks of and can't decide. */
export function undecided(layer: string): Fact<never> {
  return absent({
    field: `layers.${layer}`,
    why: words(`${layer}.shp 第 3 个图形自相交`, `${layer}.shp: feature 3 crosses itself`),
  });
}

/** A measured site of which only these facts are known. */
export function located(facts: Partial<MeasuredSite> = {}): MeasuredSite {
  return {
    areaKm2: decimal("0.1"),
    constraints: {},
    zones: new Map(),
    overlaps: [],
    layers: [],
    account: [{ about: "file", says: words("范围.geojson", "范围.geojson") }],
    outline: [],
    ...facts,
  };
}

/** The subjects that layers may speak of, each by itself. */
export const SUBJECTS = [
  "inCounty",
  "constraints",
  "arableLand",
  "zones",
  "kinds",
  "block",
  "existingRights",
  "base",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** How a value is turned into what a layer says of it: the same, another, or nothing that decides. */
export type Distort = <T>(layer: string, value: T, others: readonly T[]) => Fact<T>;

const asDeclared: Distort = (layer, value) => onLayer(layer, value);

/**
 * What coordinates and layers would give for the site that an application declares: of these subjects,
 * as far as it is declared.
 */
export function measuredFrom(
  { site = {}, base, areaKm2, basicBlocks }: Application,
  plan: Plan,
  subjects: readonly Subject[],
  distort: Distort = asDeclared,
): MeasuredSite {
  const speaks = (subject: Subject) => subjects.includes(subject);
  const zones = new Map<string, Fact<Relation>>();
  const relations: readonly Relation[] = ["inside", "partly", "outside"];
  if (speaks("zones"))
    for (const zone of plan.zones) {
      const relation = relationToZone(site.zones, zone, plan);
      if (zone.name !== undefined && relation.known)
        zones.set(zone.name, distort(zone.name, relation.value, relations));
    }
  if (speaks("kinds"))
    for (const kind of ZONE_KINDS) {
      const relation = relationToKind(site.zones, kind, plan);
      if (relation.known) zones.set(kind, distort(kind, relation.value, relations));
    }
  const constraints: MeasuredSite["constraints"] = speaks("constraints")
    ? Object.fromEntries(
        Object.entries(site.constraints ?? {}).flatMap(([key, stated]) => {
          if (stated === undefined) return [];
          const overlap =
            typeof stated === "string"
              ? { overlaps: stated === "overlaps" }
              : { overlaps: stated.gt(0), km2: stated };
          return [[key, distort(key, overlap, [{ overlaps: !overlap.overlaps }])]];
        }),
      )
    : {};
  const { relation, kind, name, mineral, level, whole } = site.block ?? {};
  const block = { relation, kind, name, mineral, level, whole };
  const given = Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined));
  const flags = [true, false];
  return located({
    areaKm2: areaKm2 ?? decimal("0.1"),
    ...(basicBlocks === undefined ? {} : { basicBlocks }),
    ...(speaks("inCounty") && site.inCounty !== undefined
      ? { inCounty: distort("county", site.inCounty, flags) }
      : {}),
    constraints,
    zones,
    ...(speaks("arableLand") && site.arableLand !== undefined
      ? { arableLand: distort("arable-land", site.arableLand, flags) }
      : {}),
    ...(speaks("block") && relation !== undefined
      ? {
          block: distort("block", given as unknown as MeasuredBlock, [
            { ...given, relation: relation === "none" ? "inside" : "none" } as MeasuredBlock,
          ]),
        }
      : {}),
    ...(speaks("existingRights") && site.existingRights !== undefined
      ? {
          existingRights: distort(
            "right",
            site.existingRights.map((right) => ({
              ...right,
              overlapKm2: right.overlapKm2 ?? decimal("0.01"),
            })),
            [site.existingRights.length === 0 ? [STRANGER] : []],
          ),
        }
      : {}),
    ...(speaks("base") && base?.within !== undefined && base.areaKm2 !== undefined
      ? { base: { within: distort("right", base.within, flags), areaKm2: base.areaKm2 } }
      : {}),
  } as Partial<MeasuredSite>);
}

const STRANGER = {
  id: "虚构-他人",
  right: "mining",
  overlapKm2: decimal("0.02"),
  sameHolder: false,
} as const;

/** The declared facts without those that layers now speak of. */
export function withoutSubjects(
  application: Readonly<Record<string, unknown>>,
  subjects: readonly Subject[],
): Record<string, unknown> {
  const { site, base, ...rest } = application as {
    site?: Record<string, unknown>;
    base?: Record<string, unknown>;
  };
  const kept = { ...site };
  for (const subject of subjects) {
    if (subject === "block") kept["block"] = beyondLayers(kept["block"]);
    else if (subject === "zones" || subject === "kinds") {
      // One layer without the other doesn't tell all that the list does.
      if (subjects.includes("zones") && subjects.includes("kinds")) delete kept["zones"];
    } else if (subject !== "base") delete kept[subject];
  }
  const { within, ...left } = base ?? {};
  const gone = subjects.includes("base") && left["areaKm2"] !== undefined;
  return {
    ...rest,
    ...(site === undefined ? {} : { site: kept }),
    ...(base === undefined ? {} : { base: gone || within === undefined ? left : base }),
  };
}

/** What no layer tells of a block. */
function beyondLayers(block: unknown): unknown {
  const declared = (block ?? {}) as Record<string, unknown>;
  if (declared["relation"] === undefined) return block;
  const { rights, approved, inReleasePlan } = declared;
  return { rights, approved, inReleasePlan };
}

/** An area, for tables. */
export const km2 = (value: string): Decimal => decimal(value);
