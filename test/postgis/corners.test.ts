import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conversion } from "../../src/geometry/crs/conversion.ts";
import { DEGREES } from "../../src/geometry/crs/project.ts";
import { CONSTRAINTS } from "../../src/model/terms.ts";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { seeded } from "../support/shapes.ts";
import { Cluster, describeWithServer } from "./cluster.ts";
import { compareFacts } from "./facts.ts";
import { type Feature, fillTable, type Geometry, writeFeatures } from "./tables.ts";

inScratch();

type Ring = readonly (readonly [number, number])[];
const random = seeded(5);

/** Metres as degrees about there. */
const [EAST, NORTH] = [1 / 93_000, 1 / 110_900];
const [WEST, SOUTH] = [113, 33.2];

/** A ring around a place, by metres from it. */
function ringAt(x: number, y: number, corners: readonly (readonly [number, number])[]): Ring {
  const ring = corners.map(
    ([east, north]) => [WEST + (x + east) * EAST, SOUTH + (y + north) * NORTH] as const,
  );
  return [...ring, ring[0] as readonly [number, number]];
}

const square = (x: number, y: number, half: number) =>
  ringAt(x, y, [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ]);
const moved = (ring: Ring, east: number, north: number): Ring =>
  ring.map(([x, y]) => [x + east * EAST, y + north * NORTH] as const);
const polygon = (...rings: Ring[]): Geometry => ({ type: "Polygon", coordinates: rings });
const blob = (x: number, y: number, radius: number, corners: number) =>
  ringAt(
    x,
    y,
    Array.from({ length: corners }, (_, at) => {
      const [angle, reach] = [(2 * Math.PI * at) / corners, radius * (0.7 + 0.6 * random())];
      return [reach * Math.cos(angle), reach * Math.sin(angle)] as const;
    }),
  );

/** Everywhere a zone of its own, and candidates that lie to it in ways on which areas alone don't decide. */
const zones: Feature[] = [];
const blocks: Feature[] = [];
function add(list: Feature[], name: string, geometry: Geometry | null): void {
  list.push({ properties: { name: `${list.length} ${name}` }, geometry });
}

