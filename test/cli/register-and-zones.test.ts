import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ellipsoidalAreaM2 } from "../../src/geometry/area/area.ts";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { rectangle } from "../support/shapes.ts";

inScratch();

const SAMPLE = readFileSync(join(HOME, "test", "scenarios", "plans", "sample.yaml"), "utf8");

type Box = readonly [west: number, south: number, east: number, north: number];
const polygon = ([west, south, east, north]: Box) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  ],
});

const SITE: Box = [113.01, 33.01, 113.02, 33.02];
const ZONE: Box = [113, 33, 113.05, 33.05];
const AWAY: Box = [113.1, 33.1, 113.15, 33.15];
const ZONE_KM2 = ellipsoidalAreaM2([rectangle(...ZONE)]) / 1e6;

/** The sample plan with a zone that it draws, and where a mine must lie. */
function plan(geometry: string, areaKm2 = ZONE_KM2.toFixed(4)): string {
  return SAMPLE.replace(
    /^rules:$/m,
    `zones:
  - name: 虚构一号集中开采区
    kind: 集中开采区
    clause: SC-SPA-01
    areaKm2: "${areaKm2}"
    geometry: ${geometry}
rules:
  designated-zone:
    - { clause: SC-SPA-01, kind: 集中开采区, ask: within }`,
  );
}

const application = (more: object = {}) => ({
  id: "虚构-1",
  date: "2024-05-20",
  right: "mining",
  operation: "new",
  mineral: "岩金",
  geometry: polygon(SITE),
  ...more,
});

interface Finding {
  readonly rule: string;
  readonly outcome: string;
  readonly message: { readonly en: string };
  readonly missing?: readonly { readonly field: string; readonly why: string }[];
}

/** The findings of a rule, as `outcome: message`; behind a bar what is missing. */
async function findings(rule: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await run(["check", "a.json", "--format", "json", ...args]);
  expect(stderr).toBe("");
  const report = JSON.parse(stdout) as { findings: readonly Finding[] };
  return report.findings
    .filter((one) => one.rule === rule)
    .map(({ outcome, message, missing = [] }) =>
      [`${outcome}: ${message.en}`, ...missing.map(({ field, why }) => `${field}: ${why}`)].join(" | "),
    );
}

async function complaint(...args: readonly string[]): Promise<string> {
  const { exit, stderr } = await run(["check", "a.json", ...args]);
  expect(exit).toBe(2);
  return stderr.split("\n")[0] ?? "";
}

beforeAll(() => {
  mkdirSync("规划 数据/图形", { recursive: true });
  writeFileSync("规划 数据/图形/一号.geojson", JSON.stringify(polygon(ZONE)));
  writeFileSync("规划 数据/图形/他处.geojson", JSON.stringify(polygon(AWAY)));
});

const PLAN = "规划 数据/plan.yaml";

describe("zones that the plan's own data draw", () => {
  const cases: readonly (readonly [name: string, geometry: string, begins: RegExp])[] = [
    ["in place", JSON.stringify(polygon(ZONE)), /^pass: /],
    ["in place, elsewhere", JSON.stringify(polygon(AWAY)), /^fail: /],
    ["by a file beside the plan", "{ file: 图形/一号.geojson }", /^pass: .*一号\.geojson/],
    ["by a file, elsewhere", "{ file: 图形/他处.geojson }", /^fail: /],
  ];
  it.each(cases)("%s", async (_name, geometry, begins) => {
    writeFileSync("a.json", JSON.stringify(application()));
    writeFileSync(
      PLAN,
      plan(geometry, geometry.includes("他处") || geometry.includes("113.1") ? awayKm2() : undefined),
    );
    expect((await findings("designated-zone", "--plan", PLAN)).join("\n")).toMatch(begins);
  });

  it("leave it open where another area than the printed one is drawn", async () => {
    writeFileSync("a.json", JSON.stringify(application()));
    writeFileSync(PLAN, plan(JSON.stringify(polygon(ZONE)), (ZONE_KM2 * 1.02).toFixed(4)));
    const [found = ""] = await findings("designated-zone", "--plan", PLAN);
    expect(found).toMatch(/^review: /);
    expect(found).toMatch(/plan\.zones\.0\.geometry.*mineright 自定界限/);
  });

  it("tell of a small difference where the boundary is told of", async () => {
    writeFileSync("a.json", JSON.stringify(application()));
    writeFileSync(PLAN, plan(JSON.stringify(polygon(ZONE)), (ZONE_KM2 * 1.005).toFixed(4)));
    const { stdout } = await run(["check", "a.json", "--plan", PLAN, "--lang", "zh"]);
    expect(stdout.replace(/\s+/g, "")).toMatch(
      /虚构一号集中开采区：图层面积[\d.]+平方千米，规划为[\d.]+平方千米，相差0\.5%/,
    );
    expect((await findings("designated-zone", "--plan", PLAN)).join("\n")).toMatch(/^pass: /);
  });

  it("give way to the zone's own layer of the layers file", async () => {
    writeFileSync("a.json", JSON.stringify(application()));
    writeFileSync(PLAN, plan(JSON.stringify(polygon(AWAY))));
    writeFileSync("layers.yaml", "zones: { name: 虚构一号集中开采区, file: 规划 数据/图形/一号.geojson }");
    const found = await findings("designated-zone", "--plan", PLAN, "--layers", "layers.yaml");
    expect(found.join("\n")).toMatch(/^pass: /);
  });

  it.each([
    [
      "a missing file",
      "{ file: 图形/没有.geojson }",
      `${PLAN}:16:15: 规划 数据/图形/没有.geojson: no such file`,
    ],
    [
      "coordinates that are none",
      "{ type: Polygon, coordinates: [[[113, x], [113, 34], [114, 33], [113, 33]]] }",
      `${PLAN}:16:15: `,
    ],
    [
      "a CRS that can't be told",
      JSON.stringify(polygon([500000, 3650000, 500100, 3650100])),
      `${PLAN}:16:15: `,
    ],
    ["what is no geometry", "{ type: Kreis }", `${PLAN}:16:15: `],
  ])("%s", async (_name, geometry, says) => {
    writeFileSync("a.json", JSON.stringify(application()));
    writeFileSync(PLAN, plan(geometry));
    expect((await complaint("--plan", PLAN)).slice(0, says.length)).toBe(says);
  });
});

