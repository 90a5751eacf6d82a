import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import readSheets from "read-excel-file/node";
import { open } from "shapefile";
import { beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { COLUMNS } from "../../src/report/screen/columns.ts";
import { inScratch } from "../support/scratch.ts";
import { square } from "../support/screen-rows.ts";
import { run } from "../support/session.ts";

inScratch();

const SHARED = [
  "--plan",
  "fangcheng",
  "--as-of",
  "2024-05-20",
  "--set",
  "right=mining",
  "operation=new",
  "mineral=建筑用花岗岩",
];
const LAYERS = ["--layers", join(HOME, "fixtures", "layers", "fangcheng", "layers.yaml")];

/** One with a hole, one of two parts, one without a boundary, one that crosses itself. */
const BLOCKS = {
  type: "FeatureCollection",
  features: [
    feature("0001", "Polygon", [square(112.9, 33.2, 0.02), [...square(112.905, 33.205, 0.01)].reverse()]),
    feature("0002", "MultiPolygon", [[square(113, 33.2, 0.01)], [square(113.02, 33.2, 0.01)]]),
    { type: "Feature", properties: { 编号: "0003" }, geometry: null },
    feature("0004", "Polygon", [
      [
        [113, 33],
        [113.01, 33.01],
        [113.01, 33],
        [113, 33.01],
        [113, 33],
      ],
    ]),
  ],
};

function feature(id: string, type: string, coordinates: unknown) {
  return { type: "Feature", properties: { 编号: id }, geometry: { type, coordinates } };
}

const screened = (...args: string[]) => run(["screen", "blocks.geojson", ...SHARED, ...args]);
const left = (start: string) => readdirSync(".").filter((name) => name.includes(start));

beforeAll(() => writeFileSync("blocks.geojson", JSON.stringify(BLOCKS)));

describe("screen writes its formats", () => {
  it("all in one run, each with the same candidates and verdicts", async () => {
    const outputs = ["csv", "ndjson", "xlsx", "geojson", "shp", "html"].flatMap((ending) => [
      "-o",
      `all.${ending}`,
    ]);
    const { exit, stdout, stderr } = await screened(...LAYERS, ...outputs, "--lang", "zh");
    expect([exit, stderr]).toEqual([3, ""]);
    expect(stdout).toMatch(/^候选区块 {2}4\n/);
    const lines = readFileSync("all.ndjson", "utf8").trimEnd().split("\n");
    const rows = lines.map((line) => JSON.parse(line) as { id: string; verdict: string });
    const verdicts = rows.map(({ id, verdict }) => [id, verdict]);
    expect(verdicts.map(([id]) => id)).toEqual(["0001", "0002", "0003", "0004"]);
    expect(verdicts[3]?.[1]).toBe("unusable");

    const [results] = await readSheets("all.xlsx");
    expect(results?.data.slice(1).map(([, id, verdict]) => [id, verdict])).toEqual(verdicts);
    const csv = readFileSync("all.csv", "utf8").trimEnd().split("\r\n").slice(1);
    expect(csv.map((line) => line.split(",").slice(1, 3))).toEqual(verdicts);

    const drawn = JSON.parse(readFileSync("all.geojson", "utf8")) as {
      features: { properties: Record<string, unknown>; geometry: { coordinates: number[][][][] } | null }[];
    };
    expect(drawn.features.map(({ properties }) => [properties["id"], properties["verdict"]])).toEqual(
      verdicts,
    );
    expect(
      drawn.features.map(({ geometry }) => geometry?.coordinates.map((rings) => rings.length) ?? null),
    ).toEqual([[2], [1, 1], null, null]);
    // RFC 7946: shells run against the clock, holes with it.
    const turns = drawn.features.flatMap(
      ({ geometry }) => geometry?.coordinates.map((rings) => rings.map(turnOf)) ?? [],
    );
    expect(turns).toEqual([[1, -1], [1], [1]]);

    const source = await open("all.shp", "all.dbf", { encoding: "utf-8" });
    for (const [at, verdict] of verdicts.entries()) {
      const { value } = await source.read();
      expect([value.properties?.["id"], value.properties?.["verdict"]]).toEqual(verdict);
      expect(value.geometry === null).toBe(at > 1);
    }
    expect((await source.read()).done).toBe(true);

    const page = readFileSync("all.html", "utf8");
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("逐个绘出 2 个候选区块。2 个没有范围坐标，未绘。");
    expect(left(".tmp")).toEqual([]);
  });

  it("with the same bytes from the same run", async () => {
    const bytes = async () => {
      await screened("-o", "same.xlsx", "-o", "same.shp", "-o", "same.html");
      return left("same.").map((name) => readFileSync(name).toString("base64"));
    };
    const first = await bytes();
    expect(first).toHaveLength(7);
    expect(await bytes()).toEqual(first);
  });

  it("only the columns that are asked for, in their order", async () => {
    await screened("--columns", "verdict,id,number", "-o", "few.xlsx", "-o", "few.shp", "-o", "few.geojson");
    const [results, columns] = await readSheets("few.xlsx");
    expect(results?.data[1]).toEqual(["review", "0001", 1]);
    expect(columns?.data.map(([name]) => name)).toEqual(["column", "verdict", "id", "number"]);
    const { value } = await (await open("few.shp", "few.dbf", { encoding: "utf-8" })).read();
    expect(value.properties).toEqual({ verdict: "review", id: "0001", number: 1 });
    const { features } = JSON.parse(readFileSync("few.geojson", "utf8")) as {
      features: { properties: object }[];
    };
    expect(features[0]?.properties).toEqual({ verdict: "review", id: "0001", number: 1 });
  });

  it("a shapefile that it reads itself", async () => {
    const before = await screened("--format", "ndjson", ...LAYERS);
    await screened("-o", "again.shp", ...LAYERS);
    const after = await run([
      "screen",
      "again.shp",
      ...SHARED,
      ...LAYERS,
      "--map",
      "id=id",
      "--format",
      "ndjson",
    ]);
    const areas = ({ stdout }: { stdout: string }) =>
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => {
          const { id, areaKm2 } = JSON.parse(line) as { id: string; areaKm2?: string };
          return [id, areaKm2];
        });
    expect(after.stderr).toBe("");
    expect(areas(after)).toEqual(areas(before));
    expect(areas(before)[0]?.[1]).toMatch(/^\d+\.\d{4}$/);
  });
});

