import { type Decimal, decimal } from "../../model/decimal.ts";
import type { Fact, Overlap } from "../../model/facts.ts";
import { lazily } from "../../model/lazily.ts";
import type { AccountLine, MeasuredSite } from "../../model/measured-site.ts";
import type { Plan, Zone, ZoneKind } from "../../model/plan.ts";
import { agreesAsStated } from "../../model/rounding.ts";
import { CONSTRAINTS, type Constraint, keysOf, RIGHTS, type Right } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";
import { type BasicBlocks, basicBlocks } from "../area/basic-blocks.ts";
import { planeAreaM2 } from "../area/plane-area.ts";
import { inLonLat } from "../crs/project.ts";
import { lonLatPolygons } from "../overlay/outline.ts";
import { type Tolerance, toleranceWords } from "../overlay/relation.ts";
import type { Boundary } from "../shape/boundary.ts";
import { crsDoubt } from "./crs-doubt.ts";
import type { Layer } from "./layer.ts";
import { layersLookedAt } from "./layers-looked-at.ts";
import { measureBlock } from "./measure-block.ts";
import { measureCounty } from "./measure-county.ts";
import { measureBase, measureRights } from "./measure-rights.ts";
import { measureZones } from "./measure-zones.ts";
import type { Survey } from "./meeting.ts";
import { foreignRightsIn } from "./rights-in-block.ts";
import { shapeLines } from "./shape-account.ts";
import { km2, Site } from "./site.ts";
import { sliverOf } from "./sliver.ts";
import { decided, leftOpen, overlapsBy } from "./survey-fact.ts";

/**
 * Whose the rights are that an application grows from: the applicant's, since it is about them (延续, 变更);
 * claimed for the applicant, which a layer or register that names the holder must bear out; another's who
 * hands them over (转让); or open, so that only the holder's name in a layer or register tells.
 */
export type BaseHolder = "applicant" | "claimed" | "transferor" | "open";

/** What is asked of a site beside its boundary and the layers. */
export interface Question {
  readonly right: Right;
  /** Name of the applicant, to tell its own rights from those of others. */
  readonly holder?: string;
  /** Licence numbers of the rights that this one grows from. */
  readonly ownRights: readonly string[];
  readonly baseHolder: BaseHolder;
  /** Whom a register names as the holders of those rights, by licence number. */
  readonly registeredHolders?: ReadonlyMap<string, readonly string[]>;
  /** The county that the plan is for. */
  readonly county: Plan["county"];
  readonly zones: PlanZones;
  readonly tolerance: Tolerance;
}

/** The zones of the plan, as layers are held against them. */
export interface PlanZones {
  /** The zone that a layer means by a name; undefined: the plan has none of that name. */
  named(name: string): Zone | undefined;
  ofKind(kind: ZoneKind): readonly Zone[];
}

/** Overlays the site with the layers and says what follows of where it lies (空间叠加分析). */
export function measureSite(boundary: Boundary, layers: readonly Layer[], question: Question): MeasuredSite {
  const of = (kind: Layer["subject"]["of"]) => layers.filter(({ subject }) => subject.of === kind);
  const site = new Site(boundary, question.tolerance, of("county"));
  const inCounty = measureCounty(site, of("county"), question.county);
  const arableLand = ifAny(of("arable-land"), (among) => {
    const subject = words("耕地", "arable land");
    const survey = site.survey(subject, "arable-land", among);
    return (
      openOverlap(site, survey, subject, among) ?? decided(survey.touched, !survey.touched, survey, among)
    );
  });
  const block = measureBlock(site, of("block"), question.right, (polygons) =>
    foreignRightsIn(polygons, site, of("existing-right"), question),
  );
  const existingRights = measureRights(site, of("existing-right"), question);
  const base = measureBase(site, of("existing-right"), question);
  const zones = measureZones(site, [...of("zone"), ...of("zone-kind")], question.zones);
  const doubt = crsDoubt(site, layers);
  const areaKm2 = km2(site.areaM2);
  const stated = statedIn(boundary, areaKm2);
  const blocks =
    question.right === "exploration" ? basicBlocks(inLonLat(boundary.polygons, boundary.crs)) : undefined;
  const account = (): readonly AccountLine[] => [
    ...boundary.account,
    ...areaLines(areaKm2, blocks, stated),
    ...(doubt === undefined ? [] : [{ about: "doubt" as const, says: doubt.says }]),
    ...shapeLines(boundary),
    ...layerLines(layers),
    ...site.takenCorners.map((says) => ({ about: "assumed" as const, says })),
    ...zones.told.map((says) => ({ about: "assumed" as const, says })),
    { about: "tolerance", says: toleranceWords(question.tolerance) },
  ];
  return withShown(
    {
      areaKm2,
      ...(stated === undefined || stated.inPlane ? {} : { fileAreaKm2: stated.km2 }),
      ...(blocks?.aligned ? { basicBlocks: decimal(blocks.blocks) } : {}),
      ...(inCounty === undefined ? {} : { inCounty }),
      ...(arableLand === undefined ? {} : { arableLand }),
      constraints: constraintsOf(site, of("constraint")),
      zones: zones.relations,
      ...(block === undefined ? {} : { block }),
      ...(existingRights === undefined
        ? {}
        : { existingRights, rightsSeen: rightsSeen(of("existing-right")) }),
      ...(base === undefined ? {} : { base }),
      ...(doubt === undefined ? {} : { crsRemedy: doubt.remedy }),
    },
    {
      outline: () => lonLatPolygons(boundary.polygons, boundary.crs),
      overlaps: () => site.overlaps,
      layers: () => layersLookedAt(layers, site.states),
      account,
    },
  );
}

