import type { Boundary } from "../geometry/shape/boundary.ts";
import type { ReadApplication } from "../input/application.ts";
import { fileNamedIn } from "../input/document.ts";
import { boundaryOf, wholeBoundary } from "../input/spatial/boundary.ts";
import { decideSource } from "../input/spatial/decide.ts";
import { sourceOfGeometry } from "../input/spatial/geojson/whole.ts";
import { placedWhereNamed } from "../input/spatial/given.ts";
import { hasNoLayers } from "../input/spatial/no-such-layer.ts";
import { openSpatial } from "../input/spatial/open.ts";
import type { SourceOptions } from "../input/spatial/source.ts";
import type { AccountLine } from "../model/measured-site.ts";
import { isInFile } from "../model/spatial-file.ts";
import { words } from "../model/words.ts";

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

async function fromFile(file: string, { encoding, layer, crs }: Unsure<BoundaryOptions>): Promise<Boundary> {
  const source = await openSpatial(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(layer === undefined ? {} : { layer }),
  });
  return wholeBoundary(decideSource(source, crs));
}

type Unsure<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
