import { unusable } from "../input/problem.ts";
import type { Row } from "../model/screen-row.ts";
import { words } from "../model/words.ts";
import type { Counts } from "../report/screen/counts.ts";
import type { Piece, RowFormat } from "../report/screen/row-format.ts";

/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Where text or bytes go, piece by piece. */
export interface Sink {
  /** What it is called in messages: a file as the user named it. */
  readonly file: string;
  write(piece: Piece): Promise<void> | void;
  /** All of it was written: now it may be seen. */
  commit(): void;
  /** Nothing of it is left. */
  abandon(): void;
  /** Nobody reads it any more (a closed pipe). */
  readonly isClosed?: boolean;
}

/**
 * Where the rows of a run go, one by one: all of them, then `end`, then `commit`. Nothing is seen before
 * `commit`, which is called only after every outlet of the run has ended well; else `abandon` is.
 */
export interface Outlet {
  /** Nobody reads it any more. */
  readonly isClosed: boolean;
  add(row: Row): Promise<void> | void;
  /** Writes what is left: there are no more rows, and this is what was counted of all. */
  end(counts: Counts): Promise<void> | void;
  commit(): void;
  abandon(): void;
}

/** A format has a limit of size, and the rows are too many for it. */
export function tooLarge(file: string): never {
  unusable({
    file,
    message: words(
      "结果太多，超出这种文件格式所能容纳的大小",
      "the results are too many for the size that a file of this format may have",
    ),
    remedy: words(
      "用 --columns 少选几列，用 --only 少选几行，或改用 csv、ndjson、geojson",
      "choose fewer columns by --columns or fewer rows by --only, or write csv, ndjson or geojson",
    ),
  });
}

/** Rows in a format on their way to one sink. */
export class FormatOutlet implements Outlet {
  private text = "";
  private isFirst = true;
  private isOpen = false;
  private bytes = 0;

  constructor(
    private readonly sink: Sink,
    private readonly format: RowFormat,
  ) {}

  get isClosed(): boolean {
    return this.sink.isClosed === true;
  }

  async add(row: Row): Promise<void> {
    await this.open();
    await this.put(this.format.one(row, this.isFirst));
    this.isFirst = false;
  }

  async end(counts: Counts): Promise<void> {
    await this.open();
    await this.put(this.format.close(counts));
    await this.flush();
  }

  commit(): void {
    this.sink.commit();
  }

  abandon(): void {
    this.sink.abandon();
  }

  private async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    await this.put(this.format.open);
  }

  private async put(piece: Piece): Promise<void> {
    if (typeof piece === "string") {
      this.text += piece;
      if (this.text.length >= PIECE) await this.flush();
    } else if (piece.length > 0) {
      await this.flush();
      this.bytes += piece.length;
      if (this.bytes > (this.format.most ?? Number.POSITIVE_INFINITY)) tooLarge(this.sink.file);
      await this.sink.write(piece);
    }
  }

  private async flush(): Promise<void> {
    if (this.text === "") return;
    const { text } = this;
    this.text = "";
    await this.sink.write(text);
  }
}
