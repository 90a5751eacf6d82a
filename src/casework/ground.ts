import { isNameOf } from "../engine/site-facts.ts";
import { boxIn, lonLatBox } from "../geometry/crs/box-in.ts";
import { DEGREES } from "../geometry/crs/project.ts";
import { TOLERANCE, type Tolerance } from "../geometry/overlay/relation.ts";
import { TooIntricate } from "../geometry/overlay/slabs.ts";
import { type SharedLayer, shared, unshared } from "../geometry/packed/shared-layer.ts";
import type { Boundary } from "../geometry/shape/boundary.ts";
import { type Box, EVERYWHERE } from "../geometry/shape/shape.ts";
import { type CountiesAt, countiesAt } from "../geometry/site/counties-at.ts";
import type { Layer, LayerFeature } from "../geometry/site/layer.ts";
import { type BaseHolder, measureSite, type PlanZones, type Question } from "../geometry/site/measure.ts";
import type { ReadApplication } from "../input/application.ts";
import { type LayerEntry, zonesOf } from "../input/layers.ts";
import { unusable } from "../input/problem.ts";
import type { ReadRegister } from "../input/register.ts";
import type { PreparedLayers } from "../input/spatial/prepared-layers.ts";
import { readLayers } from "../input/spatial/read-layers.ts";
import { registerLayers } from "../input/spatial/register-layers.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import { nearest } from "../model/nearest.ts";
import type { Plan, Zone } from "../model/plan.ts";
import { words } from "../model/words.ts";

/** Where an application lies, and all that it was measured by. */
export interface Place {
  readonly site: MeasuredSite;
  readonly boundary: Boundary;
  readonly layers: readonly Layer[];
  readonly question: Question;
}

/** What layers are read from, and how they are held against sites. */
export interface GroundOptions {
  readonly entries: readonly LayerEntry[];
  /** Entries whose layers come with each site, from a database. */
  readonly elsewhere?: readonly LayerEntry[];
  readonly plans: readonly Plan[];
  /** Existing rights, of which some may have boundaries. */
  readonly register?: ReadRegister | undefined;
  /** m² that count as touching. */
  readonly tolerance?: number | undefined;
  /** Licence numbers of rights that are kept wherever they lie. */
  readonly wanted: ReadonlySet<string>;
  /** Where whole layers are kept for the next run. */
  readonly prepared?: PreparedLayers | undefined;
}

/** The layers of a ground as data that threads share. */
export interface SharedGround {
  readonly layers: readonly SharedLayer[];
  /** Of each plan, in the order of the options'. */
  readonly drawn: readonly (readonly SharedLayer[])[];
}

/** The layers as far as the sites need them that are asked about; read once, then asked for each site. */
export class Ground {
  private readonly zones = new Map<Plan, PlanZones>();

  private constructor(
    private readonly layers: readonly Layer[],
    /** Zones that a plan's own data draw. */
    private readonly drawn: ReadonlyMap<Plan, readonly Layer[]>,
    private readonly tolerance: Tolerance,
    private readonly register: ReadRegister | undefined,
  ) {}

  /**
   * Reads what lies near the sites; without `near` everything. Throws `Unusable`.
   *
   * @param near boxes around the sites in degrees of longitude and latitude
   */
  static async read(options: GroundOptions, near: readonly Box[] | undefined): Promise<Ground> {
    const { entries, elsewhere = [], plans, register, wanted, prepared } = options;
    const all = [...entries, ...elsewhere];
    refuseUnknownZones(all, plans);
    const entriesOf = (kinds: readonly LayerEntry["subject"]["of"][], isOf: boolean) =>
      entries.filter(({ subject }) => kinds.includes(subject.of) === isOf);
    const blocks = await readLayers(entriesOf(["block"], true), near, wanted, prepared);
    // A right in the same block matters, however far it is from the site.
    const around = near && [
      ...near,
      ...blocks.flatMap(({ features, crs }) =>
        features.near(EVERYWHERE).map(({ box }) => lonLatBox(box, crs)),
      ),
    ];
    const layers = [
      ...blocks,
      ...(await readLayers(entriesOf(["existing-right"], true), around, wanted, prepared)),
      ...(await readLayers(entriesOf(["block", "existing-right"], false), near, wanted, prepared)),
      ...(register === undefined ? [] : await registerLayers(register, around, wanted)),
    ];
    const drawn = new Map<Plan, readonly Layer[]>();
    for (const plan of plans) drawn.set(plan, await readLayers(ownZones(plan, all), near, wanted));
    return new Ground(layers, drawn, toleranceOf(options), register);
  }

  /** The ground that another thread has read by the same options. */
  static from({ layers, drawn }: SharedGround, options: GroundOptions): Ground {
    const { plans, register } = options;
    return new Ground(
      layers.map(unshared),
      new Map(plans.map((plan, index) => [plan, (drawn[index] ?? []).map(unshared)])),
      toleranceOf(options),
      register,
    );
  }

  share(): SharedGround {
    return {
      layers: this.layers.map(shared),
      drawn: [...this.drawn.values()].map((layers) => layers.map(shared)),
    };
  }

