import { existsSync } from "node:fs";
import { type GeometryField, isInFile, type SpatialFile } from "../../model/spatial-file.ts";
import { words } from "../../model/words.ts";
import { type Document, fileNamedIn, type Path } from "../document.ts";
import { Unusable } from "../problem.ts";
import { type DecidedSource, decideSource } from "./decide.ts";
import { sourceOfGeometry } from "./geojson/whole.ts";
import { openSpatial } from "./open.ts";
import type { SourceOptions } from "./source.ts";

/** Opens a geometry that a document gives at a path, in place or by a file. Throws `Unusable`. */
export async function openGiven(
  geometry: GeometryField,
  document: Document,
  path: Path,
): Promise<DecidedSource> {
  if (isInFile(geometry)) {
    const file = fileNamedIn(document, geometry.file);
    const source = await openSpatial(file, optionsOf(geometry)).catch((error: unknown) =>
      placedWhereNamed(error, file, document, [...path, "file"]),
    );
    return decideSource(source, geometry.crs);
  }
  try {
    return decideSource(sourceOfGeometry(geometry, document, path), undefined);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    // What is wrong with a geometry as a whole is placed where it begins.
    const place = document.locate(path);
    throw new Unusable(
      error.problems.map((one) =>
        one.file === document.file && one.line === undefined ? { ...one, ...place } : one,
      ),
    );
  }
}

/** A file that isn't there is an error of the document that names it, at the place where it does. */
export function placedWhereNamed(error: unknown, file: string, document: Document, path: Path): never {
  if (!(error instanceof Unusable) || existsSync(file)) throw error;
  throw new Unusable(
    error.problems.map((one) =>
      one.file === file && one.line === undefined
        ? {
            ...one,
            file: document.file,
            ...document.locate(path),
            message: words(`${file}：${one.message.zh}`, `${file}: ${one.message.en}`),
          }
        : one,
    ),
  );
}

function optionsOf({ encoding, layer }: SpatialFile): SourceOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(layer === undefined ? {} : { layer }),
  };
}
