import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readShapefile, refusalOf } from "../../../support/read-spatial.ts";
import { type ShapefileSpec, shapefileBytes, writeShapefile } from "../../../support/write-shapefile.ts";

const SQUARE: [number, number][] = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
];

/** A layer of one square that carries a name to know it by. */
const layer = (name: string): ShapefileSpec => ({
  features: [{ rings: [SQUARE], attributes: { name } }],
  prj: "GEOGCS[…]",
});

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "finding-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

async function nameIn(path: string, options = {}): Promise<unknown> {
  const { features, source } = await readShapefile(path, options);
  expect(source.evidence.wkt, "the .prj is found as well").toBe("GEOGCS[…]");
  return features.map(({ attributes }) => attributes["name"]).join();
}

describe("a shapefile is found by any of its names", () => {
  it.each([
    "矿区 范围.shp",
    "矿区 范围.dbf",
    "矿区 范围.shx",
    "矿区 范围.prj",
    "矿区 范围",
    "./矿区 范围.SHP",
  ])("%s", async (path) => {
    writeShapefile("矿区 范围", layer("found"));
    writeShapefile("other", layer("wrong"));
    expect(await nameIn(path)).toBe("found");
  });

  it.each(["A.SHP", "a.shp", "A", "a", "a.dbf", "A.Shx"])(
    "whatever the case of its endings: %s",
    async (path) => {
      writeShapefile("a", layer("found"));
      renameSync("a.shp", "A.SHP");
      renameSync("a.shx", "A.Shx");
      expect(await nameIn(path)).toBe("found");
    },
  );

  it("two that differ only in case are each found by their exact name", async () => {
    writeShapefile("a", layer("small"));
    writeShapefile("A", layer("large"));
    expect([await nameIn("a.shp"), await nameIn("A.shp")]).toEqual(["small", "large"]);
  });

  it("a name with dots in it", async () => {
    writeShapefile("范围.2024.v2", layer("found"));
    expect(await nameIn("范围.2024.v2")).toBe("found");
  });

  it("a folder that holds one, beside other files", async () => {
    mkdirSync("数据");
    writeShapefile("数据/范围", layer("found"));
    writeFileSync("数据/说明.txt", "");
    writeFileSync("数据/._范围.shp", "left by macOS");
    expect(await nameIn("数据")).toBe("found");
  });

  it("a folder that holds several, with the layer named", async () => {
    writeShapefile("永久基本农田", layer("farmland"));
    writeShapefile("STBHHX", layer("red line"));
    expect(await nameIn(".", { layer: "stbhhx" })).toBe("red line");
    expect(await nameIn(".", { layer: "永久基本农田.shp" })).toBe("farmland");
  });
});

describe("what can't be found or read is told", () => {
  it.each([
    ["nothing.shp", () => {}, "no such shapefile"],
    ["nowhere/a.shp", () => {}, "no such file"],
    ["a.txt/b.shp", () => writeFileSync("a.txt", ""), "a part of the path is no folder"],
    [
      "a.dbf",
      () => {
        writeShapefile("a", layer("a"));
        rmSync("a.shp");
      },
      "there is no .shp file of this name beside it",
    ],
    ["a.shp", () => symlinkSync("a.shp", "a.shp"), "can't be read (ELOOP)"],
    [".", () => writeFileSync("a.dbf", ""), "there is no shapefile (.shp) in it"],
    [
      ".",
      () => {
        writeShapefile("a", layer("a"));
        writeShapefile("b", layer("b"));
      },
      "there are 2 layers: a, b",
    ],
    [
      "a.shp",
      () => {
        writeShapefile("a", layer("a"));
        renameSync("a.dbf", "A.dbf");
        writeFileSync("A.DBF", "");
      },
      "several files differ only in the case of letters: A.DBF, A.dbf",
    ],
    ["a.shp", () => mkdirSync("a.shp/inside", { recursive: true }), "there is no shapefile (.shp) in it"],
    [
      "a.shp",
      () => {
        writeShapefile("a", layer("a"));
        rmSync("a.dbf");
        mkdirSync("a.dbf");
      },
      "this is a directory, not a file",
    ],
  ])("%s", async (path, make, says) => {
    make();
    expect((await refusalOf(path)).message.en).toContain(says);
  });

  it("a layer that isn't there", async () => {
    writeShapefile("a", layer("a"));
    const { message, remedy } = await refusalOf("a.shp", { layer: "b" });
    expect([message.en, remedy?.en]).toEqual(['there is no layer "b"', "it holds a"]);
  });
});

function zipOf(files: Readonly<Record<string, ShapefileSpec | string>>): Buffer {
  const entries: Zippable = {};
  for (const [name, spec] of Object.entries(files))
    if (typeof spec === "string") entries[name] = strToU8(spec);
    else
      for (const [ending, bytes] of Object.entries(shapefileBytes(spec)))
        entries[`${name}.${ending}`] = bytes;
  return Buffer.from(zipSync(entries));
}

/** Replaces names of ASCII letters by bytes as long. */
function renamed(zip: Buffer, from: string, to: Buffer): Buffer {
  expect(to.length, "bytes as long").toBe(from.length);
  for (let at = zip.indexOf(from); at >= 0; at = zip.indexOf(from, at)) to.copy(zip, at);
  return zip;
}

