import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShapefile, refusalOf } from "../../../support/read-spatial.ts";
import { type ShapefileSpec, shapefileBytes } from "../../../support/write-shapefile.ts";

/** Four squares of 10 × 10 beside each other, the third with a hole. */
const square = (x: number, size = 10): [number, number][] => [
  [x, 0],
  [x, size],
  [x + size, size],
  [x + size, 0],
  [x, 0],
];
const HOLE: [number, number][] = [
  [42, 2],
  [48, 2],
  [48, 8],
  [42, 8],
  [42, 2],
];
const SOUND: ShapefileSpec = {
  fields: [
    { name: "KQMC", type: "C", length: 12 },
    { name: "MJ", type: "N", length: 8, decimals: 2 },
  ],
  features: [[square(0)], [square(20)], [square(40), HOLE], [square(60)]].map((rings, index) => ({
    rings,
    attributes: { KQMC: `某矿${index + 1}`, MJ: index + 0.5 },
  })),
};

/** Where things stand in the files of `SOUND`. */
const RECORD_LENGTH = 44 + 4 + 5 * 16;
const at = (record: number) => 100 + (record - 1) * (8 + RECORD_LENGTH) + (record > 3 ? 4 + 5 * 16 : 0);
const content = (record: number) => at(record) + 8;
const ROWS = 32 + 2 * 32 + 1;
const ROW = 1 + 12 + 8;

interface Files {
  shp: Buffer;
  shx: Buffer | undefined;
  dbf: Buffer | undefined;
}

interface Trial {
  readonly name: string;
  readonly make: (files: Files) => void;
  /** Part of the message, behind the ending of the file that it names. */
  readonly says: string;
}

/** The header is set to the length that is left, as a program that was interrupted may have done. */
function cut(files: Files, length: number): void {
  files.shp = files.shp.subarray(0, length);
  files.shp.writeInt32BE(length / 2, 24);
}

