import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { NoEquation, readEquation } from "../../src/plan/cases/arithmetic.ts";
import { withChanges } from "../../src/plan/cases/changes.ts";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

const TRIAL = join(HOME, "test", "scenarios", "trial");
const SOUND = readFileSync(join(TRIAL, "cases", "sound.yaml"), "utf8");
const PLANS = ["--plans", join(TRIAL, "plans")];

inScratch();

describe("the arithmetic of a case", () => {
  it.each([
    ["15 - 0.1 = 14.9", true],
    ["15 − 0.1 = 14.8", false],
    ["0.1 + 0.2 = 0.3", true],
    ["5.61 km² ≤ 10.996 km²", true],
    ["5.61 km² ≤ 10.996", true],
    ["10.996 <= 10.996", true],
    ["10.996 < 10.996", false],
    ["10.997 ≤ 10.996", false],
    ["10.996 >= 10.996", true],
    ["10.996 > 10.996", false],
    ["10.997 ≥ 10.996", true],
    ["1 ≠ 2", true],
    ["1 != 1", false],
    ["2 + 3 × 4 = 14", true],
    ["(2 + 3) × 4 = 20", true],
    ["10 - 3 - 2 = 5", true],
    ["12 ÷ 2 ÷ 3 = 2", true],
    ["100 ÷ 3 × 3 = 100", true],
    ["1 ÷ 3 = 0.3333", false],
    ["-2 × -3 = 6", true],
    ["6 ÷ -2 < -2", true],
    ["10.996 × 125% = 13.745", true],
    ["1,500 + 1 = 1501", true],
    ["９＋６＝１５", true],
    ["1 < 2 < 3", true],
    ["1 < 2 < 2", false],
    ["3 < 2 < 4", false],
    ["已设加拟设: 40 + 5 ≤ 45", true],
    ["已设加拟设：40 + 6 ≤ 45", false],
    ["300 万吨/年 = 300 万吨/年", true],
  ])("%s: %s", (text, holds) => {
    expect(readEquation(text).holds).toBe(holds);
  });

  it.each([
    ["15 - 0.1", "nothing in it is compared"],
    ["15 -  = 14", "it is incomplete"],
    ["(15 - 0.1 = 14.9", "it is incomplete"],
    ["15 14 = 29", "it is incomplete"],
    ["15 = 15 )", "it is incomplete"],
    ["1 ÷ 0 = 0", "it divides by zero"],
    ["1 ÷ (2 - 2) = 0", "it divides by zero"],
    ["output = 15", 'it can\'t be read from "output = 15" on'],
    ["15 & 3 = 3", 'it can\'t be read from "& 3 = 3"'],
    ["1,50 = 150", '"1,50" isn\'t a number'],
    ["1 km² = 100 公顷", 'it has two units, "km2" and "公顷"'],
    ["just words", "it can't be read from \"just"],
    ["a label: ", "it is incomplete"],
  ])("%s is refused: %s", (text, says) => {
    expect(() => readEquation(text)).toThrow(NoEquation);
    expect(() => readEquation(text)).toThrow(says);
  });
});

describe("the changes of a case", () => {
  const BASE = { output: { value: 15, unit: "万吨/年" }, coMinerals: [{ name: "银矿" }], mineral: "岩金" };

  it.each([
    ["a value", { mineral: "铁矿" }, { ...BASE, mineral: "铁矿" }],
    ["a value within", { "output.value": 9 }, { ...BASE, output: { value: 9, unit: "万吨/年" } }],
    ["an element of a list", { "coMinerals.0.name": "铜矿" }, { ...BASE, coMinerals: [{ name: "铜矿" }] }],
    ["what isn't there yet", { "site.inCounty": true }, { ...BASE, site: { inCounty: true } }],
    ["an object where a text stood", { "mineral.name": "铁矿" }, { ...BASE, mineral: { name: "铁矿" } }],
    ["a fact away", { "output.unit": null }, { ...BASE, output: { value: 15 } }],
  ])("put in %s", (_name, changes, changed) => {
    expect(withChanges(BASE, changes)).toEqual(changed);
  });

  it("leave the base and every other object as they are", () => {
    const changed = withChanges(BASE, { "output.value": 9, "__proto__.polluted": true });
    expect(BASE.output.value).toBe(15);
    expect({}).not.toHaveProperty("polluted");
    expect(Object.keys(changed)).toContain("__proto__");
  });
});

/** Runs the sound cases with something in them put otherwise. */
async function runWith(of: string, by: string) {
  expect(SOUND).toContain(of);
  writeFileSync("cases.yaml", SOUND.replace(of, by));
  return run(["plan", "test", "cases.yaml", ...PLANS]);
}

