import type { Boundary } from "../geometry/shape/boundary.ts";
import type { ReadApplication } from "../input/application.ts";
import { fileNamedIn } from "../input/document.ts";
import { boundaryOf, wholeBoundary } from "../input/spatial/boundary.ts";
import { decideSource } from "../input/spatial/decide.ts";
import { sourceOfGeometry } from "../input/spatial/geojson/whole.ts";
import { openSpatial } from "../input/spatial/open.ts";
import type { SourceOptions } from "../input/spatial/source.ts";
import { isInFile } from "../model/spatial-file.ts";

/** What the command line says of boundaries. */
export interface BoundaryOptions extends SourceOptions {
  /** A spatial file with the boundary, in place of what the application says. */
  readonly geometry?: string;
  readonly crs?: string;
}

function boundaryOfFeature({ raw, decided, columns }: NonNullable<ReadApplication["feature"]>): Boundary {
  const boundary = boundaryOf([raw], decided);
  return { ...boundary, account: [...boundary.account, { about: "assumed", says: columns }] };
}

/** The boundary of an application: its own feature, geometry or file. Undefined: it has none. Throws `Unusable`. */
export async function boundaryFor(
  read: ReadApplication,
  options: BoundaryOptions,
): Promise<Boundary | undefined> {
  const { geometry } = read.application;
  const { document, path, feature } = read;
  if (options.geometry !== undefined) return fromFile(options.geometry, options);
  if (feature !== undefined) return boundaryOfFeature(feature);
  if (geometry === undefined) return undefined;
  if (!isInFile(geometry)) {
    const source = sourceOfGeometry(geometry, document, [...path, "geometry"]);
    return wholeBoundary(decideSource(source, options.crs));
  }
  return fromFile(fileNamedIn(document, geometry.file), {
    encoding: geometry.encoding ?? options.encoding,
    layer: geometry.layer ?? options.layer,
    crs: geometry.crs ?? options.crs,
  });
}

async function fromFile(file: string, { encoding, layer, crs }: Unsure<BoundaryOptions>): Promise<Boundary> {
  const source = await openSpatial(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(layer === undefined ? {} : { layer }),
  });
  return wholeBoundary(decideSource(source, crs));
}

type Unsure<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