const REFUSED: readonly Trial[] = [
  { name: "an empty .shp", make: (f) => (f.shp = Buffer.alloc(0)), says: ".shp: the file is empty" },
  {
    name: "a .shp of 99 bytes",
    make: (f) => (f.shp = f.shp.subarray(0, 99)),
    says: ".shp: the file has 99 bytes, less than its header of 100",
  },
  {
    name: "the header of the .shp alone",
    make: (f) => (f.shp = f.shp.subarray(0, 100)),
    says: `.shp: its header states ${at(4) + 8 + RECORD_LENGTH} bytes, the file has 100`,
  },
  {
    name: "the header alone, with its length set to it",
    make: (f) => cut(f, 100),
    says: ".shx: it lists 4 records; the .shp has 0",
  },
  {
    name: "a .shp cut between records",
    make: (f) => (f.shp = f.shp.subarray(0, at(3))),
    says: `.shp: its header states ${at(4) + 8 + RECORD_LENGTH} bytes, the file has ${at(3)}`,
  },
  {
    name: "a .shp cut between records, with its length set to it",
    make: (f) => cut(f, at(3)),
    says: ".shx: it lists 4 records; the .shp has 2",
  },
  {
    name: "the same without a .shx",
    make: (f) => {
      cut(f, at(3));
      f.shx = undefined;
    },
    says: ".dbf: the table has 4 rows, ",
  },
  {
    name: "a .shp cut within a record",
    make: (f) => (f.shp = f.shp.subarray(0, at(3) + 50)),
    says: `.shp: its header states `,
  },
  {
    name: "a .shp cut within a record, with its length set to it",
    make: (f) => cut(f, at(3) + 50),
    says: `.shp: the record header at byte ${at(3)} states a length of 212 bytes; 4 to 42 is possible`,
  },
  {
    name: "a .shp cut within the header of a record, with its length set to it",
    make: (f) => cut(f, at(3) + 4),
    says: `.shp: the 4 bytes from byte ${at(3)} on are no record`,
  },
  {
    name: "a .shp one byte short",
    make: (f) => (f.shp = f.shp.subarray(0, -1)),
    says: ".shp: its header states ",
  },
  {
    name: "a .shp with a byte too many",
    make: (f) => (f.shp = Buffer.concat([f.shp, Buffer.alloc(1)])),
    says: ".shp: its header states ",
  },
  {
    name: "another sign than 9994",
    make: (f) => f.shp.writeInt32BE(1234, 0),
    says: ".shp: not a shapefile: it should begin with 00 00 27 0a and begins with 00 00 04 d2",
  },
  {
    name: "another version",
    make: (f) => f.shp.writeInt32LE(999, 28),
    says: ".shp: its version at byte 28 is 999",
  },
  {
    name: "a length in the header that isn't the file's",
    make: (f) => f.shp.writeInt32BE(50, 24),
    says: ".shp: its header states 100 bytes",
  },
  {
    name: "a zip renamed to .shp",
    make: (f) => (f.shp = Buffer.from("PK\x03\x04 and so on")),
    says: ".shp: this is a zip, not a shapefile",
  },
  {
    name: "random bytes as .shp",
    make: (f) => (f.shp = Buffer.alloc(5000, 0xa7)),
    says: ".shp: not a shapefile: it should begin with 00 00 27 0a and begins with a7 a7 a7 a7",
  },
  ...(
    [
      [0, "null shapes"],
      [1, "points"],
      [3, "lines"],
      [8, "multipoints"],
      [11, "points with Z"],
      [13, "lines with Z"],
      [18, "multipoints with Z"],
      [21, "points with M"],
      [23, "lines with M"],
      [28, "multipoints with M"],
      [31, "MultiPatch"],
    ] as const
  ).map(([type, kind]) => ({
    name: `a file of ${kind}`,
    make: (f: Files) => f.shp.writeInt32LE(type, 32),
    says: `.shp: it holds ${kind}; polygons are needed`,
  })),
  {
    name: "a type of no shapefile",
    make: (f) => f.shp.writeInt32LE(7, 32),
    says: ".shp: its shape type at byte 32 is 7",
  },
  {
    name: "another type in the header than in the records",
    make: (f) => {
      f.shp.writeInt32LE(15, 32);
      f.shx = undefined;
    },
    says: `.shp: record 1 (at byte ${content(1)}): its shape type is 5, the file's is 15`,
  },
  ...([1, 2] as const).map((record) => ({
    name: `type 99 in record ${record}`,
    make: (f: Files) => f.shp.writeInt32LE(99, content(record)),
    says: `.shp: record ${record} (at byte ${content(record)}): its shape type is 99, the file's is 5`,
  })),
  {
    name: "a null type in a record with a shape",
    make: (f) => f.shp.writeInt32LE(0, content(2)),
    says: `.shp: record 2 (at byte ${content(2)}): its shape type is 0, the file's is 5`,
  },
  ...([-1, 0, 1, 0x3fffffff, 0x7fffffff] as const).map((length) => ({
    name: `a record length of ${length}`,
    make: (f: Files) => f.shp.writeInt32BE(length, at(2) + 4),
    says: `.shp: the record header at byte ${at(2)} states a length of ${length * 2} bytes; 4 to `,
  })),
  {
    name: "a record length that ends too early",
    make: (f) => f.shp.writeInt32BE(RECORD_LENGTH / 2 - 4, at(2) + 4),
    says: `.shp: record 3 is expected at byte ${at(3) - 8}, but its number there is `,
  },
  {
    name: "a record number out of order",
    make: (f) => f.shp.writeInt32BE(7, at(3)),
    says: `.shp: record 3 is expected at byte ${at(3)}, but its number there is 7`,
  },
  {
    name: "a ring too many",
    make: (f) => f.shp.writeInt32LE(2, content(1) + 36),
    says: `.shp: record 1 (at byte ${content(1) + 36}): 2 rings and 5 corners don't agree with its length of 128 bytes`,
  },
  {
    name: "a corner too few",
    make: (f) => f.shp.writeInt32LE(4, content(1) + 40),
    says: "1 rings and 4 corners don't agree with its length of 128 bytes",
  },
  {
    name: "a corner too many",
    make: (f) => f.shp.writeInt32LE(6, content(1) + 40),
    says: "1 rings and 6 corners don't agree with its length of 128 bytes",
  },
  {
    name: "fewer rings than none",
    make: (f) => f.shp.writeInt32LE(-1, content(1) + 36),
    says: "-1 rings and 5 corners don't agree",
  },
  {
    name: "corners without a ring",
    make: (f) => f.shp.writeInt32LE(0, content(1) + 36),
    says: "0 rings and 5 corners don't agree",
  },
  {
    name: "a first ring that doesn't start at the first corner",
    make: (f) => f.shp.writeInt32LE(1, content(1) + 44),
    says: `.shp: record 1 (at byte ${content(1) + 44}): ring 1 starts at corner 1 (from 0, of 5)`,
  },
  ...([-1, 0, 10, 1_000_000] as const).map((start) => ({
    name: `a second ring that starts at ${start} of 10 corners`,
    make: (f: Files) => f.shp.writeInt32LE(start, content(3) + 48),
    says: `.shp: record 3 (at byte ${content(3) + 48}): ring 2 starts at corner ${start} (from 0, of 10)`,
  })),
  ...([Number.NaN, Infinity] as const).map((value) => ({
    name: `a coordinate that is ${value}`,
    make: (f: Files) => f.shp.writeDoubleLE(value, content(3) + 52 + 16 * 6),
    says: `.shp: record 3 (at byte ${content(3) + 52 + 16 * 6}): corner 2 of ring 2 isn't a finite number (${value}, 2)`,
  })),
  {
    name: "a coordinate with a byte flipped",
    make: (f) => f.shp.writeUInt8(f.shp.readUInt8(content(2) + 48 + 16 + 7) ^ 0x10, content(2) + 48 + 16 + 7),
    says: `.shp: record 2 (at byte ${content(2) + 48 + 16}): corner 2 of ring 1 (`,
  },
  {
    name: "a corner outside its record's box by a little",
    make: (f) => f.shp.writeDoubleLE(30 + 1e-6, content(2) + 48 + 16 * 2),
    says: "corner 3 of ring 1 (30.000001, 10) lies outside the record's box (20, 0 – 30, 10)",
  },
  {
    name: "a shape outside the header's box",
    make: (f) => f.shp.writeDoubleLE(65, 52),
    says: "corner 3 of ring 1 (70, 10) lies outside the header's box (0, 0 – 65, 10)",
  },
  {
    name: "a box of a record the wrong way round",
    make: (f) => f.shp.writeDoubleLE(-1, content(1) + 20),
    says: `.shp: record 1 (at byte ${content(1) + 4}): its box is none (0, 0 to -1, 10)`,
  },
  {
    name: "a box of a record that is no number",
    make: (f) => f.shp.writeDoubleLE(Number.NaN, content(1) + 4),
    says: "its box is none (NaN, 0 to 10, 10)",
  },
  {
    name: "a header's box that is no number",
    make: (f) => f.shp.writeDoubleLE(Number.NaN, 36),
    says: "lies outside the header's box (NaN, 0 – 70, 10)",
  },
  { name: "an empty .shx", make: (f) => (f.shx = Buffer.alloc(0)), says: ".shx: the file is empty" },
  {
    name: "a .shx of other shapes",
    make: (f) => f.shx?.writeInt32LE(3, 32),
    says: ".shx: its shape type is 3, that of the .shp is 5",
  },
  {
    name: "a .shx cut by an entry",
    make: (f) => {
      f.shx = f.shx?.subarray(0, 124);
      f.shx?.writeInt32BE(62, 24);
    },
    says: ".shx: it lists 3 records; the .shp has 4",
  },
  {
    name: "a .shx cut within an entry",
    make: (f) => {
      f.shx = f.shx?.subarray(0, 128);
      f.shx?.writeInt32BE(64, 24);
    },
    says: ".shx: its size of 128 bytes should be 100 and a multiple of 8",
  },
  {
    name: "a .shx that points elsewhere",
    make: (f) => f.shx?.writeInt32BE(51, 100),
    says: ".shx: record 1 is said to be at byte 102 with 128 bytes; in the .shp it is at 100 with 128",
  },
  { name: "an empty .dbf", make: (f) => (f.dbf = Buffer.alloc(0)), says: ".dbf: the file is empty" },
  {
    name: "a .dbf of 31 bytes",
    make: (f) => (f.dbf = f.dbf?.subarray(0, 31)),
    says: ".dbf: the file has 31 bytes, less than its header of 32",
  },
  {
    name: "a .dbf cut within its header",
    make: (f) => (f.dbf = f.dbf?.subarray(0, 60)),
    says: `.dbf: its header length at byte 8 is ${ROWS}; more than 32 and at most the file's 60 bytes is expected`,
  },
  {
    name: "a .dbf cut after two rows",
    make: (f) => (f.dbf = f.dbf?.subarray(0, ROWS + 2 * ROW)),
    says: `.dbf: its header states 4 rows, which take ${ROWS + 4 * ROW} bytes; the file has ${ROWS + 2 * ROW}`,
  },
  {
    name: "a .dbf cut within a row",
    make: (f) => (f.dbf = f.dbf?.subarray(0, ROWS + 2 * ROW + 5)),
    says: ".dbf: its header states 4 rows",
  },
  {
    name: "a .dbf one byte short of its last row",
    make: (f) => (f.dbf = f.dbf?.subarray(0, ROWS + 4 * ROW - 1)),
    says: ".dbf: its header states 4 rows",
  },
  {
    name: "a row length of 0",
    make: (f) => f.dbf?.writeUInt16LE(0, 10),
    says: ".dbf: its row length at byte 10 is 0; its fields add up to 21",
  },
  {
    name: "a field's length that was altered",
    make: (f) => f.dbf?.writeUInt8(13, 32 + 16),
    says: ".dbf: its row length at byte 10 is 21; its fields add up to 22",
  },
  {
    name: "fewer rows than records",
    make: (f) => f.dbf?.writeUInt32LE(3, 4),
    says: ".dbf: the table has 3 rows, ",
  },
  {
    name: "more rows than records",
    make: (f) => {
      const { dbf } = shapefileBytes({ ...SOUND, features: [...SOUND.features, {}] });
      f.dbf = dbf;
    },
    says: ".dbf: the table has 5 rows, ",
  },
  {
    name: "more rows than the file can have",
    make: (f) => f.dbf?.writeUInt32LE(0xffffffff, 4),
    says: ".dbf: its header states 4294967295 rows",
  },
  {
    name: "a header length of 0",
    make: (f) => f.dbf?.writeUInt16LE(0, 8),
    says: ".dbf: its header length at byte 8 is 0",
  },
  {
    name: "a list of fields without an end",
    make: (f) => f.dbf?.writeUInt8(0x20, ROWS - 1),
    says: ".dbf: its list of fields has no end mark 0d",
  },
  {
    name: "a field of an unknown type",
    make: (f) => f.dbf?.write("X", 64 + 11, "latin1"),
    says: ".dbf: field 2 MJ has type 58 (at byte 75), which is none of C, N, F, D, L",
  },
  {
    name: "another table's version",
    make: (f) => f.dbf?.writeUInt8(0x8c, 0),
    says: ".dbf: not a dBASE table that can be read: its version at byte 0 is 8c",
  },
  {
    name: "rows that are displaced",
    make: (f) =>
      (f.dbf =
        f.dbf &&
        Buffer.concat([f.dbf.subarray(0, ROWS + ROW), Buffer.from("1"), f.dbf.subarray(ROWS + ROW)])),
    says: `.dbf: row 2 (at byte ${ROWS + ROW}) begins with 31; 20 or 2a is expected`,
  },
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "damaged-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function write(make: Trial["make"]): string {
  const { shp, shx, dbf } = shapefileBytes(SOUND);
  const files: Files = { shp, shx, dbf };
  make(files);
  count += 1;
  const base = join(folder, `图层 ${count}`);
  for (const [ending, bytes] of Object.entries(files))
    if (bytes !== undefined) writeFileSync(`${base}.${ending}`, bytes);
  return base;
}