/** Zones with 5,000 m between them. */
const WAYS: readonly (readonly [
  name: string,
  zone: (x: number, y: number) => Geometry,
  block: (x: number, y: number, ring: Ring) => Geometry,
])[] = [
  ["the same corners", (x, y) => polygon(blob(x, y, 500, 24)), (_x, _y, ring) => polygon(ring)],
  [
    "corners 3 cm away",
    (x, y) => polygon(blob(x, y, 500, 24)),
    (_x, _y, ring) => polygon(moved(ring, 0.03, 0)),
  ],
  [
    "corners 8 cm away",
    (x, y) => polygon(blob(x, y, 500, 24)),
    (_x, _y, ring) => polygon(moved(ring, 0.08, 0)),
  ],
  ["corners 2 m away", (x, y) => polygon(blob(x, y, 500, 24)), (_x, _y, ring) => polygon(moved(ring, 2, 0))],
  [
    "beside, sharing an edge",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => polygon(square(x + 800, y, 400)),
  ],
  [
    "beside, 2 cm over the edge",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => polygon(square(x + 799.98, y, 400)),
  ],
  [
    "beside, 6 cm over the edge",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => polygon(square(x + 799.94, y + 30, 400)),
  ],
  [
    "beside, 30 cm over the edge",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => polygon(square(x + 799.7, y + 30, 400)),
  ],
  ["beside, 3 m away", (x, y) => polygon(square(x, y, 400)), (x, y) => polygon(square(x + 803, y, 400))],
  ["inside, at its edge", (x, y) => polygon(square(x, y, 400)), (x, y) => polygon(square(x + 300, y, 100))],
  ["inside, 2 cm out", (x, y) => polygon(square(x, y, 400)), (x, y) => polygon(square(x + 300.02, y, 100))],
  ["inside, 50 cm out", (x, y) => polygon(square(x, y, 400)), (x, y) => polygon(square(x + 300.5, y, 100))],
  ["well inside", (x, y) => polygon(square(x, y, 400)), (x, y) => polygon(square(x, y, 100))],
  ["around it", (x, y) => polygon(square(x, y, 100)), (x, y) => polygon(square(x, y, 400))],
  [
    "in its hole",
    (x, y) => polygon(square(x, y, 400), square(x, y, 200)),
    (x, y) => polygon(square(x, y, 150)),
  ],
  [
    "filling its hole",
    (x, y) => polygon(square(x, y, 400), square(x, y, 200)),
    (x, y) => polygon(square(x, y, 200)),
  ],
  [
    "over its hole",
    (x, y) => polygon(square(x, y, 400), square(x, y, 200)),
    (x, y) => polygon(square(x, y, 300)),
  ],
  [
    "with a hole for it",
    (x, y) => polygon(square(x, y, 100)),
    (x, y) => polygon(square(x, y, 400), square(x, y, 100)),
  ],
  [
    "half over many corners",
    (x, y) => polygon(blob(x, y, 900, 2500)),
    (x, y) => polygon(square(x + 700, y, 400)),
  ],
  ["inside many corners", (x, y) => polygon(blob(x, y, 1400, 2500)), (x, y) => polygon(square(x, y, 200))],
  [
    "two parts, one inside and one out",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => ({ type: "MultiPolygon", coordinates: [[square(x, y, 100)], [square(x + 900, y, 100)]] }),
  ],
  [
    "two parts of a zone, over both",
    (x, y) => ({ type: "MultiPolygon", coordinates: [[square(x - 300, y, 200)], [square(x + 300, y, 200)]] }),
    (x, y) => polygon(square(x, y, 250)),
  ],
  [
    "a zone that crosses itself",
    (x, y) =>
      polygon(
        ringAt(x, y, [
          [-400, -400],
          [400, 400],
          [400, -400],
          [-400, 400],
        ]),
      ),
    (x, y) => polygon(square(x + 250, y, 100)),
  ],
  [
    "beside a zone that crosses itself",
    (x, y) =>
      polygon(
        ringAt(x, y, [
          [-400, -400],
          [400, 400],
          [400, -400],
          [-400, 400],
        ]),
      ),
    (x, y) => polygon(square(x, y + 1200, 100)),
  ],
  [
    "a zone with a spike",
    (x, y) =>
      polygon(
        ringAt(x, y, [
          [-400, -400],
          [400, -400],
          [400, 400],
          [0, 400],
          [0, 700],
          [0, 400],
          [-400, 400],
        ]),
      ),
    (x, y) => polygon(square(x, y, 500)),
  ],
  [
    "a zone with touching parts",
    (x, y) => ({ type: "MultiPolygon", coordinates: [[square(x - 200, y, 200)], [square(x + 200, y, 200)]] }),
    (x, y) => polygon(square(x, y, 100)),
  ],
  [
    "a block that crosses itself",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) =>
      polygon(
        ringAt(x, y, [
          [-100, -100],
          [100, 100],
          [100, -100],
          [-100, 100],
        ]),
      ),
  ],
  [
    "a block of touching parts",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => ({ type: "MultiPolygon", coordinates: [[square(x - 100, y, 100)], [square(x + 100, y, 100)]] }),
  ],
  [
    "askew, 2 cm over the edge",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) => polygon(square(x + 799.98, y + 30, 400)),
  ],
  [
    "half over it, a corner 4 cm away",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) =>
      polygon(
        ringAt(x, y, [
          [0, -400.04],
          [400, -400.04],
          [700, 900],
          [0, 900],
        ]),
      ),
  ],
  ["a tiny block", (x, y) => polygon(square(x, y, 400)), (x, y) => polygon(square(x + 400, y, 0.6))],
  [
    "a long block along the edge",
    (x, y) => polygon(square(x, y, 400)),
    (x, y) =>
      polygon(
        ringAt(x, y, [
          [399.9, -300],
          [400.4, -300],
          [400.4, 300],
          [399.9, 300],
        ]),
      ),
  ],
];

