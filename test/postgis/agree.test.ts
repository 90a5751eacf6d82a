import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeScreenData, type ScreenData } from "../bench/screen/data.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { Cluster, describeWithServer, MUST_RUN } from "./cluster.ts";
import { compareFacts } from "./facts.ts";
import { fillTable, readFeatures, writeFeatures } from "./tables.ts";

/** Where these tests must run, they run in full. */
const MANY = MUST_RUN ? 20_000 : 600;
/** So many go through the rules too. */
const SOME = MUST_RUN ? 2_000 : 120;
inScratch();

describeWithServer("the database and the embedded engine on the same data", () => {
  let cluster: Cluster;
  let data: ScreenData;
  beforeAll(() => {
    cluster = Cluster.start();
    data = makeScreenData(MANY, "data", 11);
    const candidates = readFeatures(data.candidates);
    const some = candidates.slice(0, SOME);
    fillTable(cluster, "blocks", candidates);
    fillTable(cluster, "some_blocks", some);
    fillTable(cluster, "zones", readFeatures(data.zones));
    writeFeatures("some.geojson", some);
    writeFileSync(
      "tables.yaml",
      "asOf: 2024-05-01\nsource: synthetic\nconstraints:\n  ecological-redline: { table: zones }\n",
    );
  }, 300_000);
  afterAll(() => cluster.stop());

  it(`${MANY} candidates against as many zones: the same facts, areas within the tolerance`, async () => {
    const { compared, overlapping, largest } = await compareFacts(cluster.dsn(), "blocks", {
      tables: "tables.yaml",
      files: data.layers,
    });
    console.log(
      `PostGIS and the embedded engine: ${compared} candidates, ${overlapping} overlap; the largest difference is ${largest.toFixed(4)} m²`,
    );
    expect(compared).toBe(MANY);
    expect(overlapping).toBeGreaterThan(MANY / 3);
  }, 1_200_000);

  it(`${SOME} candidates through the rules: the same rows, but for where they stand`, async () => {
    const given = [
      "--plan",
      "fangcheng",
      "--as-of",
      "2024-05-20",
      "--map",
      "id=BH",
      "--format",
      "ndjson",
      "--set",
      "right=mining",
      "operation=new",
      "mineral=建筑用花岗岩",
    ];
    const inFile = await run(["screen", "some.geojson", "--layers", data.layers, ...given]);
    const inTable = await run([
      "screen",
      "some_blocks",
      "--postgis",
      cluster.dsn(),
      "--layers",
      "tables.yaml",
      ...given,
    ]);
    expect(inTable.stderr).toBe("");
    const there = rowsOf(inTable.stdout);
    expect(there).toHaveLength(SOME);
    expect(there).toEqual(rowsOf(inFile.stdout));
  }, 1_200_000);
});

interface Row {
  readonly verdict: string;
}

/** Reasons name the layer as it is called where it stands. */
function rowsOf(text: string): readonly Row[] {
  const lines = text
    .replaceAll("zones.geojson", "zones")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => ({ ...(JSON.parse(line) as Row), file: "" }));
}
