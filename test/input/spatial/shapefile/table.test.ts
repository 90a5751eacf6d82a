import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShapefile, refusalOf } from "../../../support/read-spatial.ts";
import { type FieldSpec, type ShapefileSpec, writeShapefile } from "../../../support/write-shapefile.ts";

let base = "";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "table-"));
  base = join(folder, "a");
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = (name: string, length = 20): FieldSpec => ({ name, type: "C", length });

function write(spec: ShapefileSpec): void {
  for (const ending of ["shp", "shx", "dbf", "cpg", "prj"]) rmSync(`${base}.${ending}`, { force: true });
  writeShapefile(base, spec);
}

/** One row of 矿区 = 某矿, as the encoding has it. */
const spec = (encoding: string, more: Partial<ShapefileSpec> = {}): ShapefileSpec => ({
  fields: [text("矿区")],
  features: [{ attributes: { 矿区: "某县丙矿" } }],
  encoding,
  cpg: null,
  ...more,
});

describe("the encoding of the table", () => {
  it.each<[string, ShapefileSpec, string | undefined, string]>([
    ["UTF-8, and nothing says so", spec("utf-8"), undefined, "utf-8 (by its content)"],
    ["GBK, and nothing says so", spec("gbk"), undefined, "gb18030 (by its content)"],
    [
      "GBK, though byte 29 says what programs write unthinking",
      spec("gbk", { language: 0x57 }),
      undefined,
      "gb18030 (by its content)",
    ],
    ["GBK by byte 29", spec("gbk", { language: 0x4d }), undefined, "gb18030 (by byte 29 of the .dbf, 4d)"],
    [
      "UTF-8 by the .cpg, against byte 29",
      spec("utf-8", { cpg: "UTF-8", language: 0x4d }),
      undefined,
      "utf-8 (by the .cpg)",
    ],
    ["GBK by the user, against the .cpg", spec("gbk", { cpg: "UTF-8" }), "GBK", "gb18030 (as specified)"],
    ["an empty .cpg says nothing", spec("gbk", { cpg: " \r\n" }), undefined, "gb18030 (by its content)"],
    ...["936", "CP936", "ANSI 936", "OEM 936", "GB2312", "gb18030", "GBK\r\n", "\ufeffgbk"].map(
      (cpg): [string, ShapefileSpec, undefined, string] => [
        `${JSON.stringify(cpg)} in the .cpg`,
        spec("gbk", { cpg }),
        undefined,
        "gb18030 (by the .cpg)",
      ],
    ),
    ...["65001", "UTF8", "utf_8"].map((cpg): [string, ShapefileSpec, undefined, string] => [
      `${cpg} in the .cpg`,
      spec("utf-8", { cpg }),
      undefined,
      "utf-8 (by the .cpg)",
    ]),
  ])("%s", async (_, made, encoding, says) => {
    write(made);
    const { source, features, notes } = await readShapefile(base, encoding === undefined ? {} : { encoding });
    expect(source.fields).toEqual(["矿区"]);
    expect(features[0]?.attributes).toEqual({ 矿区: "某县丙矿" });
    expect(notes).toContain(`the attribute table was read as ${says}`);
  });

  it("Big5 by byte 29", async () => {
    write({
      fields: [text("礦區")],
      features: [{ attributes: { 礦區: "某縣" } }],
      encoding: "big5",
      language: 0x78,
      cpg: null,
    });
    const { features, notes } = await readShapefile(base);
    expect(features[0]?.attributes).toEqual({ 礦區: "某縣" });
    expect(notes).toBe("the attribute table was read as big5 (by byte 29 of the .dbf, 78)");
  });

  it("characters of four bytes are read", async () => {
    write(spec("gb18030", { features: [{ attributes: { 矿区: "㙍𠀀矿" } }] }));
    expect((await readShapefile(base)).features[0]?.attributes).toEqual({ 矿区: "㙍𠀀矿" });
  });

  it("of a table in plain letters nothing is said", async () => {
    write({ features: [{ attributes: { name: "abc" } }], cpg: null });
    expect((await readShapefile(base)).notes).toBe("");
  });

  it("a table said to be GBK whose text is sound UTF-8 is read as said, with a doubt", async () => {
    write(
      spec("utf-8", { cpg: "GBK", fields: [text("kq")], features: [{ attributes: { kq: "某县丙矿" } }] }),
    );
    expect((await readShapefile(base)).notes).toContain("if it is garbled, use --encoding utf-8");
  });

  it.each([
    [{ encoding: "klingon" }, {}, "--encoding", "“klingon” is no known encoding"],
    [{}, { cpg: "EBCDIC" }, "a.cpg", "“EBCDIC” is no known encoding"],
  ])("an unknown one is refused with the usual ones: %o %o", async (options, more, file, says) => {
    write(spec("gbk", more));
    const problem = await refusalOf(base, options);
    expect(problem.file).toContain(file);
    expect(problem.message.en).toBe(says);
    expect(problem.remedy?.en).toBe("name one by --encoding: gbk, gb18030, utf-8, big5, windows-1252");
  });

  const second = { fields: [text("id"), text("KQMC")], features: [{}, { attributes: { KQMC: "某县丙矿" } }] };
  it.each([
    [
      "GBK said to be UTF-8",
      spec("gbk", { ...second, cpg: "UTF-8" }),
      "record 2, field 2 KQMC isn't utf-8 (by the .cpg)",
      "gb18030",
    ],
    [
      "GBK said to be UTF-8 in a field's name",
      spec("gbk", { cpg: "UTF-8" }),
      "the name of field 1 isn't utf-8",
      "gb18030",
    ],
    [
      "UTF-8 said to be GBK",
      spec("utf-8", { ...second, features: [{ attributes: { KQMC: "矿" } }], cpg: "GBK" }),
      "record 1, field 2 KQMC isn't gb18030 (by the .cpg)",
      "utf-8",
    ],
    [
      "neither UTF-8 nor GB18030",
      spec("utf-8", { ...second, features: [{ attributes: { KQMC: Buffer.from([0xff, 0xff, 0x41]) } }] }),
      "the text of record 1, field 2 KQMC is neither UTF-8 nor GB18030",
      "encoding",
    ],
  ])("%s is refused with the place", async (_, made, says, remedy) => {
    write(made);
    const problem = await refusalOf(base);
    expect(problem.message.en).toContain(says);
    expect(problem.remedy?.en).toContain(remedy);
  });
});