describe("a damaged shapefile is refused, with what is wrong and where", () => {
  it.each(REFUSED)("$name", async ({ make, says }) => {
    const base = write(make);
    const { file, message, remedy } = await refusalOf(`${base}.shp`);
    expect(`${file.replace(base, "")}: ${message.en}`).toContain(says);
    expect(message.zh).toMatch(/[一-龥]/);
    expect(remedy?.zh).toMatch(/[一-龥]/);
  });
});

interface Odd {
  readonly name: string;
  readonly make: Trial["make"];
  readonly notes: string;
}

const READ: readonly Odd[] = [
  { name: "nothing wrong", make: () => {}, notes: "" },
  { name: "no .shx", make: (f) => (f.shx = undefined), notes: "there is no .shx" },
  { name: "no .dbf", make: (f) => (f.dbf = undefined), notes: "there is no .dbf" },
  { name: "a .dbf without an end mark", make: (f) => (f.dbf = f.dbf?.subarray(0, -1)), notes: "" },
  {
    name: "a corner within the rounding of its box",
    make: (f) => f.shp.writeDoubleLE(30 + 1e-8, content(2) + 48 + 16 * 2),
    notes: "",
  },
  {
    name: "a corner altered within its box",
    make: (f) => {
      for (const corner of [2, 3]) f.shp.writeDoubleLE(29, content(2) + 48 + 16 * corner);
    },
    notes: "the stated box is larger than the shape in record 2",
  },
];

describe("what is odd but can be read is read, with a note", () => {
  it.each(READ)("$name", async ({ make, notes }) => {
    const read = await readShapefile(write(make));
    expect(read.features).toHaveLength(4);
    const others = read.notes
      .split("\n")
      .filter((note) => !note.startsWith("the attribute table was read as"));
    expect(others.join("\n")).toContain(notes);
    expect(others).toHaveLength(notes === "" ? 0 : 1);
  });
});
