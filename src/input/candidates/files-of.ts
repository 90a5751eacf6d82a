import { readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSpatial } from "../spatial-name.ts";

const LINES = /\.(?:ndjson|jsonl|geojsonl|geojsons|geojsonseq)$/i;
const DOCUMENT = /\.(?:json|ya?ml)$/i;
/** The files of a shapefile, and those that stand beside it and belong to it. */
const PART = /\.(?:shp|shx|dbf|prj|cpg)$/i;
const BESIDE = /\.(?:shx|dbf|prj|cpg|sbn|sbx|qix|qmd|xml)$/i;

export function isLinesFile(name: string): boolean {
  return LINES.test(name);
}

/** Whether a file of a folder is one to read candidates from, by its name. */
export function isCandidateFile(name: string): boolean {
  return (isSpatial(name) && !BESIDE.test(name)) || LINES.test(name) || DOCUMENT.test(name);
}

/** A file that is there to be read. */
export interface FileThere {
  readonly file: string;
  readonly stat: Stats;
}

/**
 * All the files that are read for one that a user names, by name: those of a folder, and the others of a
 * shapefile. None where there is no such file.
 */
export function filesOf(named: string): readonly FileThere[] {
  const stat = statSync(named, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return filesIn(named, (name) => isCandidateFile(name) || PART.test(name));
  if (stat !== undefined && !PART.test(named)) return [{ file: named, stat }];
  const base = basename(named).replace(PART, "").toLowerCase();
  const folder = dirname(named);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return filesIn(folder, (name) => PART.test(name) && name.replace(PART, "").toLowerCase() === base);
}

function filesIn(folder: string, isWanted: (name: string) => boolean): readonly FileThere[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith(".") && isWanted(name))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined || stat.isDirectory() ? [] : [{ file, stat }];
    });
}
