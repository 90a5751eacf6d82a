import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { notWritten } from "../../input/not-written.ts";
import type { Problem } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import { type ClaimingRow, withClaimPacked, withClaimUnpacked } from "../claim.ts";
import { type Asked, differences } from "./asked.ts";
import { type Head, inspect, leftOver, otherRun, SCHEMA, wholeLines } from "./left-over.ts";

/** Recorded rows are handed on so many at a time. */
const BATCH = 256;

/**
 * The rows decided so far (断点), in a file beside the output: one line says what was asked, the others are the
 * rows in the input's order. A row is written before anybody hears of it, so that a run that is killed goes on
 * behind the last whole line. Throws `Unusable` where the file can't be written.
 */
export class Checkpoint {
  /** How many rows are in the file, and how many of them earlier runs decided. */
  rows = 0;
  recordedBefore = 0;

  /** @param end where the next row is written or read: behind the first line */
  private constructor(
    readonly file: string,
    private readonly descriptor: number,
    private end: number,
  ) {}

  /** Begins a new file. Refuses to replace one that holds the rows of another run. */
  static async begin(file: string, asked: Asked): Promise<Checkpoint> {
    const there = await inspect(file);
    if (there !== undefined && there.rows > 0) leftOver(file, there.rows);
    try {
      rmSync(file, { force: true });
      // Exclusively: of two runs that begin at once one is told.
      const descriptor = openSync(file, "wx+");
      const head = Buffer.from(`${JSON.stringify({ schema: SCHEMA, asked } satisfies Head)}\n`);
      return new Checkpoint(file, descriptor, writeAll(descriptor, head, 0));
    } catch (error) {
      return notWritten(file, error);
    }
  }

  /** Goes on with the file of a run that asked the same, or begins a new one where there is none. */
  static async resume(file: string, asked: Asked): Promise<Checkpoint> {
    const there = await inspect(file);
    if (there === undefined || there.rows === 0) return Checkpoint.begin(file, asked);
    const differ = differences(there.asked, asked);
    if (differ.length > 0) otherRun(file, differ);
    try {
      return new Checkpoint(file, openSync(file, "r+"), there.begin);
    } catch (error) {
      return notWritten(file, error);
    }
  }

  /** The rows recorded by earlier runs. What follows the last whole one is cut off. */
  async *recorded(): AsyncGenerator<readonly ClaimingRow[]> {
    let rows: ClaimingRow[] = [];
    for await (const line of wholeLines(this.file, this.end)) {
      const row = rowIn(line, this.rows + 1);
      if (row === undefined) break;
      this.end += line.length + 1;
      this.rows += 1;
      this.recordedBefore += 1;
      rows.push(row);
      if (rows.length < BATCH) continue;
      yield rows;
      rows = [];
    }
    ftruncateSync(this.descriptor, this.end);
    if (rows.length > 0) yield rows;
  }

  /** Writes rows that were decided. All recorded ones must have been read. */
  record(rows: readonly ClaimingRow[]): void {
    const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(withClaimPacked(row))}\n`).join(""));
    try {
      this.end = writeAll(this.descriptor, bytes, this.end);
    } catch (error) {
      notWritten(this.file, error);
    }
    this.rows += rows.length;
  }

  /** The run ends here. Returns whether the file stays: it holds rows. */
  keep(): boolean {
    closeSync(this.descriptor);
    if (this.rows > 0) return true;
    rmSync(this.file, { force: true });
    return false;
  }

  /** The file has served. */
  remove(): void {
    closeSync(this.descriptor);
    rmSync(this.file, { force: true });
  }
}

/** Writes all of it at a place of the file; returns the place behind it. */
function writeAll(descriptor: number, bytes: Buffer, from: number): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, from + at);
  return from + bytes.length;
}

/** The row of a line; undefined: it isn't the one that should stand there. */
function rowIn(line: Buffer, number: number): ClaimingRow | undefined {
  try {
    const row = JSON.parse(line.toString("utf8")) as ClaimingRow;
    return row.number === number ? withClaimUnpacked(row) : undefined;
  } catch {
    return undefined;
  }
}

/** Says that what was decided isn't lost. */
export function keptIn({ file, rows }: Pick<Checkpoint, "file" | "rows">): Problem {
  return {
    file,
    message: words(
      `已判定的 ${rows} 个候选区块保存在此`,
      `the ${rows} candidates decided so far are kept here`,
    ),
    remedy: words(
      "加 --resume 接着筛查，或删除该文件重新开始",
      "go on from there with --resume, or delete the file to begin anew",
    ),
  };
}
