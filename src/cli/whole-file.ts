import {
  closeSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { notWritten } from "../input/not-written.ts";
import { unusable } from "../input/problem.ts";
import { words } from "../model/words.ts";

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
  readonly isFile: boolean;
  private readonly written: string;
  private readonly descriptor: number;
  private isOpen = true;

  constructor(readonly file: string) {
    this.target = sameFile(file);
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory())
      unusable({
        file,
        message: words("输出路径是目录", "the output is a directory"),
        remedy: words("指定文件名", "name a file"),
      });
    this.isFile = there === undefined || there.isFile();
    this.written = this.isFile ? join(dirname(this.target), unfinishedName(this.target, process.pid)) : file;
    if (this.isFile) clearAway(this.target);
    this.descriptor = this.attempt(() => openSync(this.written, "w"));
  }

  write(piece: string | Uint8Array): void {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    this.attempt(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
    });
  }

  /** Writes these bytes over those at its start. */
  patch(bytes: Uint8Array): void {
    this.attempt(() => {
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.descriptor, bytes, at, bytes.length - at, at);
    });
  }

  /** What stood there before is gone, and these files with it. */
  clear(beside: readonly string[]): void {
    this.attempt(() => {
      for (const name of [this.target, ...beside]) rmSync(name, { force: true });
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
      return notWritten(this.file, error);
    }
  }
}

/** What a file in the making is called: by whom it is made, on which machine. */
function unfinishedName(target: string, maker: number | string): string {
  return `.${basename(target)}.${hostname()}-${maker}.tmp`;
}

/** Removes what a killed program left of this file: its maker lives no more. */
function clearAway(target: string): void {
  const [before = "", after = ""] = unfinishedName(target, "?").split("?");
  for (const name of namesIn(dirname(target))) {
    const maker = name.slice(before.length, -after.length);
    if (name !== `${before}${maker}${after}` || !/^\d+$/.test(maker) || isAlive(Number(maker))) continue;
    rmSync(join(dirname(target), name), { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(maker: number): boolean {
  try {
    return process.kill(maker, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Writes a file so that it appears whole or not at all. Throws `Unusable` if it can't be written. */
export function writeWhole(file: string, chunks: readonly string[]): void {
  const whole = new WholeFile(file);
  for (const chunk of chunks) whole.write(chunk);
  whole.commit();
}