function awayKm2(): string {
  return (ellipsoidalAreaM2([rectangle(...AWAY)]) / 1e6).toFixed(4);
}

const OVER: Box = [113.015, 33.01, 113.03, 33.02];
const feature = (properties: object, box?: Box) => ({
  type: "Feature",
  properties,
  geometry: box === undefined ? null : polygon(box),
});
const collection = (...features: readonly object[]) =>
  JSON.stringify({ type: "FeatureCollection", features });

describe("a register with boundaries decides the overlap with existing rights", () => {
  const cases: readonly (readonly [name: string, file: string, text: string, is: RegExp])[] = [
    [
      "another's right",
      "r.geojson",
      collection(feature({ 许可证号: "虚构C1", 采矿权人: "别家" }, OVER)),
      /^review: It overlaps mining right 虚构C1 \(0\.5\d+ km²\) \(measured on r\.geojson/,
    ],
    [
      "the same by a list",
      "r.yaml",
      `asOf: 2024-05-01\nrights:\n  - { id: 虚构C1, holder: 别家, geometry: ${JSON.stringify(polygon(OVER))} }`,
      /^review: It overlaps mining right 虚构C1 \(0\.5\d+ km²\) \(measured on r\.yaml, as of 2024-05-01/,
    ],
    [
      "the applicant's own",
      "r.geojson",
      collection(feature({ 许可证号: "虚构C1", 采矿权人: "本公司" }, OVER)),
      /^$/,
    ],
    [
      "one that has ended",
      "r.geojson",
      collection(feature({ 许可证号: "虚构C1", 采矿权人: "别家", 状态: "注销" }, OVER)),
      /^$/,
    ],
    ["none near", "r.geojson", collection(feature({ 许可证号: "虚构C1", 采矿权人: "别家" }, AWAY)), /^$/],
    [
      "none near, and one that isn't placed",
      "r.geojson",
      collection(feature({ 许可证号: "虚构C1", 采矿权人: "别家" }, AWAY), feature({ 许可证号: "虚构C2" })),
      /^review: .*\| register\.rights: .*虚构C2/,
    ],
    [
      "one that isn't placed and has ended",
      "r.geojson",
      collection(
        feature({ 许可证号: "虚构C1", 采矿权人: "别家" }, AWAY),
        feature({ 许可证号: "虚构C2", 状态: "注销" }),
      ),
      /^$/,
    ],
    [
      "a list without places doesn't speak of overlaps",
      "r.csv",
      "许可证号,采矿权人\n虚构C1,别家",
      /^note: Overlap with existing rights isn't stated/,
    ],
  ];
  it.each(cases)("%s", async (_name, file, text, is) => {
    writeFileSync("a.json", JSON.stringify(application({ plan: "sample", applicant: { name: "本公司" } })));
    writeFileSync("sample.yaml", SAMPLE);
    writeFileSync(file, text);
    const found = await findings("existing-rights", "--plan", "sample.yaml", "--register", file);
    expect(found.filter((one) => !one.startsWith("pass")).join("\n")).toMatch(is);
  });

  it("counts the rights of the same file", async () => {
    writeFileSync("a.json", JSON.stringify(application()));
    writeFileSync("sample.yaml", SAMPLE);
    const rows = Array.from({ length: 44 }, (_, at) => `虚构C${at},萤石`);
    for (const [rights, outcome] of [
      [43, "pass"],
      [44, "review"],
    ] as const) {
      writeFileSync("r.csv", ["许可证号,主矿种", ...rows.slice(0, rights)].join("\n"));
      const [found = ""] = await findings("mine-count", "--plan", "sample.yaml", "--register", "r.csv");
      expect(found.startsWith(`${outcome}: `), found).toBe(true);
    }
  });
});

describe("the exploration right that a conversion grows from, by its licence number", () => {
  const cases: readonly (readonly [name: string, box: Box | undefined, is: RegExp])[] = [
    ["around the site", ZONE, /^pass: It lies within the exploration right \(measured on r\.geojson/],
    [
      "half of the site",
      OVER,
      /^(fail|review): It reaches beyond the exploration right \(measured on r\.geojson/,
    ],
    ["far away", AWAY, /^(fail|review): It reaches beyond the exploration right \(measured on r\.geojson/],
    ["without a boundary", undefined, /^review: It isn't stated whether/],
  ];
  it.each(cases)("%s", async (_name, box, is) => {
    const base = { id: "虚构T9", right: "exploration" };
    writeFileSync("a.json", JSON.stringify(application({ operation: "conversion", base })));
    const other = feature({ 许可证号: "虚构T1", 矿权类型: "探矿权" }, AWAY);
    writeFileSync("r.geojson", collection(other, feature({ 许可证号: "虚构T9", 矿权类型: "探矿权" }, box)));
    const found = await findings("exploration-area", "--plan", "fangcheng", "--register", "r.geojson");
    expect(found[0]).toMatch(is);
  });
});