  /**
   * Overlays a site with the layers. Throws `Unusable` for one that can't be overlaid.
   *
   * @param elsewhere layers that come with this site
   */
  measure(read: ReadApplication, plan: Plan, boundary: Boundary, elsewhere: readonly Layer[] = []): Place {
    const { right, applicant, base } = read.application;
    const question = {
      right,
      ownRights: base?.id ?? [],
      baseHolder: baseHolderOf(read.application),
      registeredHolders: holdersOf(base?.id ?? [], this.register),
      county: plan.county,
      zones: this.zonesOf(plan),
      tolerance: this.tolerance,
      ...(applicant?.name === undefined ? {} : { holder: applicant.name }),
    };
    const layers = [...this.layers, ...elsewhere, ...(this.drawn.get(plan) ?? [])];
    const site = measured(read, () => measureSite(boundary, layers, question));
    return { site, boundary, layers, question };
  }

  /** The counties that a site reaches into; undefined where no layer holds any. Throws `Unusable`. */
  countiesAt<County>(
    read: ReadApplication,
    boundary: Boundary,
    countyOf: (attributes: LayerFeature["attributes"]) => County,
  ): CountiesAt<County> | undefined {
    const counties = this.layers.filter(({ subject }) => subject.of === "county");
    if (counties.length === 0) return undefined;
    return measured(read, () => countiesAt(boundary, counties, this.tolerance, countyOf));
  }

  /** The planned blocks near a box of degrees, as boxes of degrees: rights in them matter too. */
  blocksNear(box: Box): readonly Box[] {
    return blocksNear(this.layers, box);
  }

  private zonesOf(plan: Plan): PlanZones {
    const known = this.zones.get(plan) ?? planZones(plan);
    this.zones.set(plan, known);
    return known;
  }
}

function toleranceOf({ tolerance }: GroundOptions): Tolerance {
  return tolerance === undefined ? TOLERANCE : { m2: tolerance, share: 0 };
}

/** The planned blocks of layers near a box of degrees, as boxes of degrees. */
export function blocksNear(layers: readonly Layer[], box: Box): readonly Box[] {
  return layers
    .filter(({ subject }) => subject.of === "block")
    .flatMap(({ features, crs }) =>
      features.near(boxIn(box, DEGREES, crs)).map((block) => lonLatBox(block.box, crs)),
    );
}

/** What can't be overlaid in reasonable time isn't decided. */
function measured<T>({ document, path, application }: ReadApplication, measure: () => T): T {
  try {
    return measure();
  } catch (error) {
    if (!(error instanceof TooIntricate)) throw error;
    unusable({
      file: document.file,
      ...document.locate(path),
      field: "geometry",
      message: words(
        `申请 ${application.id} 的范围与图层的边过密交错，无法叠加`,
        `the edges of application ${application.id} and of a layer cross each other so densely that they can't be overlaid`,
      ),
      remedy: words("请化简范围或该处图层的图形", "simplify the boundary, or the layer around it"),
    });
  }
}

/** A new right beside another's or beneath it doesn't make that one the applicant's. */
function baseHolderOf({ operation, base }: ReadApplication["application"]): BaseHolder {
  if (operation === "transfer") return "transferor";
  if (operation === "new") return base?.sameHolder === true ? "claimed" : "open";
  return base?.sameHolder !== false ? "applicant" : "open";
}

/** Whom the register names as the holders of rights, by their licence numbers. */
function holdersOf(
  ids: readonly string[],
  register: ReadRegister | undefined,
): ReadonlyMap<string, readonly string[]> {
  const rights = register?.rights ?? [];
  const named = (wanted: string) => rights.flatMap(({ id, holder }) => (id === wanted ? (holder ?? []) : []));
  return new Map(ids.map((id) => [id, named(id)]));
}

/** A misspelt name would leave its zone without an outline, silently. */
function refuseUnknownZones(entries: readonly LayerEntry[], plans: readonly Plan[]): void {
  for (const { subject, document, path } of entries) {
    if (subject.of !== "zone" || plans.some((plan) => zoneNamed(subject.name, plan) !== undefined)) continue;
    const near = nearest(
      subject.name,
      plans.flatMap(({ zones }) => zones.flatMap(({ name }) => name ?? [])),
    );
    unusable({
      file: document.file,
      ...document.locate([...path, "name"]),
      field: [...path, "name"].join("."),
      message: words(`规划中没有名为“${subject.name}”的分区`, `the plan has no zone named "${subject.name}"`),
      remedy:
        near.length > 0
          ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(", ")}?`)
          : words("按规划所列区名填写", "write the name as the plan has it"),
    });
  }
}

/** The zones that the plan's own data draw, without those that the layers file draws anew. */
function ownZones(plan: Plan, entries: readonly LayerEntry[]): readonly LayerEntry[] {
  return zonesOf(plan).filter(
    ({ zone }) => !entries.some(({ subject }) => subject.of === "zone" && isNameOf(subject.name, zone, plan)),
  );
}

/** Names are looked up for every site again, so that what was found is kept. */
function planZones(plan: Plan): PlanZones {
  const found = new Map<string, Zone | undefined>();
  return {
    named: (name) => {
      if (!found.has(name)) found.set(name, zoneNamed(name, plan));
      return found.get(name);
    },
    ofKind: (kind) => plan.zones.filter((zone) => zone.kind === kind),
  };
}

function zoneNamed(name: string, plan: Plan): Zone | undefined {
  return plan.zones.find((zone) => isNameOf(name, zone, plan));
}
