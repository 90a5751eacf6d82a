import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { words } from "../../model/words.ts";
import type { ReadingOptions } from "../application.ts";
import { unusable } from "../problem.ts";
import { chunksOf } from "../spatial/bytes.ts";
import { isSpatial } from "../spatial-name.ts";
import { holdStandardInput } from "../text.ts";
import { beginningOf, type Kind, kindBy } from "./beginning.ts";
import { unitsInDocument } from "./document.ts";
import { unitsInFeatures } from "./features.ts";
import { isCandidateFile, isLinesFile } from "./files-of.ts";
import { unitsInLines } from "./lines.ts";
import { unitsInLinesFile } from "./lines-file.ts";
import { Meter } from "./meter.ts";
import { StandardInput } from "./standard-input.ts";
import type { Unit } from "./unit.ts";

/**
 * The candidate blocks (候选区块) of a file, a folder of files, or standard input for `-`, as they come; none
 * is kept. A candidate that can't be read is one with problems. Throws `Unusable` where a file as a whole
 * can't be read, or holds no candidate.
 *
 * @param meter is told how far the reading has come
 */
export async function* unitsIn(
  file: string,
  options: ReadingOptions,
  meter = new Meter([]),
): AsyncGenerator<Unit> {
  if (file !== "-" && isFolderOfFiles(file)) {
    for (const one of filesInFolder(file)) yield* unitsIn(one, options, meter);
    return;
  }
  meter.begin(file);
  let isEmpty = true;
  for await (const unit of file === "-" ? unitsInStandardInput(options) : unitsInFile(file, options, meter)) {
    isEmpty = false;
    yield unit;
  }
  if (isEmpty) noCandidate(file);
}

async function* unitsInFile(file: string, options: ReadingOptions, meter: Meter): AsyncGenerator<Unit> {
  switch (await kindOf(file)) {
    case "lines":
      yield* unitsInLinesFile(file, meter);
      return;
    case "document":
      yield* unitsInDocument(file, options, meter);
      return;
    case "features":
      yield* unitsInFeatures(file, options, meter);
  }
}

/** Lines are read one by one; anything else is held as a whole. */
async function* unitsInStandardInput(options: ReadingOptions): AsyncGenerator<Unit> {
  const input = new StandardInput();
  const beginning = await beginningOf(() => input.next());
  input.unread(beginning);
  const kind = kindBy(beginning, true);
  if (kind === "lines") {
    yield* unitsInLines(input.pieces(), "-");
    return;
  }
  const bytes = await input.whole();
  if (bytes.length === 0) return;
  holdStandardInput(bytes);
  yield* kind === "document" ? unitsInDocument("-", options) : unitsInFeatures("-", options);
}

async function kindOf(file: string): Promise<Kind> {
  if (isLinesFile(file)) return "lines";
  if (isSpatial(file)) return "features";
  const pieces = chunksOf(file, 1 << 16);
  try {
    return kindBy(await beginningOf(async () => pieces.next().value ?? undefined), false);
  } finally {
    pieces.return(undefined);
  }
}

/** A folder is a shapefile's own, or one of files. */
function isFolderOfFiles(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const names = readdirSync(file).filter((name) => !name.startsWith("."));
  const shapefiles = names.filter((name) => /\.shp$/i.test(name));
  return shapefiles.length !== 1 || names.some((name) => isCandidateFile(name) && !/\.shp$/i.test(name));
}

function filesInFolder(folder: string): readonly string[] {
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
  return names.sort().map((name) => join(folder, name));
}

/** What checked nothing must not look like what found nothing. */
function noCandidate(file: string): never {
  unusable({
    file,
    message: words("其中没有候选区块", "there is no candidate in it"),
    remedy: words("检查是否给错文件，或文件未写完", "check that it is the right file, and complete"),
  });
}
