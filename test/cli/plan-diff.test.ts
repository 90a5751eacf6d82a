import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

inScratch();

const SAMPLE = readFileSync(join(HOME, "test", "scenarios", "plans", "sample.yaml"), "utf8");

/** A rectangle of degrees, open or as it should be. */
function ring(west: number, east: number): string {
  return `[[${west}, 33], [${east}, 33], [${east}, 33.1], [${west}, 33.1], [${west}, 33]]`;
}

function planWith(geometry: string | undefined): string {
  return SAMPLE.replace(
    /^rules:$/m,
    `zones:
  - name: 虚构一号集中开采区
    kind: 集中开采区
    clause: SC-SPA-01
${geometry === undefined ? "" : `    geometry: ${geometry}\n`}rules:`,
  );
}

const polygon = (coordinates: string) => `{ type: Polygon, coordinates: [${coordinates}] }`;

const DIFF = ["plan", "diff", "old.yaml", "new.yaml"];

interface Told {
  readonly changes: readonly { readonly kind: string; readonly to?: { readonly en: string } }[];
  readonly verdicts?: {
    readonly decided: number;
    readonly changes: readonly {
      readonly from: string;
      readonly to: string;
      readonly clauses: readonly { readonly id: string }[];
    }[];
  };
}

async function diffOf(old: string | undefined, now: string | undefined): Promise<Told["changes"]> {
  writeFileSync("old.yaml", planWith(old));
  writeFileSync("new.yaml", planWith(now));
  const { stdout, stderr } = await run([...DIFF, "--format", "json"]);
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as Told).changes;
}

const HERE = polygon(ring(113, 113.1));

describe("a zone that moves", () => {
  it("gains as much ground as it loses, in km² of the ellipsoid", async () => {
    const [moved, ...others] = await diffOf(HERE, polygon(ring(113.05, 113.15)));
    expect(others).toEqual([]);
    const [gained, lost] = (moved?.to?.en.match(/[\d.]+(?= km²)/g) ?? []).map(Number);
    // 0.05° by 0.1° at 33° N: 4.67 km by 11.09 km.
    expect(gained).toBeCloseTo(51.8, 0);
    expect(lost).toBe(gained);
  });

  it.each([
    ["grows", HERE, polygon(ring(113, 113.15)), /^5\d\.\d+ km² gained, 0\.0000 km² lost$/],
    ["shrinks", HERE, polygon(ring(113, 113.05)), /^0\.0000 km² gained, 5\d\.\d+ km² lost$/],
    [
      "crosses itself",
      HERE,
      polygon("[[113, 33], [113.1, 33.1], [113.1, 33], [113, 33.1], [113, 33]]"),
      /unsound/,
    ],
  ])("%s", async (_name, old, now, says) => {
    expect((await diffOf(old, now)).map(({ to }) => to?.en)).toEqual([expect.stringMatching(says)]);
  });

  it.each([
    ["not at all", HERE, HERE, []],
    [
      "written from another corner",
      HERE,
      polygon("[[113.1, 33], [113.1, 33.1], [113, 33.1], [113, 33], [113.1, 33]]"),
      [],
    ],
    ["drawn for the first time", undefined, HERE, ["added"]],
    ["drawn no more", HERE, undefined, ["removed"]],
  ])("%s", async (_name, old, now, kinds) => {
    expect((await diffOf(old, now)).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("verdicts under two plans", () => {
  const application = (mineral: string) => ({
    id: `虚构-${mineral}`,
    plan: "fangcheng",
    date: "2024-05-20",
    right: "mining",
    operation: "new",
    mineral,
    output: { value: 15, unit: "万吨/年", of: "ore" },
    depositSize: "large",
    documents: { "green-mine-plan": true },
    attestations: [{ clause: "SC-CNT-01", met: true, by: "张某" }],
    site: { inCounty: true, constraints: { "ecological-redline": "clear", "nature-reserve": "clear" } },
  });

  it("change by the clause that changed, whatever plan the application names", async () => {
    mkdirSync("case", { recursive: true });
    writeFileSync("case/a.json", JSON.stringify([application("岩金"), application("建筑石料")]));
    writeFileSync("register.json", '{ "mines": 40 }');
    writeFileSync("old.yaml", SAMPLE);
    writeFileSync("new.yaml", SAMPLE.replace("large: 15, medium: 9", "large: 16, medium: 9"));
    const { stdout, exit } = await run([
      ...DIFF,
      "--format",
      "json",
      "--register",
      "register.json",
      "--applications",
      "case/a.json",
    ]);
    expect(exit).toBe(1);
    const { verdicts } = JSON.parse(stdout) as Told;
    expect(verdicts?.decided).toBe(2);
    expect(verdicts?.changes.map(({ from, to }) => [from, to])).toEqual([["pass", "fail"]]);
    expect(verdicts?.changes[0]?.clauses.map(({ id }) => id)).toEqual(["SC-MIN-02"]);
  });

  it("an application that can't be used decides nothing", async () => {
    writeFileSync("old.yaml", SAMPLE);
    writeFileSync("bad.json", "{}");
    const { exit, stdout, stderr } = await run([
      "plan",
      "diff",
      "old.yaml",
      "old.yaml",
      "--applications",
      "bad.json",
    ]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^bad\.json:1:1/);
  });
});
