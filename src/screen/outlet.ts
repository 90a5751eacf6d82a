import { once } from "node:events";
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Row } from "../model/screen-row.ts";
import type { RowFormat } from "../report/screen/row-format.ts";

/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Where rows go: standard output as they come, or a file that appears whole or not at all. */
export abstract class Outlet {
  private text: string;
  private isFirst = true;

  constructor(private readonly format: RowFormat) {
    this.text = format.open;
  }

  async add(row: Row): Promise<void> {
    this.text += this.format.one(row, this.isFirst);
    this.isFirst = false;
    if (this.text.length >= PIECE) await this.flush();
  }

  async close(): Promise<void> {
    this.text += this.format.close;
    await this.flush();
    this.finish();
  }

  private async flush(): Promise<void> {
    const { text } = this;
    this.text = "";
    await this.write(text);
  }

  protected abstract write(text: string): Promise<void>;
  protected abstract finish(): void;
  /** Nothing of it is left. */
  abstract abandon(): void;
}

/** Standard output, no faster than its reader takes it. */
export class StandardOutlet extends Outlet {
  protected override async write(text: string): Promise<void> {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  }

  protected override finish(): void {}
  override abandon(): void {}
}

/** A file under another name until it is complete. Errors of the system are thrown as they are. */
export class FileOutlet extends Outlet {
  private readonly temporary: string;
  private readonly descriptor: number;

  constructor(
    private readonly file: string,
    format: RowFormat,
  ) {
    super(format);
    this.temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    this.descriptor = openSync(this.temporary, "w");
  }

  protected override async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
  }

  protected override finish(): void {
    closeSync(this.descriptor);
    renameSync(this.temporary, this.file);
  }

  override abandon(): void {
    rmSync(this.temporary, { force: true });
  }
}
