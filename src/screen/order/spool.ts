import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { LineSplitter } from "../../input/line-splitter.ts";
import { notWritten } from "../../input/not-written.ts";
import type { Row } from "../../model/screen-row.ts";
import { type Compare, rankOf } from "./sort-key.ts";
import type { Ranked } from "./sorter.ts";

/** So many bytes of each run are read at a time while runs are merged. */
const PIECE = 32 * 1024;

/** Where a sorted run of rows begins and ends in the file. */
interface Run {
  readonly begin: number;
  readonly end: number;
}

/**
 * Sorted runs of rows in a temporary file (临时文件). Its name is gone as soon as it is open, so that however
 * the program ends nothing is left.
 */
export class Spool {
  private readonly descriptor: number;
  private readonly runs: Run[] = [];
  private end = 0;

  constructor(private readonly folder: string) {
    const file = join(folder, `.mineright-${randomUUID()}.tmp`);
    try {
      this.descriptor = openSync(file, "wx+", 0o600);
      rmSync(file);
    } catch (error) {
      notWritten(folder, error);
    }
  }

  /** @param rows in their order */
  addRun(rows: readonly Ranked[]): void {
    const begin = this.end;
    for (const { text } of rows) this.write(`${text}\n`);
    this.flush();
    this.runs.push({ begin, end: this.end });
  }

  /** The rows of all runs and of `held`, which is in order too. */
  *merged(held: readonly Ranked[], compare: Compare): Generator<Ranked> {
    const sources = [...this.runs.map((run) => this.rowsOf(run)), held[Symbol.iterator]()];
    const heads: Head[] = [];
    for (const source of sources) insert(heads, source, compare);
    for (let head = heads.shift(); head !== undefined; head = heads.shift()) {
      yield head.row;
      insert(heads, head.source, compare);
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private pending = "";

  private write(text: string): void {
    this.pending += text;
    if (this.pending.length > 1 << 20) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.from(this.pending);
    this.pending = "";
    try {
      for (let at = 0; at < bytes.length; ) {
        const written = writeSync(this.descriptor, bytes, at, bytes.length - at, this.end);
        at += written;
        this.end += written;
      }
    } catch (error) {
      notWritten(this.folder, error);
    }
  }

  private *rowsOf({ begin, end }: Run): Generator<Ranked> {
    const lines = new LineSplitter();
    for (let at = begin; at < end; ) {
      const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, end - at));
      const length = readSync(this.descriptor, piece, 0, piece.length, at);
      if (length === 0) throw new Error("the temporary file of rows became shorter");
      at += length;
      for (const line of lines.push(piece.subarray(0, length))) {
        const text = line.toString("utf8");
        yield { rank: rankOf(JSON.parse(text) as Row), text };
      }
    }
  }
}

/** The next row of a run, and the run. */
interface Head {
  readonly row: Ranked;
  readonly source: Iterator<Ranked>;
}

/** Puts the next row of a run among the others, where it has one. */
function insert(heads: Head[], source: Iterator<Ranked>, compare: Compare): void {
  const next = source.next();
  if (next.done === true) return;
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = heads[middle];
    if (other !== undefined && compare(other.row.rank, next.value.rank) < 0) low = middle + 1;
    else high = middle;
  }
  heads.splice(low, 0, { row: next.value, source });
}
