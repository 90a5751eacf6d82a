import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../src/model/screen-row.ts";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

inScratch();

type Corner = readonly [x: number, y: number];

/** A rectangle in degrees. */
function box([west, south]: Corner, [east, north]: Corner) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

const feature = (properties: object, geometry: object) => ({ type: "Feature", properties, geometry });
const collection = (features: readonly object[]) => JSON.stringify({ type: "FeatureCollection", features });

/** Counties side by side: by name, by code, by both, without a plan, without a name, and contradicting. */
const COUNTIES = [
  feature({ XZQMC: "南阳市方城县" }, box([112, 33], [112.5, 33.5])),
  feature({ XZQDM: "411282000000" }, box([112.5, 33], [113, 33.5])),
  feature({ XZQMC: "鲁山县", XZQDM: "410423" }, box([113, 33], [113.5, 33.5])),
  feature({ FID: 7 }, box([113.5, 33], [114, 33.5])),
  feature({ 市名称: "承德市", 县名称: "平泉市", 县代码: "130881" }, box([114, 33], [114.25, 33.25])),
  feature({ 市名称: "承德市", 县名称: "平泉市", 县代码: "130881" }, box([114.25, 33], [114.5, 33.25])),
  feature({ 县名称: "临夏县", 县代码: "411322" }, box([114.5, 33], [115, 33.5])),
];

/** Where candidates lie, and the plan that is found, or what their row says. */
const PLACES: readonly (readonly [name: string, from: Corner, to: Corner, expected: string])[] = [
  ["in a county by its name", [112.1, 33.1], [112.11, 33.11], "fangcheng"],
  ["in a county by its code", [112.6, 33.1], [112.61, 33.11], "lingbao"],
  ["in a county of two features, across both", [114.24, 33.1], [114.26, 33.11], "pingquan"],
  ["along the border, inside", [112.49, 33.1], [112.5, 33.11], "fangcheng"],
  ["across two counties", [112.49, 33.1], [112.51, 33.11], "wholly in one county"],
  ["less than a metre across", [112.49, 33.1], [112.500003, 33.11], "wholly in one county"],
  ["out of every county", [110, 30], [110.01, 30.01], "none of the counties"],
  ["partly out of every county", [112.1, 33.49], [112.11, 33.51], "wholly in one county"],
  ["in a county without a plan", [113.1, 33.1], [113.11, 33.11], "鲁山县"],
  ["in a county without a name", [113.6, 33.1], [113.61, 33.11], "neither name nor code"],
  ["in a county whose name and code differ", [114.6, 33.1], [114.61, 33.11], "临夏县 411322"],
];

const SHARED = ["--set", "right=mining", "operation=new", "mineral=建筑用花岗岩", "date=2024-05-20"];

async function screened(...args: readonly string[]): Promise<readonly Row[]> {
  const { stdout, stderr } = await run(["screen", ...args, ...SHARED, "--format", "ndjson"]);
  expect(stderr).toBe("");
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Row]));
}

describe("the plan of a candidate that names none", () => {
  let rows: readonly Row[] = [];

  beforeAll(async () => {
    writeFileSync("县界.geojson", collection(COUNTIES));
    writeFileSync("layers.yaml", "county: { file: 县界.geojson }\n");
    const placed = PLACES.map(([name, from, to]) => feature({ 编号: name }, box(from, to)));
    const own = [
      feature({ 编号: "own plan", county: "411322" }, box([112.6, 33.1], [112.61, 33.11])),
      { ...feature({ 编号: "no boundary" }, box([0, 0], [1, 1])), geometry: null },
    ];
    writeFileSync("候选.geojson", collection([...placed, ...own]));
    rows = await screened("候选.geojson", "--layers", "layers.yaml");
  }, 60_000);

  it.each(PLACES.map(([name, , , expected], index) => ({ name, expected, index })))(
    "$name: $expected",
    ({ expected, index }) => {
      const { plan, verdict, notes = [], problems = [] } = rows[index] as Row;
      if (/^[a-z]+$/.test(expected)) {
        expect({ plan, problems }).toEqual({ plan: expected, problems: [] });
        expect(verdict).not.toBe("unusable");
        expect(notes.map(({ en }) => en)).toEqual([expect.stringContaining("the plan was found by place")]);
        expect(notes[0]?.en).toContain("县界.geojson");
        return;
      }
      expect({ plan, verdict }).toEqual({ plan: undefined, verdict: "unusable" });
      expect(problems[0]?.message.en).toContain(expected);
      expect(problems[0]?.remedy?.en).toMatch(/plan/);
    },
  );

  it("names the counties that it lies across, with their shares", () => {
    const message =
      rows[PLACES.findIndex(([name]) => name === "across two counties")]?.problems?.[0]?.message;
    expect(message?.zh).toContain("方城县 50.0 %");
    expect(message?.zh).toContain("灵宝市 50.0 %");
  });

  it("is its own word's where it has one, wherever it lies", () => {
    const row = rows.find(({ id }) => id === "own plan");
    expect(row?.plan).toBe("fangcheng");
    expect(row?.reviews.join()).toMatch(/\bplan-area@/);
    expect(row?.verdict).not.toBe("pass");
    expect(row?.notes).toBeUndefined();
  });

  it("isn't known without a boundary", () => {
    const row = rows.find(({ id }) => id === "no boundary");
    expect(row?.problems?.[0]?.message.en).toContain("doesn't say which plan governs it");
  });

  it("is that of --plan before all", async () => {
    const given = await screened("候选.geojson", "--layers", "layers.yaml", "--plan", "fangcheng");
    expect([...new Set(given.map(({ plan }) => plan))]).toEqual(["fangcheng"]);
    expect(given.every(({ notes }) => notes === undefined)).toBe(true);
  });

  it("is found across coordinate systems, and decides as if it were named", async () => {
    const county = feature({ 县名称: "方城县" }, box([112.5, 32.5], [113.5, 34]));
    writeFileSync("方城.geojson", collection([county]));
    writeFileSync("方城.yaml", "county: { file: 方城.geojson }\n");
    const layers = "方城.yaml";
    // In a Gauss-Krüger zone.
    const boundary = join(HOME, "fixtures", "fangcheng", "boundaries", "虚构-史家庄.csv");
    const byPlace = await screened(boundary, "--layers", layers);
    const named = await screened(boundary, "--layers", layers, "--plan", "fangcheng");
    expect(byPlace.map(({ notes: _, ...row }) => row)).toEqual(named);
    expect(byPlace[0]?.notes).toHaveLength(1);
  });
});
