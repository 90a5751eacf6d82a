import { dirname, isAbsolute, join } from "node:path";
import type { Boundary } from "../geometry/boundary.ts";
import { measureSite } from "../geometry/measure.ts";
import { lonLatBox } from "../geometry/project.ts";
import { TOLERANCE } from "../geometry/relation.ts";
import { boxOf, ringsOf } from "../geometry/shape.ts";
import type { ReadApplication } from "../input/application.ts";
import { readLayerEntries } from "../input/layers.ts";
import { boundaryOf, wholeBoundary } from "../input/spatial/boundary.ts";
import { decideSource } from "../input/spatial/decide.ts";
import { sourceOfGeometry } from "../input/spatial/geojson.ts";
import { openSpatial } from "../input/spatial/open.ts";
import { readLayers } from "../input/spatial/read-layers.ts";
import type { SourceOptions } from "../input/spatial/source.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import { isInFile } from "../model/spatial-file.ts";

/** What the command line says of boundaries and layers. */
export interface LocateOptions extends SourceOptions {
  /** A spatial file with the boundary, in place of what the application says. */
  readonly geometry?: string;
  readonly crs?: string;
  /** The layers file. */
  readonly layers?: string;
  /** m² that count as touching. */
  readonly tolerance?: number;
}

/** An application, and how its plan names zones. */
export interface Question {
  readonly read: ReadApplication;
  /** The plan's own name of a zone that a layer names. */
  readonly zoneNamed: (name: string) => string | undefined;
}

/**
 * Measures where applications lie: reads their boundaries, then the layers once for all of them. Those
 * without coordinates have no place in the result. Throws `Unusable`.
 */
export async function locate(
  questions: readonly Question[],
  options: LocateOptions,
): Promise<ReadonlyMap<ReadApplication, MeasuredSite>> {
  const bounded: { readonly question: Question; readonly boundary: Boundary }[] = [];
  for (const question of questions) {
    const boundary = await boundaryFor(question.read, options);
    if (boundary !== undefined) bounded.push({ question, boundary });
  }
  const near = bounded.map(({ boundary }) => lonLatBox(boxOf(ringsOf(boundary.polygons)), boundary.crs));
  const entries = options.layers === undefined ? [] : await readLayerEntries(options.layers);
  const layers = near.length === 0 ? [] : await readLayers(entries, near);
  const tolerance = options.tolerance === undefined ? TOLERANCE : { m2: options.tolerance, share: 0 };
  return new Map(
    bounded.map(({ question: { read, zoneNamed }, boundary }) => {
      const { right, applicant, base } = read.application;
      const question = {
        right,
        ownRights: base?.id ?? [],
        zoneNamed,
        tolerance,
        ...(applicant?.name === undefined ? {} : { holder: applicant.name }),
      };
      return [read, measureSite(boundary, layers, question)];
    }),
  );
}

async function boundaryFor(read: ReadApplication, options: LocateOptions): Promise<Boundary | undefined> {
  const { geometry } = read.application;
  if (options.geometry !== undefined)
    return wholeBoundary(decideSource(await openSpatial(options.geometry, options), options.crs));
  if (read.feature !== undefined) return boundaryOf([read.feature.raw], read.feature.decided);
  if (geometry === undefined) return undefined;
  const { document, path } = read;
  if (!isInFile(geometry))
    return wholeBoundary(
      decideSource(sourceOfGeometry(geometry, document, [...path, "geometry"]), options.crs),
    );
  const { file, crs = options.crs } = geometry;
  const named = isAbsolute(file) || document.file === "-" ? file : join(dirname(document.file), file);
  return wholeBoundary(decideSource(await openSpatial(named, { ...options, ...geometry }), crs));
}
