import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { unusable } from "../input/problem.ts";
import { type Words, words } from "../model/words.ts";

/** One name for a file, by whatever path and links it is reached. */
export function sameFile(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return resolve(file);
  }
}

/**
 * A file in the making, which appears whole or not at all: until it is committed it stands under another name.
 * Every step throws `Unusable` where the system refuses it.
 */
export class WholeFile {
  private readonly target: string;
  /** A device or a pipe (/dev/null, /dev/stdout) is written to; a file in its place would break it. */
  private readonly isFile: boolean;
  private readonly written: string;
  private readonly descriptor: number;
  private isOpen = true;

  constructor(private readonly file: string) {
    this.target = sameFile(file);
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory())
      unusable({
        file,
        message: words("输出路径是目录", "the output is a directory"),
        remedy: words("指定文件名", "name a file"),
      });
    this.isFile = there === undefined || there.isFile();
    this.written = this.isFile
      ? join(dirname(this.target), `.${basename(this.target)}.${process.pid}.tmp`)
      : file;
    this.descriptor = this.attempt(() => openSync(this.written, "w"));
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    this.attempt(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
    });
  }

  /** From here on the file is there. */
  commit(): void {
    this.attempt(() => {
      this.close();
      if (this.isFile) renameSync(this.written, this.target);
    });
  }

  /** Nothing of it is left. */
  abandon(): void {
    this.close();
    if (this.isFile) rmSync(this.written, { force: true });
  }

  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    closeSync(this.descriptor);
  }

  private attempt<Made>(step: () => Made): Made {
    try {
      return step();
    } catch (error) {
      if (this.isFile) rmSync(this.written, { force: true });
      return unwritable(this.file, error);
    }
  }
}

/** Says why the system refused to write. Throws `Unusable`. */
export function unwritable(file: string, error: unknown): never {
  const { code = "" } = error as NodeJS.ErrnoException;
  const reason = REASONS.get(code) ?? words(code, code);
  unusable({
    file,
    message: words(`无法写入：${reason.zh}`, `can't be written: ${reason.en}`),
    remedy: words("检查目录和权限", "check the folder and its permissions"),
  });
}

/** Writes a file so that it appears whole or not at all. Throws `Unusable` if it can't be written. */
export function writeWhole(file: string, chunks: readonly string[]): void {
  const whole = new WholeFile(file);
  for (const chunk of chunks) whole.write(chunk);
  whole.commit();
}

const REASONS: ReadonlyMap<string, Words> = new Map([
  ["ENOENT", words("没有这个目录", "there is no such folder")],
  ["ENOTDIR", words("没有这个目录", "there is no such folder")],
  ["EACCES", words("没有权限", "not permitted")],
  ["EPERM", words("没有权限", "not permitted")],
  ["EROFS", words("磁盘只读", "the disk is read-only")],
  ["ENOSPC", words("磁盘已满", "the disk is full")],
]);
