import { dirname } from "node:path";
import { unusable } from "../input/problem.ts";
import { words } from "../model/words.ts";
import { sameFile } from "./whole-file.ts";

/** The formats of a case report so far. */
export const FORMATS = ["text", "json", "geojson"] as const;
export type Format = (typeof FORMATS)[number];

/** Where a report goes: a file, or standard output. */
export interface Target<Name extends string = Format> {
  readonly format: Name;
  readonly file?: string;
}

/**
 * Reads `--format` and `--output`: a plain file takes the place of standard output, `FORMAT=FILE`
 * is written besides.
 *
 * @param formats those that the command has
 */
export function targetsOf<const Name extends string>(
  format: Name,
  outputs: readonly string[],
  formats: readonly Name[],
): readonly Target<Name>[] {
  const targets = outputs.map((output): Target<Name> => {
    const [name, ...rest] = output.split("=");
    const known = formats.find((one) => one === name);
    if (known !== undefined && rest.length > 0) return { format: known, file: rest.join("=") };
    if (rest.length > 0 && /^[a-z]+$/i.test(name ?? "")) noSuchFormat(output, name ?? "", formats);
    return { format, file: output };
  });
  const replaced = outputs.some((output) => !formats.some((one) => output.startsWith(`${one}=`)));
  return replaced ? targets : [{ format }, ...targets];
}

/** `xml=report.xml`, or `json=` without a file, is a slip; nobody means a file of that name. */
function noSuchFormat(output: string, name: string, formats: readonly string[]): never {
  unusable({
    file: output,
    message: words(`没有输出格式“${name}”`, `there is no format "${name}"`),
    remedy: words(
      `可用：${formats.join("、")}；确为文件名的，写作 ./${output}`,
      `there are ${formats.join(", ")}; if it is a file's name, write ./${output}`,
    ),
  });
}

/** A report must replace neither what it was made from nor another report. */
export function refuseClashes(
  targets: readonly Pick<Target<string>, "file">[],
  inputs: readonly string[],
): void {
  const read = new Set(inputs.map(sameFile));
  const bases = new Set(inputs.map((input) => sameFile(input).replace(SHAPEFILE_PART, "")));
  const written = new Set<string>();
  for (const { file } of targets) {
    if (file === undefined) continue;
    const one = sameFile(file);
    // A shapefile is read by one name: of any of its files, of all of them, or of their folder.
    const isPart =
      SHAPEFILE_PART.test(one) && (bases.has(one.replace(SHAPEFILE_PART, "")) || read.has(dirname(one)));
    if (read.has(one) || isPart)
      unusable({
        file,
        message: words("输出文件同时是输入文件", "the output is also an input"),
        remedy: words("另取文件名", "give it another name"),
      });
    if (written.has(one))
      unusable({
        file,
        message: words("两份输出写入同一文件", "two outputs go to this file"),
        remedy: words("各用各的文件名", "give each its own name"),
      });
    written.add(one);
  }
}

const SHAPEFILE_PART = /\.(shp|shx|dbf|prj|cpg)$/i;
