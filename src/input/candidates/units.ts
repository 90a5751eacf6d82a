import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { words } from "../../model/words.ts";
import type { ReadingOptions } from "../application.ts";
import { unusable } from "../problem.ts";
import { bytesOf, chunksOf, headOf } from "../spatial/bytes.ts";
import { isSpatial } from "../spatial-name.ts";
import { unitsInDocument } from "./document.ts";
import { unitsInFeatures } from "./features.ts";
import { unitsInLines } from "./lines.ts";
import type { Unit } from "./unit.ts";

/** Enough to see how a file begins. */
const HEAD_BYTES = 64 * 1024;
const LINES = /\.(?:ndjson|jsonl|geojsonl|geojsons|geojsonseq)$/i;
const DOCUMENT = /\.(?:json|ya?ml)$/i;
/** What stands beside a shapefile belongs to it. */
const PART = /\.(?:shx|dbf|prj|cpg|sbn|sbx|qix|qmd|xml)$/i;

/**
 * The candidate blocks (候选区块) of a file, a folder of files, or standard input for `-`, as they come; none
 * is kept. A candidate that can't be read is one with problems. Throws `Unusable` where a file as a whole
 * can't be read.
 */
export async function* unitsIn(file: string, options: ReadingOptions): AsyncGenerator<Unit> {
  if (file !== "-" && isFolderOfFiles(file)) {
    yield* unitsInFolder(file, options);
    return;
  }
  switch (kindOf(file)) {
    case "lines":
      yield* unitsInLines(chunksOf(file), file);
      return;
    case "document":
      yield* unitsInDocument(file, options);
      return;
    case "features":
      yield* unitsInFeatures(file, options);
  }
}

type Kind = "lines" | "document" | "features";

function kindOf(file: string): Kind {
  if (LINES.test(file)) return "lines";
  if (file !== "-" && isSpatial(file)) return "features";
  const head = file === "-" ? bytesOf(file).subarray(0, HEAD_BYTES) : headOf(file, HEAD_BYTES);
  const text = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^\{[^{}[\]]{0,300}"(?:features|type)"\s*:\s*(?:\[|"FeatureCollection")/.test(text)) return "features";
  if (text.startsWith("\u001e") || startsWithLines(text)) return "lines";
  if (file === "-" && !/^[[{]/.test(text)) return "features";
  return "document";
}

/** More than one object, each on a line of its own. */
function startsWithLines(text: string): boolean {
  const [first = "", second = ""] = text.split("\n", 2);
  if (!/^\{.*\}\s*$/.test(first) || !second.trimStart().startsWith("{")) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

/** A folder is a shapefile's own, or one of files. */
function isFolderOfFiles(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const names = readdirSync(file).filter((name) => !name.startsWith("."));
  const shapefiles = names.filter((name) => /\.shp$/i.test(name));
  return shapefiles.length !== 1 || names.some((name) => isCandidateFile(name) && !/\.shp$/i.test(name));
}

async function* unitsInFolder(folder: string, options: ReadingOptions): AsyncGenerator<Unit> {
  const names = readdirSync(folder).filter((name) => !name.startsWith(".") && isCandidateFile(name));
  if (names.length === 0)
    unusable({
      file: folder,
      message: words("目录中没有可读取的候选文件", "the folder holds no file of candidates"),
      remedy: words(
        "放入 shapefile、GeoJSON、NDJSON、CSV、XLSX、KML 或 JSON 文件",
        "put shapefiles, GeoJSON, NDJSON, CSV, XLSX, KML or JSON files into it",
      ),
    });
  for (const name of names.sort()) yield* unitsIn(join(folder, name), options);
}

function isCandidateFile(name: string): boolean {
  return (isSpatial(name) && !PART.test(name)) || LINES.test(name) || DOCUMENT.test(name);
}
