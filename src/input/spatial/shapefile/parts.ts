import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { chooseLayer, type Ending, type Layer, layersAmong, layersNamed, splitEnding } from "./layers.ts";
import { type Part, partInMemory, partOnDisk, unreadable } from "./part.ts";
import { openZip } from "./zip.ts";

/** The files of one shapefile; only the .shp is always there. */
export type Parts = Readonly<Partial<Record<Ending, Part>>> & { readonly shp: Part };

/**
 * Finds a shapefile's files from what the user named: one of them, their common name without an ending,
 * a folder or a zip that holds them. Endings and names are compared without regard to case. Throws
 * `Unusable` if there is none, or several and `layer` doesn't say which.
 */
export async function findParts(path: string, layer: string | undefined): Promise<Parts> {
  const found = await stat(path).catch((error: unknown) =>
    isMissing(error) ? undefined : unreadable(path, error),
  );
  if (found?.isDirectory()) {
    const layers = layersAmong(await namesIn(path), path);
    if (layers.length === 0) refuseFolder(path);
    return partsOnDisk(path, chooseLayer(layers, layer, path));
  }
  if (found !== undefined && /\.zip$/i.test(path)) return partsInZip(path, layer);
  return partsBeside(path, layer);
}

async function partsBeside(path: string, layer: string | undefined): Promise<Parts> {
  const folder = dirname(path);
  const name = basename(path);
  const exists = await stat(folder).catch(() => undefined);
  if (exists === undefined) unreadable(path, Object.assign(new Error(), { code: "ENOENT" }));
  const among = layersAmong(await namesIn(folder), folder);
  const named = layersNamed(among, name);
  if (named.length === 0) noShp(path, splitEnding(name)?.[1]);
  return partsOnDisk(folder, chooseLayer(named, layer, path));
}

function noShp(path: string, ending: Ending | undefined): never {
  unusable({
    file: path,
    message:
      ending === undefined || ending === "shp"
        ? words("找不到该 shapefile", "no such shapefile")
        : words("旁边没有同名的 .shp 文件", "there is no .shp file of this name beside it"),
    remedy: words(
      "检查路径和文件名；shapefile 的 .shp、.shx、.dbf、.prj 应放在同一目录",
      "check the path and the name; a shapefile's .shp, .shx, .dbf and .prj belong in one folder",
    ),
  });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    return unreadable(folder, error);
  }
}

async function partsOnDisk(folder: string, { files }: Layer): Promise<Parts> {
  const parts: Partial<Record<Ending, Part>> = {};
  for (const [ending, name] of Object.entries(files)) {
    const path = join(folder, name);
    const found = await stat(path).catch((error: unknown) => unreadable(path, error));
    if (found.isDirectory()) unreadable(path, Object.assign(new Error(), { code: "EISDIR" }));
    parts[ending as Ending] = partOnDisk(path, found.size);
  }
  return withShp(parts);
}

async function partsInZip(path: string, layer: string | undefined): Promise<Parts> {
  const entries = await openZip(path);
  const { files } = chooseLayer(
    layersAmong(
      entries.map(({ name }) => name),
      path,
    ),
    layer,
    path,
  );
  const parts: Partial<Record<Ending, Part>> = {};
  for (const [ending, name] of Object.entries(files)) {
    const entry = entries.find((one) => one.name === name);
    if (entry !== undefined) parts[ending as Ending] = partInMemory(`${path}/${name}`, entry.unpack());
  }
  return withShp(parts);
}

/** Layers are told by their .shp, so it is there; this only says so to the compiler. */
function withShp(parts: Partial<Record<Ending, Part>>): Parts {
  const { shp } = parts;
  if (shp === undefined) throw new Error("a layer without a .shp");
  return { ...parts, shp };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Whoever names a folder may have meant an application in it as well as a shapefile. */
function refuseFolder(file: string): never {
  unusable({
    file,
    message: words(
      "这是文件夹，其中没有 shapefile（.shp）",
      "this is a folder, not a file, and there is no shapefile (.shp) in it",
    ),
    remedy: words("指定文件，或含有 shapefile 的文件夹", "name a file, or a folder that holds a shapefile"),
  });
}
