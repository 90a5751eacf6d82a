import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";

/** Files as named, and for a folder the YAML files in it by name. Throws `Unusable` if a folder has none. */
export function yamlFilesIn(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => (isFolder(path) ? inFolder(path) : [path])))];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function inFolder(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name));
  if (names.length === 0)
    unusable({
      file: folder,
      message: words("目录中没有 YAML 文件", "there is no YAML file in this folder"),
      remedy: words("指定含有 .yaml 文件的目录", "name a folder with .yaml files"),
    });
  return names.sort().map((name) => join(folder, name));
}