type Shown = Pick<MeasuredSite, "outline" | "overlaps" | "layers" | "account">;

/** What only reports show is worked out when one does. */
function withShown(
  facts: Omit<MeasuredSite, keyof Shown>,
  show: { readonly [Key in keyof Shown]: () => Shown[Key] },
): MeasuredSite {
  const [outline, overlaps, layers, account] = [
    lazily(show.outline),
    lazily(show.overlaps),
    lazily(show.layers),
    lazily(show.account),
  ];
  return {
    ...facts,
    get outline() {
      return outline();
    },
    get overlaps() {
      return overlaps();
    },
    get layers() {
      return layers();
    },
    get account() {
      return account();
    },
  };
}

/** A layer that doesn't say of which kind its rights are holds both. */
function rightsSeen(layers: readonly Layer[]): readonly Right[] {
  return keysOf(RIGHTS).filter((kind) =>
    layers.some(({ subject }) => subject.of === "existing-right" && (subject.right ?? kind) === kind),
  );
}

function constraintsOf(site: Site, layers: readonly Layer[]): MeasuredSite["constraints"] {
  const facts: Partial<Record<Constraint, Fact<Overlap>>> = {};
  for (const key of keysOf(CONSTRAINTS)) {
    const fact = ifAny(
      layers.filter(({ subject }) => subject.of === "constraint" && subject.key === key),
      (among) => {
        const survey = site.survey(CONSTRAINTS[key], key, among);
        const overlaps = survey.touched;
        const value = overlaps ? overlapOf(() => site.shown(survey.m2)) : { overlaps };
        return openOverlap(site, survey, CONSTRAINTS[key], among) ?? decided(value, !overlaps, survey, among);
      },
    );
    if (fact !== undefined) facts[key] = fact;
  }
  return facts;
}

function overlapOf(area: () => Decimal): Overlap {
  const km2 = lazily(area);
  return {
    overlaps: true,
    get km2() {
      return km2();
    },
  };
}

/** Of an overlap that is no more than a sliver: that it can't be decided. */
function openOverlap(
  site: Site,
  survey: Survey,
  subject: Words,
  layers: readonly Layer[],
): Fact<never> | undefined {
  if (!survey.touched) return undefined;
  const sliver = sliverOf(site, "in-common", () => survey.m2, survey.meetings);
  return sliver && leftOpen(sliver, overlapsBy(subject), survey, layers);
}

/** Nothing is said where there is no layer. */
function ifAny<T>(layers: readonly Layer[], say: (layers: readonly Layer[]) => T): T | undefined {
  return layers.length === 0 ? undefined : say(layers);
}

/** Each layer once, though it may stand for several things. */
function layerLines(layers: readonly Layer[]): readonly AccountLine[] {
  const lines = new Map(
    layers.map(({ source, said }) => [
      `${source.zh}${said.zh}`,
      words(`${source.zh}：${said.zh}`, `${source.en}: ${said.en}`),
    ]),
  );
  return [...lines.values()].map((says) => ({ about: "layer", says }));
}

interface StatedArea {
  readonly km2: Decimal;
  /** It is the area in the projected plane (平面面积), as older files give it, and not the ellipsoid's. */
  readonly inPlane: boolean;
}

/** Binary fractions of a converted unit leave digits that nobody stated. */
const STATED_DIGITS = 12;

function statedIn({ statedKm2, polygons, crs }: Boundary, measured: Decimal): StatedArea | undefined {
  if (statedKm2 === undefined) return undefined;
  const stated = decimal(Number(statedKm2.toPrecision(STATED_DIGITS)));
  const inPlane =
    crs.kind === "gauss-kruger" &&
    !agreesAsStated(stated, measured) &&
    agreesAsStated(stated, km2(planeAreaM2(polygons)));
  return { km2: stated, inPlane };
}

function areaLines(
  areaKm2: Decimal,
  blocks: BasicBlocks | undefined,
  stated: StatedArea | undefined,
): readonly AccountLine[] {
  const figure = areaKm2.toFixed(4);
  const area = words(
    `${figure} 平方千米（椭球面积，TD/T 1055-2019 附录D）`,
    `${figure} km² on the ellipsoid (TD/T 1055-2019, annex D)`,
  );
  const lines = [
    area,
    ...(stated?.inPlane ? [planeWords(stated.km2)] : []),
    ...(blocks === undefined ? [] : [blocksWords(blocks)]),
  ];
  return lines.map((says) => ({ about: "area", says }));
}

function planeWords(km2: Decimal): Words {
  return words(
    `文件注明 ${km2.toFixed()} 平方千米，为投影平面面积`,
    `the file states ${km2.toFixed()} km², which is the area in the projected plane`,
  );
}

/** Old or reduced areas may lie across the graticule: that is told and no more. */
function blocksWords(blocks: BasicBlocks): Words {
  if (blocks.aligned)
    return words(`${blocks.blocks} 个基本单位区块（1′×1′）`, `${blocks.blocks} basic unit blocks (1′×1′)`);
  const [first] = blocks.misaligned;
  const count = blocks.misaligned.length;
  return words(
    `基本单位区块数不能计：${count} 个拐点不在 15″ 经纬网上或边不沿经纬线（如第 ${first?.ring} 环第 ${first?.corner} 点）`,
    `basic unit blocks can't be counted: ${count} corners lie off the 15″ graticule or begin edges across it (such as ring ${first?.ring}, corner ${first?.corner})`,
  );
}