describe("text cut in mid-character at a field's end", () => {
  it.each([
    ["utf-8", "矿区", 5, "矿"],
    ["utf-8", "某县矿", 7, "某县"],
    ["gbk", "某县矿", 5, "某县"],
    ["gb18030", "某㙍", 5, "某"],
  ])("in %s: %s in %i bytes is %s", async (encoding, value, length, expected) => {
    write({
      fields: [text("name", length)],
      features: [{ attributes: { name: value } }],
      encoding,
      cpg: null,
    });
    expect((await readShapefile(base)).features[0]?.attributes).toEqual({ name: expected });
  });

  it("is no excuse for an unsound value that ends before", async () => {
    const bytes = Buffer.from("矿区").subarray(0, 5);
    write({ features: [{ attributes: { name: bytes } }], cpg: "UTF-8" });
    expect((await refusalOf(base)).message.en).toContain("record 1, field 1 name isn't utf-8");
  });

  it("names of fields are cut as well, and told apart", async () => {
    write({
      fields: [text("矿区名称"), text("矿区名号")],
      features: [{ attributes: { 矿区名称: "a", 矿区名号: "b" } }],
    });
    const { source, features, notes } = await readShapefile(base);
    expect(source.fields).toEqual(["矿区名", "矿区名#2"]);
    expect(features[0]?.attributes).toEqual({ 矿区名: "a", "矿区名#2": "b" });
    expect(notes).toContain("the name “矿区名” of field 2 is empty or taken; it is called “矿区名#2”");
  });
});

