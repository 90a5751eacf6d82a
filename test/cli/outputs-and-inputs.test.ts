import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { writeShapefile } from "../support/write-shapefile.ts";

inScratch();

const RING = [
  [113, 33.2],
  [113, 33.22],
  [113.02, 33.22],
  [113.02, 33.2],
  [113, 33.2],
] as const;
/** Crosses itself. */
const CROSSED = [RING[0], RING[2], RING[1], RING[3], RING[0]];
const square = JSON.stringify({ type: "Polygon", coordinates: [RING] });

function application(geometry: object | undefined): void {
  const facts = { id: "虚构-1", plan: "fangcheng", right: "mining", operation: "new", mineral: "岩金" };
  writeFileSync("a.json", JSON.stringify({ ...facts, geometry }));
}

beforeAll(() => {
  mkdirSync("图形");
  for (const name of ["范围", "红线", "登记"]) writeFileSync(`图形/${name}.geojson`, square);
  writeFileSync("图形/自交.geojson", JSON.stringify({ type: "Polygon", coordinates: [CROSSED] }));
  writeFileSync("图形/登记.csv", "采矿许可证号\n甲\n");
  writeShapefile("图形/边界", { features: [{ rings: [RING] }] });
  writeFileSync("layers.yaml", "constraints: { heritage: { file: 图形/红线.geojson } }");
  const right = "{ id: 甲, right: mining, geometry: { file: 图形/登记.geojson } }";
  writeFileSync("register.yaml", `- ${right}`);
  writeFileSync("table.yaml", "rights: { file: 图形/登记.csv }");
});

describe("a report doesn't replace", () => {
  const own = { file: "图形/范围.geojson" };
  const cases: readonly (readonly [
    what: string,
    output: string,
    geometry: object | undefined,
    args: readonly string[],
  ])[] = [
    ["the boundary that an application names", "图形/范围.geojson", own, []],
    ["a boundary in which something is wrong", "图形/自交.geojson", { file: "图形/自交.geojson" }, []],
    ["a layer", "图形/红线.geojson", own, ["--layers", "layers.yaml"]],
    ["a layer, where there is no boundary", "图形/红线.geojson", undefined, ["--layers", "layers.yaml"]],
    ["the boundary of an existing right", "图形/登记.geojson", own, ["--register", "register.yaml"]],
    ["a table that a register names", "图形/登记.csv", undefined, ["--register", "table.yaml"]],
    ["the table of a shapefile", "图形/边界.dbf", { file: "图形/边界.shp" }, []],
    ["a shapefile named without its ending", "图形/边界.shp", undefined, ["--geometry", "图形/边界"]],
    ["a shapefile named by its folder", "图形/边界.shx", { file: "图形" }, []],
  ];
  it.each(cases)("%s", async (_what, output, geometry, args) => {
    application(geometry);
    const before = readFileSync(output);
    const { exit, stderr } = await run(["check", "a.json", "--format", "geojson", "-o", output, ...args]);
    expect(exit).toBe(2);
    expect(stderr.split("\n")[0]).toBe(`${output}: the output is also an input`);
    expect(readFileSync(output).equals(before)).toBe(true);
  });

  it("but may stand beside a shapefile", async () => {
    application({ file: "图形/边界.shp" });
    const { exit } = await run(["check", "a.json", "--format", "geojson", "-o", "图形/边界.geojson"]);
    expect(exit).toBe(3);
  });
});
