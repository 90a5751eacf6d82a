import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Unusable } from "../../../../src/input/problem.ts";
import { type Read, readShapefile, ringsRead } from "../../../support/read-spatial.ts";
import { shapefileBytes } from "../../../support/write-shapefile.ts";

const square = (x: number): [number, number][] => [
  [x, 0],
  [x, 10],
  [x + 10, 10],
  [x + 10, 0],
  [x, 0],
];
const { shp, shx, dbf } = shapefileBytes({
  fields: [
    { name: "矿区", type: "C", length: 6 },
    { name: "N", type: "N", length: 4 },
    { name: "D", type: "D", length: 8 },
  ],
  features: [
    { rings: [square(0), square(20)], attributes: { 矿区: "某矿", N: 12, D: "20210101" } },
    {},
    { rings: [square(40)] },
  ],
  encoding: "gbk",
});
const FILES = { shp, shx, dbf };
const ENDINGS = ["shp", "shx", "dbf"] as const;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fuzz-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is read, or undefined where it is refused as it should be; any other error gets through. */
async function readOrRefused(path: string): Promise<Read | undefined> {
  try {
    return await readShapefile(path);
  } catch (error) {
    if (error instanceof Unusable) return undefined;
    throw error;
  }
}

const PLACE = fc.constantFrom(...ENDINGS).chain((ending) =>
  fc.record({
    ending: fc.constant(ending),
    at: fc.nat(FILES[ending].length - 1),
    flip: fc.integer({ min: 1, max: 255 }),
    isCut: fc.boolean(),
  }),
);

describe("a shapefile of which one byte was altered, or which was cut anywhere", () => {
  it("is refused, or read with all its records and sane corners", async () => {
    await fc.assert(
      fc.asyncProperty(PLACE, async ({ ending, at, flip, isCut }) => {
        const bytes = Buffer.from(isCut ? FILES[ending].subarray(0, at) : FILES[ending]);
        if (!isCut) bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
        for (const one of ENDINGS)
          writeFileSync(join(folder, `a.${one}`), one === ending ? bytes : FILES[one]);
        const read = await readOrRefused(join(folder, "a.shp"));
        if (read === undefined) return;
        const { features, notes } = read;
        expect(features.length).toBe(notes.includes("marked as deleted") ? 2 : 3);
        const rings = features.flatMap(ringsRead);
        expect(rings.flat().every((one) => one >= -1e-6 && one <= 50 + 1e-6)).toBe(true);
        // A ring's start that moved leaves open rings, which is for the check of rings to find.
        if (!notes.includes("marked as deleted")) expect(rings.flat()).toHaveLength(30);
      }),
      { numRuns: 250 },
    );
  });
});

describe("a zip of which one byte was altered, or which was cut anywhere", () => {
  it("is refused, or read as it was", async () => {
    const zip = Buffer.from(zipSync({ "a.shp": shp, "a.dbf": dbf }));
    const path = join(folder, "b.zip");
    writeFileSync(path, zip);
    const sound = (await readShapefile(path)).features;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zip.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, isCut) => {
          const bytes = Buffer.from(isCut ? zip.subarray(0, at) : zip);
          if (!isCut) bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
          writeFileSync(path, bytes);
          const read = await readOrRefused(path);
          if (read === undefined) return;
          // Of a damaged name the table may not be found; the shapes are the same whatever happened.
          expect(read.features.map(ringsRead)).toEqual(sound.map(ringsRead));
          if (!read.notes.includes("there is no .dbf")) expect(read.features).toEqual(sound);
        },
      ),
      { numRuns: 150 },
    );
  });
});
