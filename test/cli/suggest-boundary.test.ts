import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { run } from "../support/session.ts";
import { type Corner, mapCorners, polygon, rectangle, seeded, star } from "../support/shapes.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "建议 范围-"));
  process.chdir(folder);
  cpSync(join(HOME, "test", "scenarios", "plans"), "plans", { recursive: true });
  writeJson("register.json", { asOf: "2024-05-01", mines: 40 });
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

type Shape = ReturnType<typeof rectangle>;

function writeJson(name: string, value: unknown): void {
  writeFileSync(name, JSON.stringify(value));
}

/** Metres about a place, as a GeoJSON file in zone 38 or in degrees. */
function write(name: string, shapes: readonly Shape[], degrees = false, properties: object = {}): void {
  const place = (x: number, y: number): Corner =>
    degrees ? [114 + x / 90_950, 35.2275 + y / 110_950] : [38_500_000 + x, 3_900_000 + y];
  const features = mapCorners(shapes, place).map(({ shell }) => {
    const corners = Array.from({ length: shell.length / 2 }, (_, at) => [shell[2 * at], shell[2 * at + 1]]);
    return {
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: [[...corners, corners[0]]] },
    };
  });
  const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4526" } };
  writeJson(name, { type: "FeatureCollection", ...(degrees ? {} : { crs }), features });
}

const REDLINE = "constraints:\n  ecological-redline: { file: 红线.geojson }\n";

/** An application that passes but for where it lies. */
function application(changes: object = {}): object {
  return {
    id: "虚构-甲",
    plan: "sample",
    date: "2024-05-20",
    right: "mining",
    operation: "new",
    mineral: "岩金",
    output: { value: 16, unit: "万吨/年", of: "ore" },
    depositSize: "large",
    documents: { "green-mine-plan": true, "ecological-opinion": false },
    site: { inCounty: true, constraints: { "nature-reserve": "clear" } },
    geometry: { file: "范围.geojson" },
    ...changes,
  };
}

interface Feature {
  readonly properties: {
    readonly role: string;
    readonly rank: number;
    readonly application: string;
    readonly areaKm2: string;
    readonly share: number;
    readonly verdict: string;
    readonly open: readonly { readonly rule: string; readonly outcome: string; readonly clauses: string[] }[];
    readonly notice: { readonly zh: string; readonly en: string };
  };
  readonly geometry: { readonly coordinates: readonly (readonly (readonly Corner[])[])[] };
}

interface Collection {
  readonly crs?: unknown;
  readonly features: readonly Feature[];
}

const OUT = "建议.geojson";

async function check(...more: readonly string[]) {
  const shared = ["--plans", "plans", "--register", "register.json", "--suggest-boundary", OUT];
  const { stdout, stderr, exit } = await run(["check", "申请.json", ...shared, ...more]);
  const written = existsSync(OUT) ? (JSON.parse(readFileSync(OUT, "utf8")) as Collection) : undefined;
  return { stdout, stderr, exit, written };
}

/** What the program says of one suggested part when it is handed in. */
async function handedIn(
  { features, ...rest }: Collection,
  feature: Feature | undefined,
  given = application(),
) {
  expect(features).toContain(feature);
  writeJson("再报.geojson", { ...rest, features: [feature] });
  writeJson("再报.json", given);
  const { stdout } = await run([
    ...[
      "check",
      "再报.json",
      "--plans",
      "plans",
      "--register",
      "register.json",
      "--geometry",
      "再报.geojson",
    ],
    ...["--layers", "图层.yaml", "--format", "json"],
  ]);
  const { verdict, location, findings } = JSON.parse(stdout) as {
    readonly verdict: string;
    readonly location: { readonly areaKm2: string };
    readonly findings: readonly { readonly rule: string; readonly outcome: string }[];
  };
  const open = findings.filter(({ outcome }) => outcome === "fail" || outcome === "review");
  return { verdict, areaKm2: location.areaKm2, open: open.map(({ rule }) => rule) };
}

