import { isNameOf } from "../engine/site-facts.ts";
import { lonLatBox } from "../geometry/crs/box-in.ts";
import { TOLERANCE } from "../geometry/overlay/relation.ts";
import { TooIntricate } from "../geometry/overlay/slabs.ts";
import type { Boundary } from "../geometry/shape/boundary.ts";
import { boxOf, ringsOf } from "../geometry/shape/shape.ts";
import type { Layer } from "../geometry/site/layer.ts";
import { type BaseHolder, measureSite, type PlanZones, type Question } from "../geometry/site/measure.ts";
import type { ReadApplication } from "../input/application.ts";
import { type Document, fileNamedIn } from "../input/document.ts";
import { type LayerEntry, readLayerEntries, zonesOf } from "../input/layers.ts";
import { unusable } from "../input/problem.ts";
import type { ReadRegister } from "../input/register.ts";
import { boundaryOf, wholeBoundary } from "../input/spatial/boundary.ts";
import { decideSource } from "../input/spatial/decide.ts";
import { sourceOfGeometry } from "../input/spatial/geojson/whole.ts";
import { placedWhereNamed } from "../input/spatial/given.ts";
import { hasNoLayers } from "../input/spatial/no-such-layer.ts";
import { openSpatial } from "../input/spatial/open.ts";
import { readLayers } from "../input/spatial/read-layers.ts";
import { registerLayers } from "../input/spatial/register-layers.ts";
import type { SourceOptions } from "../input/spatial/source.ts";
import type { AccountLine, MeasuredSite } from "../model/measured-site.ts";
import { nearest } from "../model/nearest.ts";
import type { Plan, Zone } from "../model/plan.ts";
import { type GeometryField, isInFile } from "../model/spatial-file.ts";
import { words } from "../model/words.ts";

/** What the command line says of boundaries and layers. */
export interface LocateOptions extends SourceOptions {
  /** A spatial file with the boundary, in place of what the application says. */
  readonly geometry?: string;
  readonly crs?: string;
  /** The layers file. */
  readonly layers?: string;
  /** m² that count as touching. */
  readonly tolerance?: number;
  /** Existing rights, of which some may have boundaries. */
  readonly register?: ReadRegister | undefined;
  /** Is told of the files that the inputs name, before any of them is read. */
  readonly willRead?: (files: readonly string[]) => void;
}

/** An application, and the plan that governs it. */
export interface Located {
  readonly read: ReadApplication;
  readonly plan: Plan;
}

/** Where an application lies, and all that it was measured by. */
export interface Place {
  readonly site: MeasuredSite;
  readonly boundary: Boundary;
  readonly layers: readonly Layer[];
  readonly question: Question;
}

/**
 * Measures where applications lie: reads their boundaries, then the layers once for all of them. Those
 * without coordinates have no place in the result. Throws `Unusable`.
 */