/** The place of a text in the sound cases once something is put otherwise: `line:column`. */
function placeOf(text: string, of: string, by: string): string {
  const changed = SOUND.replace(of, by);
  const before = changed.slice(0, changed.indexOf(text)).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

describe("a file of cases", () => {
  it.each([
    {
      name: "an unknown base",
      of: "    set: { output.value: 14.9 }",
      by: "    base: gould",
      at: "gould",
      says: 'there is no base application "gould"',
    },
    {
      name: "a name twice",
      of: "name: the 45th mine",
      by: "name: the 44th mine",
      at: undefined,
      says: 'the name "the 44th mine" appears twice, first in line 31',
    },
    {
      name: "an unknown clause",
      of: "TC-SPA-01: fail",
      by: "TC-SPA-10: fail",
      at: "TC-SPA-10: fail",
      says: 'the plan trial has no clause "TC-SPA-10"',
    },
    {
      name: "an unknown rule",
      of: "TC-MIN-02@minimum-scale",
      by: "TC-MIN-02@minimal-scale",
      at: "TC-MIN-02@minimal",
      says: 'there is no rule "minimal-scale"',
    },
    {
      name: "an unknown outcome",
      of: "TC-SPA-01: fail",
      by: "TC-SPA-01: fial",
      at: "fial",
      says: '"fial" isn\'t allowed (did you mean fail?)',
    },
    {
      name: "an unknown fact",
      of: "{ depositSize: medium,",
      by: "{ depositsize: medium,",
      at: "depositsize",
      says: 'unknown field "depositsize"',
    },
    {
      name: "a fact of the wrong kind",
      of: "{ depositSize: medium,",
      by: "{ depositSize: 3,",
      at: "3,",
      says: '"depositSize"',
    },
    {
      name: "a wrong fact of the base",
      of: "mineral: 岩金",
      by: "mineral: 5",
      at: "5\n",
      says: '"mineral" must be a text, but is 5',
    },
    {
      name: "a fact taken away that isn't there",
      of: "{ output.value: 14.9 }",
      by: "{ outptu.value: null }",
      at: "outptu",
      says: 'the base has no "outptu.value" to take away',
    },
    {
      name: "an unknown count",
      of: "{ mines: 43 }",
      by: "{ mine: 43 }",
      at: "mine: 43",
      says: 'unknown field "mine"',
    },
    {
      name: "an attestation of no clause",
      of: "{ output.value: 14.9 }",
      by: "{ attestations: [{ clause: TC-GEN-99, met: true, by: 甲 }] }",
      at: "TC-GEN-99",
      says: "TC-GEN-99",
    },
    {
      name: "a reason for no clause",
      of: "TC-GRN-01: shown",
      by: "TC-GRN-10: shown",
      at: "TC-GRN-10",
      says: 'has no clause "TC-GRN-10"',
    },
    {
      name: "a plan that isn't there",
      of: "plan: trial",
      by: "plan: trail",
      at: "trail",
      says: 'there is no plan "trail"',
    },
    {
      name: "no plan",
      of: "plan: trial",
      by: "layers: x.yaml",
      at: "layers",
      says: "doesn't say which plan it is for",
    },
    {
      name: "no base",
      of: SOUND.slice(SOUND.indexOf("base:"), SOUND.indexOf("cases:")),
      by: "base: {}\n",
      at: "{}",
      says: "there is no base application",
    },
  ])("with $name is refused at its place", async ({ of, by, at, says }) => {
    const { stderr, stdout, exit } = await runWith(of, by);
    expect(stderr).toContain(says);
    if (at !== undefined) expect(stderr).toContain(`cases.yaml:${placeOf(at, of, by)}: `);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  });

  it.each([
    [
      "a figure on the other side",
      "output.value: 14.9",
      "output.value: 15",
      "TC-MIN-02@minimum-scale: expected fail, got pass",
    ],
    ["another verdict", "verdict: review", "verdict: pass", "verdict: expected PASS, got REVIEW"],
    ["arithmetic that isn't so", "15 - 0.1 = 14.9", "15 - 0.2 = 14.9", "the arithmetic is wrong"],
    [
      "a figure that left its arithmetic",
      "output.value: 14.9",
      "output.value: 14.8",
      "no number of the arithmetic is one of the case's own",
    ],
    [
      "a register that is there",
      "register: none",
      "register: { mines: 1 }",
      "TC-CNT-01: expected review, got pass",
    ],
  ])("with %s doesn't come out as expected", async (_name, of, by, says) => {
    const { stdout, stderr, exit } = await runWith(of, by);
    expect(stdout).toContain(says);
    expect(stdout).toMatch(/^7 cases: 6 as expected, 1 not$/m);
    expect({ stderr, exit }).toEqual({ stderr: "", exit: 1 });
  });
});

describe("a case with a boundary", () => {
  const square = (west: number) => {
    const [south, size] = [33.2, 0.01];
    const ring = [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ];
    return { type: "Polygon", coordinates: [ring] };
  };

  beforeAll(() => {
    mkdirSync("layers");
    writeFileSync(
      "layers/reserve.geojson",
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: {}, geometry: square(113.0) }],
      }),
    );
    writeFileSync(
      "layers/layers.yaml",
      "constraints: { nature-reserve: { file: reserve.geojson, crs: EPSG:4490 } }\n",
    );
  });

  it.each([
    [113.005, "fail"],
    [113.02, "pass"],
  ])("is measured by the layers of its file: from %s° east it is a %s", async (west, outcome) => {
    const base = SOUND.slice(SOUND.indexOf("base:"), SOUND.indexOf("cases:")).replace(
      ", constraints: { nature-reserve: clear }",
      "",
    );
    const one = `  - { name: measured, set: { geometry: ${JSON.stringify(square(west))} }, findings: { TC-SPA-01: ${outcome} } }`;
    writeFileSync("cases.yaml", `plan: trial\nlayers: layers/layers.yaml\n${base}cases:\n${one}\n`);
    const { stdout, stderr, exit } = await run(["plan", "test", "cases.yaml", ...PLANS]);
    expect({ stdout, stderr, exit }).toEqual({
      stdout: "1 case: 1 as expected, 0 not\n",
      stderr: "",
      exit: 0,
    });
  });
});
