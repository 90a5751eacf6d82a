import { lonLatBox } from "../geometry/crs/box-in.ts";
import type { Boundary } from "../geometry/shape/boundary.ts";
import { boxOf, ringsOf } from "../geometry/shape/shape.ts";
import type { ReadApplication } from "../input/application.ts";
import { type Document, fileNamedIn } from "../input/document.ts";
import { type LayerEntry, readLayerEntries, zonesOf } from "../input/layers.ts";
import type { ReadRegister } from "../input/register.ts";
import type { Plan } from "../model/plan.ts";
import { isInFile } from "../model/spatial-file.ts";
import { type BoundaryOptions, boundaryFor } from "./boundary-for.ts";
import { Ground, type Place } from "./ground.ts";

/** What the command line says of boundaries and layers. */
export interface LocateOptions extends BoundaryOptions {
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

/**
 * Measures where applications lie: reads their boundaries, then the layers once for all of them. Those
 * without coordinates have no place in the result. Throws `Unusable`.
 */
export async function locate(
  cases: readonly Located[],
  options: LocateOptions,
): Promise<ReadonlyMap<ReadApplication, Place>> {
  const { register, tolerance } = options;
  const plans = [...new Set(cases.map(({ plan }) => plan))];
  const entries = options.layers === undefined ? [] : await readLayerEntries(options.layers);
  options.willRead?.(filesNamed(cases, [...entries, ...plans.flatMap(zonesOf)], options));
  const bounded: (Located & { readonly boundary: Boundary })[] = [];
  for (const one of cases) {
    const boundary = await boundaryFor(one.read, options);
    if (boundary !== undefined) bounded.push({ ...one, boundary });
  }
  const near = bounded.map(({ boundary }) => lonLatBox(boxOf(ringsOf(boundary.polygons)), boundary.crs));
  const wanted = new Set(bounded.flatMap(({ read }) => read.application.base?.id ?? []));
  const ground = await Ground.read({ entries, plans, register, tolerance, wanted }, near);
  return new Map(
    bounded.map(({ read, plan, boundary }) => [read, ground.measure(read, plan, boundary)] as const),
  );
}

function filesNamed(
  cases: readonly Located[],
  entries: readonly LayerEntry[],
  { register }: LocateOptions,
): readonly string[] {
  const named = (document: Document, geometry: LayerEntry["data"] | undefined): readonly string[] =>
    geometry !== undefined && isInFile(geometry) ? [fileNamedIn(document, geometry.file)] : [];
  const drawn = register?.drawn;
  return [
    ...cases.flatMap(({ read }) => named(read.document, read.application.geometry)),
    ...entries.flatMap(({ document, data }) => named(document, data)),
    ...(drawn?.in === "list" ? drawn.geometries.flatMap((one) => named(drawn.document, one)) : []),
  ];
}