for (const [at, [name, zone, block]] of WAYS.entries()) {
  const [x, y] = [(at % 6) * 5000, Math.floor(at / 6) * 5000];
  const geometry = zone(x, y);
  add(zones, name, geometry);
  const first = geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0]?.[0];
  add(blocks, name, block(x, y, (first ?? []) as Ring));
}
// Several zones that overlap each other, or stand side by side, over one block.
for (const [east, name] of [
  [150, "overlapping"],
  [300, "side by side"],
  [299.96, "with 4 cm between"],
] as const) {
  const y = 40_000 + zones.length * 3000;
  for (const sign of [-1, 1]) add(zones, name, polygon(square(sign * east, y, 300)));
  add(blocks, name, polygon(square(0, y, 200)));
  add(blocks, `${name}, out of both`, polygon(square(0, y, 310)));
}
// Along an edge of 20 km, which bends by metres from one CRS to another.
add(zones, "far-reaching", polygon(square(-60_000, -30_000, 10_000)));
add(blocks, "3 m over a long edge", polygon(square(-60_000, -19_603, 400)));
add(blocks, "far-reaching itself", polygon(square(-50_000, -30_000, 9000)));
add(blocks, "40 m over a long edge", polygon(square(-62_000, -19_640, 400)));
// One with a spike, which is passed over, and another that overlaps it.
const north = 40_000 + zones.length * 3000;
add(
  zones,
  "a spike",
  polygon(
    ringAt(0, north, [
      [-300, -300],
      [100, -300],
      [100, 300],
      [-100, 300],
      [-100, 500],
      [-100, 300],
      [-300, 300],
    ]),
  ),
);
add(zones, "beside a spike", polygon(square(250, north, 250)));
add(blocks, "over a spike and more", polygon(square(0, north, 280)));
// Between neighbours, random blocks.
for (let count = 0; count < 25; count++)
  add(
    blocks,
    "random",
    polygon(blob(random() * 27_000, random() * 25_000, 200 + 900 * random(), 8 + Math.floor(random() * 40))),
  );
add(blocks, "nowhere", null);

/** The same in zone 38 of Gauss-Kruger. */
const gaussKruger = { kind: "gauss-kruger", width: 3, zone: 38, prefixed: true } as const;
const how = conversion(DEGREES, gaussKruger);
function projected({ properties, geometry }: Feature): Feature {
  if (geometry === null || how.kind !== "curved") return { properties, geometry };
  const ring = (one: readonly (readonly number[])[]) => one.map(([x = 0, y = 0]) => [...how.convert(x, y)]);
  return {
    properties,
    geometry:
      geometry.type === "Polygon"
        ? { ...geometry, coordinates: geometry.coordinates.map(ring) }
        : { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(ring)) },
  };
}

const LAYERS: readonly (readonly [name: string, entries: (source: (table: string) => string) => string])[] = [
  ["one layer", (source) => `constraints: { ecological-redline: { ${source("zones")} } }`],
  ["a layer in Gauss-Kruger", (source) => `constraints: { ecological-redline: { ${source("projected")} } }`],
  [
    "two layers for the same",
    (source) =>
      `constraints: { ecological-redline: [{ ${source("zones")}, where: { half: a } }, { ${source("zones")}, where: { half: b } }] }`,
  ],
  [
    "part of a layer, and rows without the value",
    (source) => `constraints: { ecological-redline: { ${source("zones")}, where: { half: [a] } } }`,
  ],
  ["the county", (source) => `county: { ${source("zones")} }\narableLand: { ${source("projected")} }`],
  ["zones of a kind", (source) => `zones: { ${source("zones")}, kind: 集中开采区, fields: { name: name } }`],
  [
    "planned blocks and rights in them",
    (source) =>
      `blocks: { ${source("zones")}, kind: mining, fields: { name: name } }\nexistingRights: { ${source("rights")}, right: mining, fields: { id: name, holder: half } }`,
  ],
];

