import type { Row } from "../model/screen-row.ts";
import type { RowFormat } from "../report/screen/row-format.ts";

/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Where text goes, piece by piece. */
export interface Sink {
  write(text: string): Promise<void> | void;
  /** All of it was written: now it may be seen. */
  commit(): void;
  /** Nothing of it is left. */
  abandon(): void;
  /** Nobody reads it any more (a closed pipe). */
  readonly isClosed?: boolean;
}

/** Rows on their way to where they go, in a format. */
export class Outlet {
  private text: string;
  private isFirst = true;

  constructor(
    private readonly sink: Sink,
    private readonly format: RowFormat,
  ) {
    this.text = format.open;
  }

  get isClosed(): boolean {
    return this.sink.isClosed === true;
  }

  async add(row: Row): Promise<void> {
    this.text += this.format.one(row, this.isFirst);
    this.isFirst = false;
    if (this.text.length >= PIECE) await this.flush();
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    this.text += this.format.close;
    await this.flush();
  }

  commit(): void {
    this.sink.commit();
  }

  abandon(): void {
    this.sink.abandon();
  }

  private async flush(): Promise<void> {
    const { text } = this;
    this.text = "";
    await this.sink.write(text);
  }
}
