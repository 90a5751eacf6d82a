import { words } from "../../../model/words.ts";
import { corrupt, type Part, startOf } from "./part.ts";

/** How a column's text is understood. `unread`: it points into another file or is binary. */
export type ColumnKind = "text" | "number" | "date" | "logical" | "unread";

/** A column of a .dbf. */
export interface Column {
  /** Its name as it stands there, up to ten bytes in the table's encoding. */
  readonly rawName: Buffer;
  readonly kind: ColumnKind;
  /** The letter of its type. */
  readonly letter: string;
  /** Where its value begins in a row, and its length. */
  readonly start: number;
  readonly length: number;
}

/** What the header of a .dbf says of its rows. */
export interface TableLayout {
  readonly rows: number;
  readonly headerLength: number;
  readonly rowLength: number;
  /** Byte 29, the code page. */
  readonly language: number;
  readonly columns: readonly Column[];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  C: "text",
  N: "number",
  F: "number",
  D: "date",
  L: "logical",
};
/** Memo, binary, general, picture, integer, double, autoincrement, timestamps, currency, var-fields, flags. */
const UNREAD = "MBGPIO+@TYVQW0";
/** dBASE III to V and FoxPro; dBASE 7 (04, 8c) has another header. */
const VERSIONS = [0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5, 0xfb];
const FIRST_COLUMN = 32;
const COLUMN = 32;
const TERMINATOR = 0x0d;

/** Reads and checks the header of a .dbf, and its size by it. Throws `Unusable`. */
export async function readLayout(dbf: Part): Promise<TableLayout> {
  if (dbf.size === 0) corrupt(dbf, words("文件是空的（0 字节）", "the file is empty (0 bytes)"));
  const start = await startOf(dbf, FIRST_COLUMN);
  const version = start.readUInt8(0);
  if (!VERSIONS.includes(version))
    corrupt(
      dbf,
      words(
        `不是可读的 dBASE 表：第 0 字节的版本为 ${hex(version)}，常见为 03`,
        `not a dBASE table that can be read: its version at byte 0 is ${hex(version)}; 03 is usual`,
      ),
    );
  if (start.length < FIRST_COLUMN)
    corrupt(
      dbf,
      words(
        `文件只有 ${dbf.size} 字节，不足 32 字节的文件头`,
        `the file has ${dbf.size} bytes, less than its header of 32`,
      ),
    );
  const rows = start.readUInt32LE(4);
  const headerLength = start.readUInt16LE(8);
  const rowLength = start.readUInt16LE(10);
  if (headerLength <= FIRST_COLUMN || headerLength > dbf.size)
    corrupt(
      dbf,
      words(
        `第 8 字节处的文件头长度为 ${headerLength}，应大于 32 且不超过文件的 ${dbf.size} 字节`,
        `its header length at byte 8 is ${headerLength}; more than 32 and at most the file's ${dbf.size} bytes is expected`,
      ),
    );
  const columns = columnsOf(dbf, await startOf(dbf, headerLength));
  checkSize(dbf, { rows, headerLength, rowLength, columns });
  return { rows, headerLength, rowLength, language: start.readUInt8(29), columns };
}

function columnsOf(dbf: Part, header: Buffer): readonly Column[] {
  const columns: Column[] = [];
  let start = 1;
  let at = FIRST_COLUMN;
  for (; at < header.length && header[at] !== TERMINATOR; at += COLUMN) {
    if (at + COLUMN > header.length)
      corrupt(
        dbf,
        words(
          `字段表没有结束标记 0d（文件头长 ${header.length} 字节）`,
          `its list of fields has no end mark 0d (the header has ${header.length} bytes)`,
        ),
      );
    const field = header.subarray(at, at + COLUMN);
    const nameEnd = field.subarray(0, 11).indexOf(0);
    const letter = String.fromCharCode(field.readUInt8(11));
    const length = field.readUInt8(16);
    columns.push({
      rawName: field.subarray(0, nameEnd < 0 ? 11 : nameEnd),
      kind:
        KINDS[letter] ??
        (UNREAD.includes(letter) ? "unread" : unknownType(dbf, columns.length + 1, at + 11, field)),
      letter,
      start,
      length,
    });
    start += length;
  }
  return columns;
}

function unknownType(dbf: Part, number: number, at: number, field: Buffer): never {
  const name = field.toString("latin1", 0, 11).replace(/\0.*$/s, "");
  const label = /^[\x20-\x7e]+$/.test(name) ? ` ${name}` : "";
  corrupt(
    dbf,
    words(
      `第 ${number} 个字段${label} 的类型为 ${hex(field.readUInt8(11))}（第 ${at} 字节），不是 C、N、F、D、L 等`,
      `field ${number}${label} has type ${hex(field.readUInt8(11))} (at byte ${at}), which is none of C, N, F, D, L …`,
    ),
  );
}

function checkSize(dbf: Part, layout: Omit<TableLayout, "language">): void {
  const { rows, headerLength, rowLength, columns } = layout;
  const expected = columns.reduce((sum, { length }) => sum + length, 1);
  if (rowLength !== expected)
    corrupt(
      dbf,
      words(
        `第 10 字节处的行长为 ${rowLength}，各字段合计应为 ${expected}`,
        `its row length at byte 10 is ${rowLength}; its fields add up to ${expected}`,
      ),
    );
  const needed = headerLength + rows * rowLength;
  if (dbf.size < needed)
    corrupt(
      dbf,
      words(
        `文件头记载 ${rows} 行，需 ${needed} 字节，实际 ${dbf.size} 字节：文件被截断，或文件头损坏`,
        `its header states ${rows} rows, which take ${needed} bytes; the file has ${dbf.size}: it was cut, or the header is damaged`,
      ),
    );
}

export function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
