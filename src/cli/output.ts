import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { unusable } from "../input/problem.ts";
import { words } from "../model/words.ts";

/** The formats of a report so far. */
export const FORMATS = ["text", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** Where a report goes: a file, or standard output. */
export interface Target {
  readonly format: Format;
  readonly file?: string;
}

/**
 * Reads `--format` and `--output`: a plain file takes the place of standard output, `FORMAT=FILE`
 * is written besides.
 */
export function targetsOf(format: Format, outputs: readonly string[]): readonly Target[] {
  const targets = outputs.map((output): Target => {
    const [name, ...rest] = output.split("=");
    const known = FORMATS.find((one) => one === name);
    return known !== undefined && rest.length > 0
      ? { format: known, file: rest.join("=") }
      : { format, file: output };
  });
  const replaced = outputs.some((output) => !FORMATS.some((one) => output.startsWith(`${one}=`)));
  return replaced ? targets : [{ format }, ...targets];
}

/** Writes a file so that it appears whole or not at all. Throws `Unusable` if it can't be written. */
export function writeWhole(file: string, chunks: readonly string[]): void {
  const target = resolve(file);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    unusable({
      file,
      message: words("输出路径是目录", "the output is a directory"),
      remedy: words("指定文件名", "name a file"),
    });
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, "w");
    for (const chunk of chunks) writeSync(descriptor, chunk);
    closeSync(descriptor);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    unusable({
      file,
      message: words(`无法写入：${reason}`, `can't be written: ${reason}`),
      remedy: words("检查目录和权限", "check the folder and its permissions"),
    });
  }
}
