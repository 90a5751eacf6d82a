import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import type { Boundary } from "../../src/geometry/shape/boundary.ts";
import { measureSite, type Question } from "../../src/geometry/site/measure.ts";
import { readLayerEntries } from "../../src/input/layers.ts";
import { boundaryOf } from "../../src/input/spatial/boundary.ts";
import { decideSource } from "../../src/input/spatial/decide.ts";
import { readLayers } from "../../src/input/spatial/read-layers.ts";
import { isInTable } from "../../src/model/spatial-file.ts";
import { CandidateTable } from "../../src/screen/database/candidate-table.ts";
import { Database } from "../../src/screen/database/database.ts";
import { LayerTable } from "../../src/screen/database/layer-table.ts";
import { makeScreenData, type ScreenData } from "../bench/screen/data.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { Cluster, describeWithServer, MUST_RUN } from "./cluster.ts";
import { fillTable, readFeatures, writeFeatures } from "./tables.ts";

/** Where these tests must run, they run in full. */
const MANY = MUST_RUN ? 20_000 : 600;
/** So many go through the rules too. */
const SOME = MUST_RUN ? 2_000 : 120;
/** The stated tolerance: the larger of this many m² and this share of the candidate's area. */
const AGREES = { m2: 0.1, share: 1e-6 };

inScratch();

const QUESTION: Question = {
  right: "mining",
  ownRights: [],
  baseHolder: "applicant",
  county: { name: "虚构县", en: "Fictional", code: "411399", aliases: [] },
  zones: { named: () => undefined, ofKind: () => [] },
  tolerance: TOLERANCE,
};

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
    const [entry] = await readLayerEntries("tables.yaml");
    if (entry === undefined || !isInTable(entry.data)) throw new Error("there is no table");
    const embedded = await readLayers(await readLayerEntries(data.layers), undefined, new Set());
    const database = await Database.open(cluster.dsn());
    const reading = { settings: [], mappings: [] };
    let [largest, compared, overlapping] = [0, 0, 0];
    try {
      const layer = await LayerTable.open(database, { ...entry, data: entry.data }, "none");
      const table = await CandidateTable.open(database, "blocks", reading);
      if (table.drawn === undefined) throw new Error("no candidate is drawn");
      for await (const { units, keys } of table.batches(500)) {
        const asked = units.map((unit, at) => {
          if (unit.kind !== "feature") throw new Error("a candidate wasn't read");
          const source = { ...unit.origin, async *features() {} };
          return { key: String(keys[at]), boundary: boundaryOf([unit.raw], decideSource(source, undefined)) };
        });
        const layers = await layer.around(asked, table.drawn, TOLERANCE);
        for (const { key, boundary } of asked) {
          const there = facts(boundary, [layers.get(key) ?? []].flat());
          const here = facts(boundary, embedded);
          expect({ key, ...there, m2: 0 }).toEqual({ key, ...here, m2: 0 });
          const allowed = Math.max(AGREES.m2, AGREES.share * here.siteM2);
          expect(Math.abs(there.m2 - here.m2), `candidate ${key}`).toBeLessThanOrEqual(allowed);
          largest = Math.max(largest, Math.abs(there.m2 - here.m2));
          compared += 1;
          if (here.m2 > 0) overlapping += 1;
        }
      }
    } finally {
      await database.close();
    }
    console.log(
      `PostGIS and the embedded engine: ${compared} candidates, ${overlapping} overlap; the largest difference is ${largest.toFixed(4)} m²`,
    );
    expect(compared).toBe(MANY);
    expect(overlapping).toBeGreaterThan(MANY / 3);
  }, 600_000);

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
  }, 600_000);
});

/** What the layers say of a site. */
function facts(boundary: Boundary, layers: Parameters<typeof measureSite>[1]) {
  const site = measureSite(boundary, layers, QUESTION);
  const fact = site.constraints["ecological-redline"];
  const value = fact?.known === true ? fact.value : undefined;
  const km2 = value !== undefined && "km2" in value ? Number(value.km2) : 0;
  return {
    known: fact?.known,
    overlaps: value?.overlaps,
    states: site.layers.map(({ state }) => state),
    within: site.overlaps.filter(({ within }) => within).length,
    met: site.overlaps.length,
    m2: km2 * 1e6,
    siteM2: Number(site.areaKm2) * 1e6,
  };
}

interface Row {
  readonly verdict: string;
}

function rowsOf(text: string): readonly Row[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => ({ ...(JSON.parse(line) as Row), file: "" }));
}
