import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { HOME } from "../../src/plan/home.ts";
import { standards } from "../support/world.ts";

const SAMPLE = readFileSync(join(HOME, "test", "plan", "sample.yaml"), "utf8");
const EAST = /geometry:\s+\{\s+type: Polygon,\s+coordinates: \[\[\[112\.10, .*\]\]\],\s+\}/;
const [WEST, NORTH] = [112.1, 33.1];
const SQUARE = [
  [WEST, NORTH],
  [WEST + 0.01, NORTH],
  [WEST + 0.01, NORTH + 0.01],
  [WEST, NORTH + 0.01],
  [WEST, NORTH],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "outlines-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is found where the first zone's outline is in a file beside the plan. */
async function foundWith(corners: readonly (readonly number[])[] | undefined): Promise<readonly string[]> {
  if (corners !== undefined)
    writeFileSync(
      join(folder, "east.geojson"),
      JSON.stringify({
        type: "Feature",
        properties: {},
        geometry: { type: "Polygon", coordinates: [corners] },
      }),
    );
  const name = corners === undefined ? "none.geojson" : "east.geojson";
  expect(SAMPLE).toMatch(EAST);
  const text = SAMPLE.replace(EAST, `geometry: { file: ${name} }`);
  const { diagnostics } = await checkPlanFile(Buffer.from(text), join(folder, "plan.yaml"), standards);
  return diagnostics
    .filter(({ level }) => level === "error")
    .map(({ code, message }) => `${code}: ${message.en.replaceAll(folder, "")}`);
}

describe("a zone's outline in a file beside the plan", () => {
  it("is read from there, and sound", async () => {
    expect(await foundWith(SQUARE)).toEqual([]);
  });

  it("is held against the printed area", async () => {
    const [zoneArea] = await foundWith(SQUARE.map(([x = 0, y = 0]) => [x === WEST ? WEST + 0.001 : x, y]));
    expect(zoneArea).toMatch(
      /^zone-area: 东山集中开采区: drawn with 0\.93\d* km², in the plan it has 1\.035 km²$/,
    );
  });

  it("must not cross itself", async () => {
    const [a = [], b = [], c = [], d = []] = SQUARE;
    const [first] = await foundWith([a, c, b, d, a]);
    expect(first).toMatch(/^invalid-outline: 东山集中开采区: \/east\.geojson:/);
  });

  it("must be there", async () => {
    expect(await foundWith(undefined)).toEqual([
      "invalid-outline: 东山集中开采区: /none.geojson: no such file",
    ]);
  });
});
