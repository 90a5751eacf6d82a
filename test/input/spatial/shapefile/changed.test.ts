import { mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Unusable } from "../../../../src/input/problem.ts";
import { openShapefile } from "../../../../src/input/spatial/shapefile/shapefile.ts";
import { writeShapefile } from "../../../support/write-shapefile.ts";

let folder = "";
let base = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "changed-"));
  base = join(folder, "a");
  const ring = [0, 1, 2, 0].map((x): [number, number] => [x, x * x]);
  writeShapefile(base, { features: Array.from({ length: 3000 }, () => ({ rings: [ring] })) });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function count(most = Number.POSITIVE_INFINITY, change = () => {}): Promise<number> {
  const source = await openShapefile(base, {});
  change();
  let read = 0;
  for await (const _ of source.features()) {
    read += 1;
    if (read === most) break;
  }
  return read;
}

describe("a file that changes between being checked and being read", () => {
  it.each<[string, () => void, string]>([
    ["the .shp is gone", () => rmSync(`${base}.shp`), "no such file"],
    ["the .dbf is gone", () => rmSync(`${base}.dbf`), "no such file"],
    [
      "the .shp is cut",
      () => truncateSync(`${base}.shp`, 5000),
      "the file was changed while it was being read",
    ],
    [
      "the .dbf is cut",
      () => truncateSync(`${base}.dbf`, 5000),
      "the file was changed while it was being read",
    ],
  ])("%s", async (_, change, says) => {
    const error = await count(undefined, change).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Unusable);
    expect((error as Unusable).problems[0]?.message.en).toBe(says);
  });

  it("reading may stop anywhere", async () => {
    expect([await count(1), await count(2999), await count()]).toEqual([1, 2999, 3000]);
  });
});