/** An application that passes where it lies, so that the layers alone decide. */
const {
  geometry: _geometry,
  id: _id,
  plan,
  ...PASSING
} = JSON.parse(
  readFileSync(join(HOME, "fixtures", "fangcheng", "pass-granite-decided-from-layers.json"), "utf8"),
) as Record<string, unknown>;
const CLEAR = Object.fromEntries(
  Object.keys(CONSTRAINTS).flatMap((key) => (key === "ecological-redline" ? [] : [[key, "clear"]])),
);
const SETTINGS = Object.entries({
  ...PASSING,
  site: {
    inCounty: true,
    zones: [],
    block: { relation: "none" },
    existingRights: [],
    arableLand: false,
    constraints: CLEAR,
  },
}).map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`);
const GIVEN = [
  ...["--plan", String(plan), "--register", join(HOME, "fixtures", "registers", "fangcheng.json")],
  ...["--map", "id=name", "--format", "ndjson", "--lang", "en", "--set", ...SETTINGS],
];

describeWithServer("what a database says of corners and edges is what files say", () => {
  let cluster: Cluster;
  beforeAll(() => {
    cluster = Cluster.start();
    const halves = zones.map(
      (zone, at): Feature => ({
        ...zone,
        properties: { ...zone.properties, half: at % 7 === 6 ? null : at % 2 === 0 ? "a" : "b" },
      }),
    );
    const rights = halves.map(
      (one, at): Feature =>
        at % 3 === 0
          ? { ...one, geometry: polygon(square((at % 6) * 5000 + 200, Math.floor(at / 6) * 5000, 300)) }
          : one,
    );
    const tables = {
      zones: halves,
      projected: halves.map(projected),
      rights,
      blocks,
      blocks_gk: blocks.map(projected),
    };
    for (const [name, features] of Object.entries(tables)) {
      const isProjected = name === "projected" || name === "blocks_gk";
      writeFeatures(`${name}.geojson`, features);
      fillTable(cluster, name, features, isProjected ? 4526 : 4490);
    }
  }, 120_000);
  afterAll(() => cluster.stop());

  it.each(["blocks", "blocks_gk"])("the areas of %s, in degrees and in Gauss-Kruger", async (candidates) => {
    for (const layer of ["zones", "projected"]) {
      const crs = layer === "zones" ? 4490 : 4526;
      writeFileSync(
        "files.yaml",
        `constraints: { ecological-redline: { file: ${layer}.geojson, crs: ${crs} } }`,
      );
      writeFileSync("tables.yaml", `constraints: { ecological-redline: { table: ${layer} } }`);
      const { compared, overlapping } = await compareFacts(cluster.dsn(), candidates, {
        tables: "tables.yaml",
        files: "files.yaml",
      });
      expect(compared).toBe(blocks.length - 2);
      expect(overlapping).toBeGreaterThan(30);
    }
  });

  it.each(LAYERS)(
    "%s",
    async (name, entries) => {
      writeFileSync(
        "files.yaml",
        entries((table) => `file: ${table}.geojson, crs: ${table === "projected" ? 4526 : 4490}`),
      );
      writeFileSync(
        "tables.yaml",
        entries((table) => `table: ${table}`),
      );
      const isBent = ["one layer", "a layer in Gauss-Kruger"].includes(name);
      for (const table of isBent ? ["blocks", "blocks_gk"] : ["blocks"]) {
        const crs = ["--crs", table === "blocks" ? "4490" : "4526"];
        const inFile = await run(["screen", `${table}.geojson`, "--layers", "files.yaml", ...crs, ...GIVEN]);
        const inTable = await run([
          "screen",
          table,
          "--postgis",
          cluster.dsn(),
          "--layers",
          "tables.yaml",
          ...GIVEN,
        ]);
        expect(inTable.stderr).toBe("");
        const rows = rowsOf(inTable.stdout);
        expect(rows).toHaveLength(blocks.length);
        expect(rows).toEqual(rowsOf(inFile.stdout));
      }
    },
    120_000,
  );
});

/** Rows without where they stand: files number what tables name by a key. */
function rowsOf(text: string): readonly { readonly verdict: string }[] {
  const named = text
    .replaceAll(".geojson", "")
    .replaceAll(/the record with gid (\d+)|feature (\d+)/g, "number $1$2")
    .replaceAll(/gid 为 (\d+) 的记录|第 (\d+) 个要素/g, "number $1$2");
  const lines = named.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const { file: _file, problems, ...row } = JSON.parse(line) as Record<string, unknown>;
    return { ...row, verdict: String(row["verdict"]), isUnusable: problems !== undefined };
  });
}
