import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { BUILT, ensureBuilt } from "../support/built.ts";
import { run } from "../support/session.ts";
import { fixtureNames, PLAN_IDS } from "../support/world.ts";

beforeAll(ensureBuilt, 120_000);

const FIXTURE = join("fixtures", "fangcheng", "pass-gold-at-the-minimum.json");
const REGISTER = join("fixtures", "registers", "fangcheng.json");
const LAYERS = join("fixtures", "layers", "linxia", "layers.yaml");
const BROKEN = join("test", "input", "bad-applications.expected.txt");

function fixturesOf(plan: string): string[] {
  return fixtureNames(plan).map((name) => join("fixtures", plan, name));
}

const RUNS: readonly (readonly [what: string, args: readonly string[]])[] = [
  ["a report", ["check", FIXTURE, "--register", REGISTER, "--lang", "zh"]],
  ["a report as JSON, with the reasoning", ["check", FIXTURE, "--format", "json", "--explain"]],
  ["an error", ["check", BROKEN]],
  ["a plan that doesn't exist", ["check", FIXTURE, "--plan", "nowhere"]],
  ["the plans", ["plan", "list", "--json"]],
  ["what is found in the bundled plans, which the build checked", ["plan", "validate"]],
  ["what is found in one of them", ["plan", "validate", join("plans", "lingbao.yaml"), "--format", "json"]],
  ...PLAN_IDS.map(
    (plan) => [`the fixtures of ${plan}`, ["check", ...fixturesOf(plan), "--format", "json"]] as const,
  ),
  [
    "an application decided from layers",
    ["check", join("fixtures", "linxia", "pass-sand-decided-from-layers.json"), "--layers", LAYERS],
  ],
  ["a rule", ["rules", "show", "minimum-scale"]],
  ["help", ["check", "--help"]],
  ["the version", ["--version"]],
];

it.skipIf(process.platform === "win32")("can be run as a command, as npx runs it", () => {
  expect(statSync(BUILT).mode & 0o111).toBe(0o111);
});

it("says by its exit code that nothing was decided, also where nobody reads why", async () => {
  const child = spawn(process.execPath, [BUILT, "check", "nowhere.json"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr.destroy();
  expect(await once(child, "exit")).toEqual([2, null]);
});

describe("the built program does what the sources do", () => {
  it.each(RUNS)("%s", async (_what, args) => {
    const home = process.cwd();
    process.chdir(HOME);
    try {
      const environment = { PATH: process.env["PATH"], LANG: "C.UTF-8" };
      const built = spawnSync(process.execPath, [BUILT, ...args], {
        encoding: "utf8",
        env: environment,
        maxBuffer: 64 * 1024 * 1024,
      });
      expect({ stdout: built.stdout, stderr: built.stderr, exit: built.status }).toEqual(await run(args));
    } finally {
      process.chdir(home);
    }
  });
});

it("stops screening without a word when nobody reads the rows any more", async () => {
  const row = JSON.stringify({
    id: "一",
    right: "mining",
    operation: "new",
    mineral: "铁矿",
    plan: "fangcheng",
  });
  const child = spawn(process.execPath, [BUILT, "screen", "-", "--format", "ndjson"], { stdio: "pipe" });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {});
  child.stdin.end(`${row}\n`.repeat(2000));
  child.stdout.once("data", () => child.stdout.destroy());
  expect(await once(child, "close")).toEqual([3, null]);
  expect(said).toBe("");
});

describe("the built program's threads", () => {
  const blocks = join("fixtures", "layers", "fangcheng", "虚构-勘查区块.geojson");
  const layers = join("fixtures", "layers", "fangcheng", "layers.yaml");
  const screen = (jobs: string) =>
    spawnSync(
      process.execPath,
      [
        ...[BUILT, "screen", blocks, "--plan", "fangcheng", "--layers", layers, "--format", "ndjson"],
        ...["--set", "right=exploration", "operation=new", "mineral=萤石", "--jobs", jobs],
      ],
      { encoding: "utf8", cwd: HOME },
    );

  it("decide what one alone decides, in the same order", () => {
    const [one, two] = [screen("1"), screen("2")];
    expect(one.stdout).toContain('"number":1,');
    expect(two).toMatchObject({ stdout: one.stdout, stderr: "", status: one.status });
  });

  it("take counts in order as one alone does", () => {
    const folder = mkdtempSync(join(tmpdir(), "登记 数据-"));
    try {
      const file = join(folder, "候选.ndjson");
      // Many more than go to a thread at a time.
      writeFileSync(file, byLayersAndDeclared(70));
      const register = join("fixtures", "registers", "fangcheng.json");
      const inOrder = (jobs: string) =>
        spawnSync(
          process.execPath,
          [
            ...[BUILT, "screen", file, "--plan", "fangcheng", "--layers", layers, "--register", register],
            ...["--cumulative", "--format", "ndjson", "--jobs", jobs],
          ],
          { encoding: "utf8", cwd: HOME },
        );
      const [one, two] = [inOrder("1"), inOrder("2")];
      expect(two).toMatchObject({ stdout: one.stdout, stderr: "", status: one.status });
      for (const taken of ["yes", "maybe", "no"]) expect(one.stdout).toContain(`"takes":"${taken}"`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** Applications that lie in the layers, and others that say where they lie; each of another applicant. */
  function byLayersAndDeclared(count: number): string {
    const [inLayers, declared] = ["pass-granite-decided-from-layers", "pass-gold-at-the-minimum"].map(
      (name) => JSON.parse(readFileSync(join(HOME, "fixtures", "fangcheng", `${name}.json`), "utf8")),
    );
    inLayers.geometry.file = join(HOME, "fixtures", "fangcheng", inLayers.geometry.file);
    return Array.from({ length: count }, (_item, index) => {
      const given = index % 2 === 0 ? inLayers : declared;
      const applicant = { ...given.applicant, name: `（虚构）第${index}公司` };
      return `${JSON.stringify({ ...given, id: `虚构-${index}`, applicant })}\n`;
    }).join("");
  }
});
