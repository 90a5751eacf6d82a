import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./support/session.ts";
import { fixturePath } from "./support/world.ts";
import { APPLICATION, BOUNDARIES } from "./tools/layers/boundaries.ts";

const SHAPEFILE_PARTS = /\.(shx|dbf|prj|cpg)$/i;

/** The files of a folder that a user names; the parts of a shapefile go with its .shp. */
function filesIn(...folder: string[]): readonly string[] {
  return readdirSync(fixturePath(...folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !SHAPEFILE_PARTS.test(entry.name))
    .map(({ name }) => name);
}

/** What the program says of the boundary in a file, with the layers of Fangcheng. */
function check(file: string, args: readonly string[] = []) {
  return run([
    ...["check", fixturePath(APPLICATION), "--geometry", fixturePath("boundaries", file), "--lang", "en"],
    ...["--layers", fixturePath("layers", "fangcheng", "layers.yaml")],
    ...["--register", fixturePath("registers", "fangcheng.json"), ...args],
  ]);
}

interface Report {
  readonly verdict: string;
  readonly location: {
    readonly areaKm2: string;
    readonly overlaps: readonly { readonly key: string; readonly km2: string; readonly share: number }[];
  };
  readonly findings: readonly { readonly rule: string; readonly outcome: string }[];
}

/** All that is decided and measured, areas to 4 decimals of a km². */
function decidedIn(json: string): object {
  const { verdict, location, findings } = JSON.parse(json) as Report;
  return {
    verdict,
    areaKm2: location.areaKm2,
    overlaps: location.overlaps.map(({ key, km2, share }) => `${key} ${Number(km2).toFixed(4)} ${share}`),
    findings: findings.map(({ rule, outcome }) => `${outcome} ${rule}`),
  };
}

describe("an application whose boundary comes as any of the formats", () => {
  let first: object | undefined;
  it("is among the fixtures in every one", () => {
    expect(filesIn("boundaries").toSorted()).toEqual(
      [...BOUNDARIES.map(({ file }) => file), basename(APPLICATION)].toSorted(),
    );
  });

  it.each(BOUNDARIES)("gives the same verdict and the same areas: $file", async ({ file, crs }) => {
    const known = crs === undefined ? [] : ["--crs", crs];
    const { stdout, stderr } = await check(file, ["--format", "json", ...known]);
    expect(stderr).toBe("");
    const decided = decidedIn(stdout);
    expect(decided).toMatchObject({ verdict: "pass", areaKm2: "1.6227" });
    first ??= decided;
    expect(decided).toEqual(first);
  });
});

/** What is said of each, in the error or, where it can be read all the same, in the report. */
const BROKEN: Readonly<Record<string, string>> = {
  "不在中国.csv": "the coordinates lie nowhere in China",
  "不知何带.csv": "the eastings don't begin with a zone, so the zone isn't known",
  "全在一线.geojson": "ring 1 has all its corners on one line and no area",
  "分秒满60.csv": "分秒满60.csv:2:1: minutes and seconds of an angle are less than 60",
  "北京54.txt": "Beijing 54 differs from CGCS2000 by up to a hundred metres",
  "只有两点.csv": "只有两点.csv:2:1: ring 1 has 2 distinct corners",
  "图纸.dwg": "this is AutoCAD DWG, which can't be read",
  "圈相交.geojson": "the edge from corner 2 to corner 3 crosses the edge from corner 1 to corner 2 in ring 2",
  "坐标不是数字.csv": '坐标不是数字.csv:2:1: "待测" isn\'t a coordinate',
  "孔在外.geojson": "ring 2, corner 1 (longitude 112.95277778°, latitude 33.3°) is a corner of a hole",
  "尖刺.geojson": "ring 1, corner 3 (longitude 112.93333333°, latitude 33.28333333°) is a spike",
  "带号与PRJ不符.shp": "contradicts the coordinates: the eastings have 8 digits and begin with zone 38",
  "度还是度分秒.csv": "度还是度分秒.csv:2:1: these numbers may be decimal degrees or",
  "截断.kmz": "the archive is broken or incomplete",
  "截断.shp": "its header states 336 bytes, the file has 200",
  "未闭合.geojson": "ring 1, corner 6",
  "未闭合.shp": "ring 1, corner 6",
  "没有要素.geojson": "没有要素.geojson:1:113: the list of features is empty",
  "火星坐标.csv": "GCJ-02 and BD-09 are deliberately shifted",
  "点号跳号.txt": "点号跳号.txt:16:1: ring 1, corner 4 (J9) doesn't follow J3 before it",
  "点数不符.txt": "the file states 12 corners and lists 9",
  "缺行.txt": "缺行.txt:4:1: it declares 11 rows of corners and elevations and has 10",
  "自相交.geojson": "the edge from corner 1 to corner 2 crosses the edge from corner 3 to corner 4",
  "西安80.shp": "Xian 80 differs from CGCS2000 by up to a hundred metres",
  "面积超过全县.geojson": "more than the 10000 km² that are possible",
};
const READ_ALL_THE_SAME: Readonly<Record<string, string>> = {
  "缺少DBF.shp": "There is no .dbf: features have no attributes",
  "缺少SHX.shp": "There is no .shx: the .shp was read in its order",
};

describe("a broken boundary", () => {
  it("is among the fixtures in every way that is told below", () => {
    expect(filesIn("boundaries", "broken").toSorted()).toEqual(
      Object.keys({ ...BROKEN, ...READ_ALL_THE_SAME }).toSorted(),
    );
  });

  it.each(Object.entries(BROKEN))("is refused: %s", async (file, says) => {
    const { stdout, stderr, exit } = await check(join("broken", file));
    expect(stderr).toContain(says);
    expect(stderr).toContain(file);
    expect(stderr).toMatch(/^ {2}→ /m);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  });

  it.each(Object.entries(READ_ALL_THE_SAME))("is read, and that is told: %s", async (file, says) => {
    const { stdout, exit } = await check(join("broken", file));
    expect(stdout).toContain(says);
    expect(exit).toBe(0);
  });
});
