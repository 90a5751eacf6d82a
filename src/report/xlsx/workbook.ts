import { officePackage, sheetEnd, sheetStart } from "./parts.ts";
import { type Cell, rowXml } from "./row.ts";

/** The library that packs: loaded by those who write such files, and by nobody else. */
export type Fflate = Pick<typeof import("fflate"), "Zip" | "ZipDeflate" | "strToU8">;

/** Text is packed in pieces of about this many characters. */
const PIECE = 1 << 16;
/** A part of a package has its size in 32 bits; a sheet ends well before. */
const MOST_BYTES = 2 ** 32 - 2 ** 28;
/** Any fixed time: the same rows give the same bytes. Packages tell local time. */
const TIME = new Date(1980, 0, 1, 12);

/** How a sheet looks. */
export interface SheetLook {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
}

/**
 * An XLSX workbook in the making, of which no more than a piece is kept: sheets one after another, row by
 * row. Text stays text, whatever it begins with, and no cell is a formula.
 */
export class Workbook {
  private readonly zip;
  private readonly names: string[] = [];
  private made: Uint8Array[] = [];
  private part: InstanceType<Fflate["ZipDeflate"]> | undefined;
  private text = "";
  private rows = 0;

  constructor(private readonly fflate: Fflate) {
    this.zip = new fflate.Zip((error, bytes) => {
      if (error) throw error;
      this.made.push(bytes);
    });
  }

  /** How many rows the present sheet has. */
  get height(): number {
    return this.rows;
  }

  /** The present sheet can't take more bytes. */
  get isFull(): boolean {
    return (this.part?.size ?? 0) > MOST_BYTES;
  }

  /** Begins a sheet, whose first row is its head: it stays where it is when one scrolls. */
  sheet({ name, widths }: SheetLook, head: readonly string[]): void {
    this.closeSheet();
    this.names.push(name);
    this.rows = 0;
    this.part = this.begin(`xl/worksheets/sheet${this.names.length}.xml`);
    this.text = sheetStart(widths);
    this.add(head, true);
  }

  row(cells: readonly Cell[]): void {
    this.add(cells, false);
  }

  end(): void {
    this.closeSheet();
    for (const [name, xml] of Object.entries(officePackage(this.names)))
      this.begin(name).push(this.fflate.strToU8(xml), true);
    this.zip.end();
  }

  /** The bytes that were made since the last call. */
  take(): Uint8Array {
    const { made } = this;
    this.made = [];
    return made.length === 1 && made[0] !== undefined ? made[0] : Buffer.concat(made);
  }

  private add(cells: readonly Cell[], isHead: boolean): void {
    this.rows += 1;
    this.text += rowXml(cells, this.rows, isHead);
    if (this.text.length >= PIECE) this.push();
  }

  private push(isLast = false): void {
    this.part?.push(this.fflate.strToU8(this.text), isLast);
    this.text = "";
  }

  private closeSheet(): void {
    if (this.part === undefined) return;
    this.text += sheetEnd;
    this.push(true);
    this.part = undefined;
  }

  private begin(name: string) {
    const part = new this.fflate.ZipDeflate(name);
    part.mtime = TIME;
    this.zip.add(part);
    return part;
  }
}