describe("a zip", () => {
  it("with one shapefile in a folder is read as it stands", async () => {
    writeFileSync(
      "a.ZIP",
      zipOf({ "数据/范围": layer("found"), "__MACOSX/数据/._范围.shp": "x", "说明.txt": "" }),
    );
    expect(await nameIn("a.ZIP")).toBe("found");
    expect(readdirSync(".")).toEqual(["a.ZIP"]);
  });

  it.each([
    ["GBK", iconv.encode("矿区", "gbk"), "abcd"],
    ["UTF-8 that isn't said to be", Buffer.from("矿区"), "abcdef"],
  ])("names in %s", async (_, bytes, stand) => {
    writeFileSync("a.zip", renamed(zipOf({ [stand]: layer("one"), other: layer("two") }), stand, bytes));
    expect((await refusalOf("a.zip")).message.en).toBe("there are 2 layers: other, 矿区");
    expect(await nameIn("a.zip", { layer: "矿区" })).toBe("one");
  });

  it("with several layers needs to be told which, by name or by path", async () => {
    writeFileSync("a.zip", zipOf({ "x/A": layer("one"), "y/A": layer("two"), "y/b": layer("three") }));
    expect((await refusalOf("a.zip")).message.en).toBe("there are 3 layers: x/A, y/A, y/b");
    expect((await refusalOf("a.zip", { layer: "a" })).message.en).toBe("there are 2 layers: x/A, y/A");
    expect(await nameIn("a.zip", { layer: "y/a" })).toBe("two");
    expect(await nameIn("a.zip", { layer: "B" })).toBe("three");
  });

  it("with names that lead out of it writes nothing anywhere", async () => {
    mkdirSync("deep");
    writeFileSync("deep/a.zip", zipOf({ "../../范围": layer("found"), "..\\x": "x" }));
    expect(await nameIn("deep/a.zip")).toBe("found");
    expect([readdirSync("."), readdirSync("deep")]).toEqual([["deep"], ["a.zip"]]);
  });

  it("with stored, not packed files", async () => {
    const files = Object.entries(shapefileBytes(layer("found")));
    writeFileSync(
      "a.zip",
      zipSync(Object.fromEntries(files.map(([ending, bytes]) => [`a.${ending}`, [bytes, { level: 0 }]]))),
    );
    expect(await nameIn("a.zip")).toBe("found");
  });

  it("with a comment behind it", async () => {
    const zip = zipOf({ a: layer("found") });
    zip.writeUInt16LE(6, zip.length - 2);
    writeFileSync("a.zip", Buffer.concat([zip, Buffer.from("说明")]));
    expect(await nameIn("a.zip")).toBe("found");
  });

  /** Where the directory's entry of a name begins. */
  const entryOf = (zip: Buffer, name: string) => zip.lastIndexOf(name) - 46;

  it.each<[string, (zip: Buffer) => Buffer | undefined, string]>([
    ["empty", () => Buffer.alloc(0), "a.zip: not a complete zip"],
    ["not a zip", () => Buffer.from("x".repeat(99)), "a.zip: not a complete zip"],
    ["cut", (zip) => zip.subarray(0, -1), "a.zip: not a complete zip"],
    ["without a shapefile", () => zipOf({ "a.txt": "" }), "a.zip: there is no shapefile (.shp) in it"],
    [
      "with a damaged directory",
      (zip) => void zip.writeUInt8(9, entryOf(zip, "a.shx")),
      "a.zip: entry 2 of its directory is damaged",
    ],
    [
      "with a directory beyond its end",
      (zip) => void zip.writeUInt32LE(0xfffffff0, zip.length - 6),
      "a.zip: entry 1 of its directory is damaged",
    ],
    [
      "with a byte of its data flipped",
      (zip) => void zip.writeUInt8(zip.readUInt8(60) ^ 1, 60),
      "a.zip/a.shp: its packed data is damaged",
    ],
    [
      "with another sum",
      (zip) => void zip.writeUInt32LE(1, entryOf(zip, "a.dbf") + 16),
      "a.zip/a.dbf: its packed data is damaged",
    ],
    [
      "with a file said to begin beyond its end",
      (zip) => void zip.writeUInt32LE(0x7fffffff, entryOf(zip, "a.dbf") + 42),
      "a.zip/a.dbf: its packed data is damaged",
    ],
    [
      "with a password",
      (zip) => void zip.writeUInt16LE(1, entryOf(zip, "a.shp") + 8),
      "a.zip/a.shp: can't be unpacked: it is encrypted",
    ],
    [
      "with another way of packing",
      (zip) => void zip.writeUInt16LE(12, entryOf(zip, "a.shp") + 10),
      "a.zip/a.shp: can't be unpacked: its compression method 12 isn't known",
    ],
    [
      "as Zip64",
      (zip) => void zip.writeUInt32LE(0xffffffff, entryOf(zip, "a.shp") + 24),
      "a.zip/a.shp: can't be unpacked: it is Zip64",
    ],
    [
      "that says itself that it is a bomb",
      (zip) => void zip.writeUInt32LE(1024 ** 3 + 1, entryOf(zip, "a.shp") + 24),
      "a.zip: it unpacks to more than 1 GB",
    ],
  ])("%s is refused", async (_, make, says) => {
    const zip = zipOf({ a: layer("a") });
    writeFileSync("a.zip", make(zip) ?? zip);
    const { file, message } = await refusalOf("a.zip");
    expect(`${file}: ${message.en}`).toContain(says);
  });

  it("that hides a bomb behind a small number isn't unpacked beyond it", async () => {
    const zip = Buffer.from(zipSync({ "a.shp": new Uint8Array(64 * 1024 * 1024) }));
    zip.writeUInt32LE(1000, entryOf(zip, "a.shp") + 24);
    writeFileSync("a.zip", zip);
    const before = process.memoryUsage().arrayBuffers;
    expect((await refusalOf("a.zip")).message.en).toBe("its packed data is damaged");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });
});