describe("a redline through the middle", () => {
  beforeEach(() => {
    write("范围.geojson", [rectangle(0, 0, 1000, 500)]);
    write("红线.geojson", [rectangle(600, -1000, 650, 2000)]);
    writeFileSync("图层.yaml", REDLINE);
  });

  it("leaves two parts, the larger one first, each with the verdict that it gets when it is handed in", async () => {
    writeJson("申请.json", application());
    const { exit, stdout, written } = await check("--layers", "图层.yaml", "--lang", "zh");
    expect(exit).toBe(1);
    const all = (written as Collection).features;
    expect(
      all.map(({ properties: { rank, role, areaKm2, verdict } }) => [rank, role, areaKm2, verdict]),
    ).toEqual([
      [1, "suggestion", "0.3000", "pass"],
      [2, "suggestion", "0.1750", "pass"],
    ]);
    for (const feature of all) {
      expect(feature.properties.notice.zh).toContain("不是批准");
      expect(feature.properties.notice.en).toContain("not an approval");
      expect(await handedIn(written as Collection, feature)).toEqual({
        verdict: "pass",
        areaKm2: feature.properties.areaKm2,
        open: [],
      });
    }
    expect(stdout).toMatch(/建议范围（计算结果，不是批准）[\s\S]*红线重叠的 0\.025 平方千米 \[SC-SPA-01\]/);
    expect(stdout.indexOf("建议范围")).toBeLessThan(stdout.lastIndexOf("结论：不符合"));
  });

  it("is cut off also where it was declared as clear, and as an area that no longer holds", async () => {
    const constraints = { "ecological-redline": "clear", "nature-reserve": "clear" };
    writeJson("申请.json", application({ areaKm2: 0.5, site: { inCounty: true, constraints } }));
    const { stdout, exit } = await check("--layers", "图层.yaml", "--format", "json");
    expect(exit).toBe(3);
    const { suggestion } = JSON.parse(stdout) as { suggestion: { parts: object[]; setAside: string[] } };
    expect(suggestion.parts).toMatchObject([{ verdict: "pass" }, { verdict: "pass" }]);
    expect(suggestion.setAside).toEqual(["areaKm2", "site.constraints.ecological-redline"]);
  });

  it("says what still fails of the part", async () => {
    const small = application({ output: { value: 14, unit: "万吨/年", of: "ore" } });
    writeJson("申请.json", small);
    const { stdout, written } = await check("--layers", "图层.yaml", "--lang", "en");
    const [best] = (written as Collection).features;
    expect(best?.properties).toMatchObject({
      verdict: "fail",
      open: [{ rule: "minimum-scale", outcome: "fail", clauses: ["SC-MIN-02"] }],
    });
    expect(await handedIn(written as Collection, best, small)).toMatchObject({ open: ["minimum-scale"] });
    expect(stdout).toMatch(/It would get +FAIL\n +Against it +Fails: /);
  });

  it("leaves nothing in common even where no overlap at all is let pass", async () => {
    const random = seeded(7);
    write("范围.geojson", [polygon(star(random, 9, 0, 0, 800))]);
    write("红线.geojson", [polygon(star(random, 11, 500, 100, 600))]);
    writeJson("申请.json", application());
    const { written } = await check("--layers", "图层.yaml", "--tolerance", "0");
    expect(written?.features[0]?.properties.verdict).toBe("pass");
  });

  it("of several applications in one file, in degrees where their coordinate systems differ", async () => {
    write("乙.geojson", [rectangle(500, 0, 700, 500)], true);
    const other = application({ id: "虚构-乙", geometry: { file: "乙.geojson" } });
    writeJson("申请.json", [application(), other]);
    const { written } = await check("--layers", "图层.yaml");
    expect(written?.crs).toBeUndefined();
    const ids = written?.features.map(({ properties }) => `${properties.application} ${properties.rank}`);
    expect(ids).toEqual(["虚构-甲 1", "虚构-甲 2", "虚构-乙 1", "虚构-乙 2"]);
    for (const feature of written?.features ?? []) {
      expect(feature.geometry.coordinates[0]?.[0]?.[0]?.[0]).toBeCloseTo(114, 1);
      const again = await handedIn(written as Collection, feature);
      expect(again).toMatchObject({
        verdict: feature.properties.verdict,
        areaKm2: feature.properties.areaKm2,
      });
    }
  });

  it.each([
    ["the application", ["申请.json"]],
    ["the boundary", ["范围.geojson"]],
    ["a layer", ["红线.geojson"]],
    ["the report", ["报告.json", "-o", "json=报告.json"]],
  ])("isn't written over %s", async (_name, args) => {
    writeJson("申请.json", application());
    const [file = "", ...more] = args;
    const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const shared = ["--plans", "plans", "--register", "register.json", "--layers", "图层.yaml"];
    const { exit, stderr } = await run([
      ...["check", "申请.json", ...shared, "--suggest-boundary", file, ...more],
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain(file);
    expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(before);
  });
});

describe("nothing is suggested, and no file written,", () => {
  it.each<[string, readonly Shape[], object, string]>([
    ["where all of it is closed", [rectangle(-10, -10, 1010, 510)], {}, "除去生态保护红线后没有剩余"],
    [
      "where only scraps are left",
      [rectangle(4, -10, 1010, 510)],
      {},
      "所余各块都窄于 1 米或小于原范围的 1%",
    ],
    ["where it passes", [rectangle(1000, 0, 1100, 500)], {}, "已符合"],
    [
      "where it doesn't lie with the place",
      [rectangle(1000, 0, 1100, 500)],
      { output: { value: 14, unit: "万吨/年", of: "ore" } },
      "都不是裁切范围能解决的",
    ],
    ["without coordinates", [rectangle(0, 0, 1, 1)], { geometry: undefined }, "没有范围坐标"],
  ])("%s", async (_name, redline, changes, why) => {
    write("范围.geojson", [rectangle(0, 0, 1000, 500)]);
    write("红线.geojson", redline);
    writeFileSync("图层.yaml", REDLINE);
    writeJson("申请.json", application(changes));
    const { stdout, written } = await check("--layers", "图层.yaml", "--lang", "zh");
    expect(stdout.replace(/\s/g, "")).toContain(why.replace(/\s/g, ""));
    expect(stdout).toContain("未写文件");
    expect(written).toBeUndefined();
  });
});

describe("existing rights", () => {
  it("are kept out of, but for the applicant's own", async () => {
    write("范围.geojson", [rectangle(0, 0, 1000, 500)]);
    write("他人.geojson", [rectangle(900, -10, 1100, 510)], false, { 权利人: "虚构乙公司" });
    write("本人.geojson", [rectangle(-100, -10, 100, 510)], false, { 权利人: "虚构甲公司" });
    const layers = ["他人", "本人"].map(
      (name) => `  - { file: ${name}.geojson, fields: { holder: 权利人 } }\n`,
    );
    writeFileSync("图层.yaml", `existingRights:\n${layers.join("")}`);
    const constraints = { "nature-reserve": "clear", "ecological-redline": "clear" };
    const given = { applicant: { name: "虚构甲公司" }, site: { inCounty: true, constraints } };
    writeJson("申请.json", application(given));
    const { exit, written } = await check("--layers", "图层.yaml");
    expect(exit).toBe(3);
    expect(written?.features).toMatchObject([{ properties: { areaKm2: "0.4500", verdict: "pass" } }]);
  });
});

describe("ground that it must keep within", () => {
  it("is the county, and what is closed there is cut off as well", async () => {
    write("范围.geojson", [rectangle(0, 0, 1000, 500)]);
    write("红线.geojson", [rectangle(-10, -10, 100, 510), rectangle(300, 100, 320, 120)]);
    write("县域.geojson", [rectangle(-5000, -5000, 900, 5000)]);
    writeFileSync("图层.yaml", `county: { file: 县域.geojson }\n${REDLINE}`);
    writeJson("申请.json", application({ site: { constraints: { "nature-reserve": "clear" } } }));
    const { written } = await check("--layers", "图层.yaml");
    expect(written?.features).toMatchObject([{ properties: { areaKm2: "0.3996", verdict: "pass" } }]);
    const [xs, hole] = written?.features[0]?.geometry.coordinates[0] ?? [];
    const east = (xs ?? []).map(([x]) => x - 38_500_000);
    expect([Math.min(...east), Math.max(...east)]).toEqual([100, 900]);
    expect(hole).toHaveLength(5);
  });

  it.each([
    ["one zone by its name", "zones: { file: 分区.geojson, name: 漠泥沟乡姬家村建筑用砂石料矿集中开采区 }\n"],
    ["the zones of a kind", "zones: { file: 分区.geojson, kind: 集中开采区, fields: { name: 名称 } }\n"],
  ])("is a zone that the plan asks for: %s", async (_name, layers) => {
    write("范围.geojson", [rectangle(0, 0, 600, 500)]);
    write("分区.geojson", [rectangle(-500, -500, 400, 900)], false, {
      名称: "漠泥沟乡姬家村建筑用砂石料矿集中开采区",
    });
    writeFileSync("图层.yaml", layers);
    const fixture = readFileSync(
      join(HOME, "fixtures", "linxia", "pass-building-sand-in-its-zone.json"),
      "utf8",
    );
    const given = JSON.parse(fixture) as { readonly site: object };
    writeJson("申请.json", { ...given, geometry: { file: "范围.geojson" } });
    const register = join(HOME, "fixtures", "registers", "linxia.json");
    const { stdout } = await run([
      ...["check", "申请.json", "--register", register, "--layers", "图层.yaml", "--format", "json"],
      ...["--suggest-boundary", OUT],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      suggestion: {
        cuts: [{ how: "within", km2: "0.1" }],
        parts: [{ areaKm2: "0.2000" }],
      },
    });
    const { features } = JSON.parse(readFileSync(OUT, "utf8")) as Collection;
    expect(features[0]?.properties.open.map(({ rule }) => rule)).not.toContain("designated-zone");
  });
});

describe("a planned block", () => {
  it("is kept within: of two, the one that leaves more", async () => {
    write("范围.geojson", [rectangle(0, 0, 1000, 500)]);
    write("区块.geojson", [rectangle(-500, -500, 600, 900), rectangle(700, -500, 1500, 900)]);
    writeFileSync("图层.yaml", "blocks: { file: 区块.geojson, kind: exploration }\n");
    const fixture = join(HOME, "fixtures", "kazuo", "pass-gold-exploration-in-an-approved-block.json");
    const given = JSON.parse(readFileSync(fixture, "utf8")) as object;
    writeJson("申请.json", { ...given, geometry: { file: "范围.geojson" } });
    const { stdout } = await run([
      ...["check", "申请.json", "--register", join(HOME, "fixtures", "registers", "kazuo.json")],
      ...["--layers", "图层.yaml", "--format", "json", "--suggest-boundary", OUT],
    ]);
    const { suggestion } = JSON.parse(stdout) as { readonly suggestion: object };
    expect(suggestion).toMatchObject({
      cuts: [{ how: "within", km2: "0.2" }],
      parts: [{ areaKm2: "0.3000" }],
    });
  });
});

describe("of any boundary and any redlines", () => {
  it.each(
    [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => [false, true].map((degrees) => [seed, degrees] as const)),
  )("each part gets the verdict that was promised (%d, degrees: %s)", async (seed, degrees) => {
    const random = seeded(seed);
    write("范围.geojson", [polygon(star(random, 8, 0, 0, 500))], degrees);
    const redlines = [1, 2, 3].map(() =>
      polygon(star(random, 7, random() * 600 - 300, random() * 600 - 300, 50 + random() * 250)),
    );
    write("红线.geojson", redlines, seed % 2 === 0);
    writeFileSync("图层.yaml", REDLINE);
    writeJson("申请.json", application());
    const { written } = await check("--layers", "图层.yaml");
    const all = written as Collection;
    for (const feature of all.features) {
      const { verdict, areaKm2 } = feature.properties;
      expect(verdict).toBe("pass");
      expect(await handedIn(all, feature)).toEqual({ verdict, areaKm2, open: [] });
    }
  });
});