describe("values", () => {
  const FIELDS: readonly FieldSpec[] = [
    { name: "N", type: "N", length: 20, decimals: 2 },
    { name: "F", type: "F", length: 12 },
    { name: "D", type: "D", length: 8 },
    { name: "L", type: "L", length: 1 },
    { name: "C", type: "C", length: 12 },
  ];
  it.each<[string, string | Uint8Array, unknown]>([
    ["N", "     12.50", 12.5],
    ["N", "-.5", -0.5],
    ["N", "1e3", 1000],
    ["N", "0", 0],
    ["N", "", null],
    ["N", "********************", null],
    ["N", Buffer.alloc(20), null],
    ["N", Buffer.from("7\0junk"), 7],
    ["N", "9007199254740991", 9007199254740991],
    ["N", "91410000123456789012", "91410000123456789012"],
    ["F", "  1.5e-3", 0.0015],
    ["D", "20210305", "2021-03-05"],
    ["D", "", null],
    ["D", "00000000", null],
    ["D", Buffer.alloc(8), null],
    ["L", "T", true],
    ["L", "y", true],
    ["L", "F", false],
    ["L", "n", false],
    ["L", "?", null],
    ["L", "", null],
    ["C", "  abc  ", "abc"],
    ["C", Buffer.from("abc\0\0\0"), "abc"],
    ["C", Buffer.from("abc\0junk"), "abc"],
    ["C", Buffer.alloc(12), null],
    ["C", "", null],
  ])("%s of %o is %o", async (name, value, expected) => {
    write({ fields: FIELDS, features: [{ attributes: { [name]: value } }], cpg: null });
    const { features, notes } = await readShapefile(base);
    expect(features[0]?.attributes).toEqual({
      N: null,
      F: null,
      D: null,
      L: null,
      C: null,
      [name]: expected,
    });
    expect(notes).toBe("");
  });

  it.each([
    ["N", "12.3.4"],
    ["N", "1,5"],
    ["N", "0x10"],
    ["F", "Infinity"],
    ["D", "20211301"],
    ["D", "2021"],
    ["L", "x"],
  ])("%s of %s is none, and that is said", async (name, value) => {
    write({ fields: FIELDS, features: [{}, { attributes: { [name]: value } }], cpg: null });
    const { features, notes } = await readShapefile(base);
    expect(features[1]?.attributes[name]).toBeNull();
    const number = FIELDS.findIndex((field) => field.name === name) + 1;
    expect(notes).toBe(
      `1 value not of the field's type, taken as none; the first is in record 2, field ${number} ${name}: “${value}”`,
    );
  });

  it("padded with NUL", async () => {
    write({ features: [{ attributes: { name: "某矿" } }], padding: "nul" });
    expect((await readShapefile(base)).features[0]?.attributes).toEqual({ name: "某矿" });
  });

  it("fields that point into another file are left out, with a note", async () => {
    write({
      fields: [{ name: "memo", type: "M", length: 10 }, text("name")],
      features: [{ attributes: { memo: "1", name: "a" } }],
    });
    const { source, features, notes } = await readShapefile(base);
    expect([source.fields, features[0]?.attributes]).toEqual([["name"], { name: "a" }]);
    expect(notes).toContain("field memo of type M isn't read and was left out");
  });

  it("of a field by a name that objects have already", async () => {
    write({ fields: [text("__proto__"), text("toString")], features: [{ attributes: {} }] });
    const [feature] = (await readShapefile(base)).features;
    expect(Object.entries(feature?.attributes ?? {})).toEqual([
      ["__proto__", null],
      ["toString", null],
    ]);
  });
});

describe("deleted rows", () => {
  it("are left out with their shapes, and named", async () => {
    const ring: [number, number][] = [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ];
    const far = ring.map(([x, y]): [number, number] => [x + 90, y]);
    write({
      features: [
        { rings: [ring], attributes: { name: "a" } },
        { rings: [far], attributes: { name: "b" }, deleted: true },
        { attributes: { name: "c" } },
      ],
    });
    const { source, features, notes } = await readShapefile(base);
    expect(features.map(({ place, attributes }) => [place.en, attributes["name"]])).toEqual([
      ["record 1", "a"],
      ["record 3", "c"],
    ]);
    expect(source.evidence.range).toEqual({ minX: 0, minY: 0, maxX: 1, maxY: 1 });
    expect(notes).toContain("left out, being marked as deleted in the table: record 2");
  });

  it("many are counted, and the first named", async () => {
    write({ features: Array.from({ length: 9 }, () => ({ deleted: true })) });
    expect((await readShapefile(base)).notes).toContain("records 1, 2, 3, 4, 5 … (9 of them)");
  });
});

describe("the .prj", () => {
  it.each([
    ['\ufeffPROJCS["某坐标系"]\r\n', 'PROJCS["某坐标系"]'],
    [" \n", undefined],
    ["", undefined],
  ])("%o is taken as %o", async (prj, wkt) => {
    write({ features: [], prj });
    expect((await readShapefile(base)).source.evidence.wkt).toBe(wkt);
  });

  it("in GBK", async () => {
    write({ features: [] });
    writeFileSync(`${base}.prj`, iconv.encode('PROJCS["某坐标系"]', "gbk"));
    expect((await readShapefile(base)).source.evidence.wkt).toBe('PROJCS["某坐标系"]');
  });

  it("that is no short text is refused", async () => {
    write({ features: [], prj: "x".repeat(65 * 1024) });
    expect((await refusalOf(base)).message.en).toBe("it has 66560 bytes; a short text is expected");
  });
});
