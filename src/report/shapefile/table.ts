import { writable } from "../xml.ts";

/** A column of a .dbf. */
export interface Field {
  /** Ten ASCII letters at most. */
  readonly name: string;
  /** In bytes, 254 at most. */
  readonly length: number;
  /** Present: a number with so many decimals; else text. */
  readonly decimals?: number;
}

const DBASE_III = 3;
const HEAD_BYTES = 32;
const END_OF_HEAD = 0x0d;
const END_OF_FILE = 0x1a;
const SPACE = 0x20;
/** 1980-01-01, whenever it is written: the same rows give the same bytes. */
const DATE = [80, 1, 1];
const CUT = "…";

/** The table of a shapefile in the making (.dbf, in UTF-8): row by row. */
export class TableRecords {
  private rows = 0;
  private readonly headLength: number;
  private readonly rowLength: number;

  constructor(private readonly fields: readonly Field[]) {
    this.headLength = HEAD_BYTES * (fields.length + 1) + 1;
    this.rowLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  }

  get bytes(): number {
    return this.headLength + this.rows * this.rowLength + 1;
  }

  /** A row; what is undefined stays empty, which programs take for null. */
  add(values: readonly (string | number | undefined)[]): Uint8Array {
    this.rows += 1;
    const bytes = Buffer.alloc(this.rowLength, SPACE);
    let at = 1;
    for (const [index, field] of this.fields.entries()) {
      const value = values[index];
      if (value !== undefined) bytes.set(cell(value, field), at);
      at += field.length;
    }
    return bytes;
  }

  /** What the file begins with, for the rows so far. */
  head(): Uint8Array {
    const bytes = Buffer.alloc(this.headLength);
    bytes.writeUInt8(DBASE_III, 0);
    bytes.set(DATE, 1);
    bytes.writeUInt32LE(this.rows, 4);
    bytes.writeUInt16LE(this.headLength, 8);
    bytes.writeUInt16LE(this.rowLength, 10);
    for (const [index, { name, length, decimals }] of this.fields.entries()) {
      const at = HEAD_BYTES * (index + 1);
      bytes.write(name, at, 10, "latin1");
      bytes.write(decimals === undefined ? "C" : "N", at + 11, "latin1");
      bytes.writeUInt8(length, at + 16);
      bytes.writeUInt8(decimals ?? 0, at + 17);
    }
    bytes.writeUInt8(END_OF_HEAD, this.headLength - 1);
    return bytes;
  }

  /** What it ends with. */
  end(): Uint8Array {
    return Uint8Array.of(END_OF_FILE);
  }
}

function cell(value: string | number, { length, decimals }: Field): Uint8Array {
  if (decimals === undefined) return textCell(String(value), length);
  const number = Number(value);
  const plain = number.toFixed(decimals);
  // A number that is too long for its digits is written by its power of ten, rather than cut.
  const text = plain.length <= length ? plain : number.toExponential(Math.max(length - 8, 0));
  return Buffer.from(Number.isFinite(number) ? text.padStart(length) : "");
}

/** A text in one line; what doesn't fit is left out after a whole sign, and `…` shows it. */
function textCell(text: string, length: number): Uint8Array {
  const line = Buffer.from(writable(text).replace(/\s+/g, " "));
  if (line.length <= length) return line;
  let end = length - Buffer.byteLength(CUT);
  while (((line[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return Buffer.concat([line.subarray(0, end), Buffer.from(CUT)]);
}