export async function locate(
  cases: readonly Located[],
  options: LocateOptions,
): Promise<ReadonlyMap<ReadApplication, Place>> {
  const plans = [...new Set(cases.map(({ plan }) => plan))];
  const entries = options.layers === undefined ? [] : await readLayerEntries(options.layers);
  options.willRead?.(filesNamed(cases, [...entries, ...plans.flatMap(zonesOf)], options));
  const bounded: (Located & { readonly boundary: Boundary })[] = [];
  for (const one of cases) {
    const boundary = await boundaryFor(one.read, options);
    if (boundary !== undefined) bounded.push({ ...one, boundary });
  }
  refuseUnknownZones(entries, plans);
  if (bounded.length === 0) return new Map();
  const near = bounded.map(({ boundary }) => lonLatBox(boxOf(ringsOf(boundary.polygons)), boundary.crs));
  const wanted = new Set(bounded.flatMap(({ read }) => read.application.base?.id ?? []));
  const entriesOf = (kinds: readonly LayerEntry["subject"]["of"][], isOf: boolean) =>
    entries.filter(({ subject }) => kinds.includes(subject.of) === isOf);
  const blocks = await readLayers(entriesOf(["block"], true), near, wanted);
  // A right in the same block matters, however far it is from the site.
  const around = blocks.flatMap(({ features, crs }) => features.map(({ box }) => lonLatBox(box, crs)));
  const layers = [
    ...blocks,
    ...(await readLayers(entriesOf(["existing-right"], true), [...near, ...around], wanted)),
    ...(await readLayers(entriesOf(["block", "existing-right"], false), near, wanted)),
    ...(options.register === undefined
      ? []
      : await registerLayers(options.register, [...near, ...around], wanted)),
  ];
  const drawn = new Map<Plan, readonly Layer[]>();
  for (const plan of plans) drawn.set(plan, await readLayers(ownZones(plan, entries), near, wanted));
  const tolerance = options.tolerance === undefined ? TOLERANCE : { m2: options.tolerance, share: 0 };
  const zonesOfPlan = new Map(plans.map((plan) => [plan, planZones(plan)]));
  return new Map(
    bounded.map(({ read, plan, boundary }): [ReadApplication, Place] => {
      const { right, applicant, base } = read.application;
      const question = {
        right,
        ownRights: base?.id ?? [],
        baseHolder: baseHolderOf(read.application),
        registeredHolders: holdersOf(base?.id ?? [], options.register),
        county: plan.county,
        zones: zonesOfPlan.get(plan) ?? planZones(plan),
        tolerance,
        ...(applicant?.name === undefined ? {} : { holder: applicant.name }),
      };
      const near = [...layers, ...(drawn.get(plan) ?? [])];
      const site = measured(read, () => measureSite(boundary, near, question));
      return [read, { site, boundary, layers: near, question }];
    }),
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

function filesNamed(
  cases: readonly Located[],
  entries: readonly LayerEntry[],
  { register }: LocateOptions,
): readonly string[] {
  const named = (document: Document, geometry: GeometryField | undefined): readonly string[] =>
    geometry !== undefined && isInFile(geometry) ? [fileNamedIn(document, geometry.file)] : [];
  const drawn = register?.drawn;
  return [
    ...cases.flatMap(({ read }) => named(read.document, read.application.geometry)),
    ...entries.flatMap(({ document, data }) => named(document, data)),
    ...(drawn?.in === "list" ? drawn.geometries.flatMap((one) => named(drawn.document, one)) : []),
  ];
}

/** A new right beside another's or beneath it doesn't make that one the applicant's. */
function baseHolderOf({ operation, base }: ReadApplication["application"]): BaseHolder {
  if (operation === "transfer") return "transferor";
  if (operation === "new") return base?.sameHolder === true ? "claimed" : "open";
  return base?.sameHolder !== false ? "applicant" : "open";
}

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

function boundaryOfFeature({ raw, decided, columns }: NonNullable<ReadApplication["feature"]>): Boundary {
  const boundary = boundaryOf([raw], decided);
  return { ...boundary, account: [...boundary.account, { about: "assumed", says: columns }] };
}

async function boundaryFor(read: ReadApplication, options: LocateOptions): Promise<Boundary | undefined> {
  const { geometry } = read.application;
  const { document, path, feature } = read;
  if (options.geometry !== undefined) {
    const boundary = await fromFile(options.geometry, options);
    return geometry === undefined && feature === undefined
      ? boundary
      : { ...boundary, account: [...boundary.account, inPlaceOf(read)] };
  }
  if (feature !== undefined) return boundaryOfFeature(feature);
  if (geometry === undefined) return undefined;
  if (!isInFile(geometry)) {
    if (options.layer !== undefined) hasNoLayers(document.file, "GeoJSON");
    const source = sourceOfGeometry(geometry, document, [...path, "geometry"]);
    return wholeBoundary(decideSource(source, options.crs));
  }
  const file = fileNamedIn(document, geometry.file);
  return fromFile(file, {
    encoding: geometry.encoding ?? options.encoding,
    layer: geometry.layer ?? options.layer,
    crs: geometry.crs ?? options.crs,
  }).catch((error: unknown) => placedWhereNamed(error, file, document, [...path, "geometry", "file"]));
}

/** Which boundary was left aside must be seen: it may be the one that was meant. */
function inPlaceOf({ application: { geometry }, feature }: ReadApplication): AccountLine {
  const own =
    feature !== undefined
      ? words("申请文件中的图形", "the feature of the application file")
      : geometry !== undefined && isInFile(geometry)
        ? words(
            `申请所写的范围文件 ${geometry.file}`,
            `the file that the application names, ${geometry.file}`,
          )
        : words("申请中的 geometry", "the application's own geometry");
  return {
    about: "assumed",
    says: words(
      `以 --geometry 的文件为准，没有采用${own.zh}`,
      `the file of --geometry was taken, not ${own.en}`,
    ),
  };
}

async function fromFile(file: string, { encoding, layer, crs }: Unsure<LocateOptions>): Promise<Boundary> {
  const source = await openSpatial(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(layer === undefined ? {} : { layer }),
  });
  return wholeBoundary(decideSource(source, crs));
}

type Unsure<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