describe("the format of a file", () => {
  it.each([
    ["by its ending, besides the summary", ["-o", "ending.csv"], /^\uFEFFnumber,/, /^Candidates/],
    ["by --format, whatever its ending", ["-o", "format.csv", "--format", "ndjson"], /^\{"schema"/, /^$/],
    ["by what stands before it", ["-o", "ndjson=before.csv"], /^\{"schema"/, /^Candidates/],
    ["the summary, where neither tells", ["-o", "neither.txt"], /^Candidates/, /^$/],
  ])("is told %s", async (_name, args, file, standard) => {
    const { stdout } = await screened(...args);
    const name = (args[1] ?? "").replace("ndjson=", "");
    expect(readFileSync(name, "utf8")).toMatch(file);
    expect(stdout).toMatch(standard);
  });

  it.each([
    ["a shapefile to standard output", ["--format", "shp"], "use -o shp=result.shp"],
    ["a shapefile of another name", ["-o", "shp=result.dbf"], "the name of a shapefile ends in .shp"],
    [
      "a part of the shapefile that is another output",
      ["-o", "shp=x.shp", "-o", "csv=x.dbf"],
      "two outputs go to this file",
    ],
    ["one that there isn't", ["-o", "excel=result.xlsx"], 'there is no format "excel"'],
    ["a device that is full", ["-o", "xlsx=/dev/full", "-o", "beside.csv"], "the disk is full"],
    ["a part that can't be written", ["-o", "shp=part.shp"], "the output is a directory"],
  ])("can't be %s; nothing is written", async (_name, args, says) => {
    if (!existsSync("part.dbf")) mkdirSync("part.dbf");
    const before = readdirSync(".");
    const { exit, stderr } = await screened(...args);
    expect(exit).toBe(2);
    expect(stderr).toContain(says);
    expect(readdirSync(".")).toEqual(before);
  });

  it("can't be a workbook on a terminal, but in a pipe", async () => {
    const refused = await run(["screen", "blocks.geojson", ...SHARED, "--format", "xlsx"], { terminal: 80 });
    expect([refused.exit, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("use -o xlsx=result.xlsx");
    expect((await screened("--format", "xlsx")).stdout).toMatch(/^PK/);
  });
});

describe("a shapefile that is there already", () => {
  const writeOld = () => {
    for (const ending of ["shp", "shx", "dbf", "prj", "cpg", "sbn"]) writeFileSync(`old.${ending}`, "old");
  };

  it("is replaced as a set, with its index, which would tell of other shapes", async () => {
    writeOld();
    await screened("-o", "old.shp");
    expect(left("old.")).toEqual(["old.cpg", "old.dbf", "old.prj", "old.shp", "old.shx"]);
    expect(left("old.").filter((name) => readFileSync(name, "latin1") === "old")).toEqual([]);
  });

  it("stays as it was if the run ends without a result", async () => {
    writeOld();
    expect((await screened("-o", "old.shp", "--strict")).exit).toBe(2);
    expect(left("old.").filter((name) => readFileSync(name, "latin1") === "old")).toHaveLength(6);
  });
});

it("every column can be asked for by its name", async () => {
  const names = COLUMNS.map(({ name }) => name).join(",");
  await screened("--columns", names, "-o", "named.csv");
  expect(readFileSync("named.csv", "utf8").split("\r\n")[0]).toBe(`\uFEFF${names}`);
});

/** 1: against the clock; -1: with it. */
function turnOf(ring: readonly (readonly number[])[]): number {
  const twice = ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [x0 = 0, y0 = 0] = ring[at] ?? [];
    return sum + x0 * y - x * y0;
  }, 0);
  return Math.sign(twice);
}
