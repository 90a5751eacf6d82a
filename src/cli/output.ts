import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { unusable } from "../input/problem.ts";
import { type Words, words } from "../model/words.ts";

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
    const { code = "" } = error as NodeJS.ErrnoException;
    const reason = REASONS.get(code) ?? words(code, code);
    unusable({
      file,
      message: words(`无法写入：${reason.zh}`, `can't be written: ${reason.en}`),
      remedy: words("检查目录和权限", "check the folder and its permissions"),
    });
  }
}

const REASONS: ReadonlyMap<string, Words> = new Map([
  ["ENOENT", words("没有这个目录", "there is no such folder")],
  ["ENOTDIR", words("没有这个目录", "there is no such folder")],
  ["EACCES", words("没有权限", "not permitted")],
  ["EPERM", words("没有权限", "not permitted")],
  ["EROFS", words("磁盘只读", "the disk is read-only")],
  ["ENOSPC", words("磁盘已满", "the disk is full")],
]);
