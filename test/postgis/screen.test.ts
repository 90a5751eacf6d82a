import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLayerEntries } from "../../src/input/layers.ts";
import { isInTable } from "../../src/model/spatial-file.ts";
import { Database } from "../../src/screen/database/database.ts";
import { LayerTable } from "../../src/screen/database/layer-table.ts";
import { inScratch } from "../support/scratch.ts";
import { type Result, run } from "../support/session.ts";
import { Cluster, describeWithServer } from "./cluster.ts";
import { type Feature, fillTable, type Geometry } from "./tables.ts";

inScratch();

const SECRET = "s3cret-山";
const SHARED = ["--plan", "fangcheng", "--set", "right=mining", "operation=new", "mineral=建筑用花岗岩"];

const square = (x: number, y: number, half: number): Geometry => ({
  type: "Polygon",
  coordinates: [
    [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
      [x - half, y - half],
    ],
  ],
});
const one = (name: string, geometry: Geometry | null): Feature => ({
  properties: { bh: name, lx: "红线" },
  geometry,
});

describeWithServer("screen --postgis", () => {
  let cluster: Cluster;
  beforeAll(() => {
    cluster = Cluster.start();
    fillTable(cluster, "blocks", [
      one("A", square(113, 33.2, 0.002)),
      one("B", square(113.1, 33.2, 0.002)),
      one("C", null),
    ]);
    fillTable(cluster, "redline", [one("r", square(113, 33.2, 0.01))]);
    cluster.sql(`
CREATE SCHEMA gis;
CREATE TABLE gis."红线 '2024'" AS SELECT bh AS "名称", lx AS "类""型", geom AS "图形" FROM redline;
CREATE TABLE nothing (gid serial PRIMARY KEY, geom geometry(Polygon, 4490));
CREATE TABLE old (gid serial PRIMARY KEY, geom geometry(Polygon, 4610));
INSERT INTO old (geom) SELECT ST_SetSRID(geom, 4610) FROM redline;
CREATE TABLE unsaid AS SELECT gid, ST_SetSRID(geom, 0) AS geom FROM redline;
CREATE TABLE mislabelled AS SELECT gid, ST_SetSRID(geom, 4526) AS geom FROM redline;
CREATE TABLE two AS SELECT gid, geom, ST_Centroid(geom) AS centre FROM redline;
CREATE TABLE points AS SELECT gid, ST_Centroid(geom) AS geom FROM redline;
CREATE TABLE holey AS SELECT gid, geom FROM redline UNION ALL SELECT 7, NULL;
CREATE TABLE far AS SELECT gid, ST_SetSRID(ST_FlipCoordinates(geom), 4490) AS geom FROM redline UNION ALL SELECT gid + 1, geom FROM redline;
CREATE VIEW seen AS SELECT * FROM blocks;
CREATE TABLE attributes_only (id text, "areaKm2" numeric);
INSERT INTO attributes_only VALUES ('没有图形', 0.25);
CREATE TABLE closed AS SELECT * FROM redline;
CREATE ROLE reader LOGIN;
GRANT SELECT ON blocks, redline TO reader;
CREATE ROLE locked LOGIN PASSWORD '${SECRET}';
GRANT SELECT ON blocks, redline TO locked;`);
    layersOf("redline");
  }, 60_000);
  afterAll(() => cluster.stop());

  function layersOf(table: string, more = ""): void {
    writeFileSync(
      "layers.yaml",
      `constraints:\n  ecological-redline: { table: ${JSON.stringify(table)}${more} }\n`,
    );
  }

  const screened = (args: readonly string[], dsn = cluster.dsn(), environment = {}): Promise<Result> =>
    run(["screen", ...args, "--postgis", dsn, ...SHARED, "--format", "csv", "--columns", "id,verdict,file"], {
      environment,
    });

  it("decides the rows of a table by a table, in the order of its key", async () => {
    layersOf("redline");
    const { exit, stdout, stderr } = await screened(["blocks", "--layers", "layers.yaml", "--map", "id=bh"]);
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: "" });
    expect(stdout.replace("\uFEFF", "").split("\r\n")).toEqual([
      "id,verdict,file",
      "A,review,blocks#1",
      "B,review,blocks#2",
      "C,review,blocks#3",
      "",
    ]);
  });

  it("takes names that need quotes, columns with any signs, and a table without a key", async () => {
    layersOf(`gis."红线 '2024'"`, `, geometry: 图形, where: { '类"型': 红线 }`);
    const { exit, stderr } = await screened(["blocks", "--layers", "layers.yaml"]);
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: "" });
  });

  it("screens a table of attributes alone", async () => {
    const { exit, stdout } = await screened(["attributes_only"]);
    expect(exit).toBe(3);
    expect(stdout).toContain("没有图形,review");
  });

  it("reads files beside tables", async () => {
    writeFileSync(
      "county.geojson",
      JSON.stringify({ type: "Feature", properties: {}, geometry: square(113, 33.2, 0.3) }),
    );
    writeFileSync(
      "mixed.yaml",
      "county: { file: county.geojson, crs: 4490 }\nconstraints: { ecological-redline: { table: redline } }\n",
    );
    const { exit, stderr } = await screened(["blocks", "--layers", "mixed.yaml"]);
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: "" });
  });

  describe("tells in both languages what can't be used of a layer", () => {
    it.each([
      [
        "a missing table",
        "redlines",
        "",
        /没有表 redlines[\s\S]*是否为 redline/,
        /no table redlines[\s\S]*did you mean redline/,
      ],
      ["an empty table", "nothing", "", /nothing 是空表/, /nothing is empty/],
      ["an old datum", "old", "", /西安/, /Xi'an 1980|Xian 80|Xi'an 80/],
      ["an SRID of 0", "unsaid", "", /SRID 为 0/, /has the SRID 0/],
      ["an SRID that isn't its own", "mislabelled", "", /与坐标不符/, /contradicts the coordinates/],
      [
        "two columns of geometries",
        "two",
        "",
        /多个几何列：geom、centre/,
        /several columns of geometries: geom, centre/,
      ],
      ["a column that isn't there", "redline", ", geometry: shape", /没有列“shape”/, /no column "shape"/],
      ["points", "points", "", /POINT，不是面/, /POINT and no polygon/],
      ["a where on no column", "redline", ", where: { 类型: 红线 }", /没有列“类型”/, /no column "类型"/],
      [
        "a where that nothing matches",
        "redline",
        ", where: { lx: 蓝线 }",
        /没有“lx”为“蓝线”/,
        /no record of redline has lx "蓝线"/,
      ],
      ["a name that is none", "a.b.c", "", /不是表名/, /isn't the name of a table/],
    ])("%s", async (_name, table, more, zh, en) => {
      layersOf(table, more);
      for (const [lang, says] of [
        ["zh", zh],
        ["en", en],
      ] as const) {
        const { exit, stdout, stderr } = await screened([
          "blocks",
          "--layers",
          "layers.yaml",
          "--lang",
          lang,
        ]);
        expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
        expect(stderr).toMatch(says);
      }
    });
  });

  it.each([
    ["rows without a geometry", "holey", { unplaced: ["the record with ctid (0,2)"], strays: [] }],
    ["coordinates outside China", "far", { unplaced: [], strays: ["the record with ctid (0,1)"] }],
  ])("a layer with %s is doubted, by the key of a row", async (_name, table, doubts) => {
    layersOf(table);
    const [entry] = await readLayerEntries("layers.yaml");
    if (entry === undefined || !isInTable(entry.data)) throw new Error("there is no table");
    const database = await Database.open(cluster.dsn());
    try {
      const layer = await LayerTable.open(database, { ...entry, data: entry.data }, "none");
      const { unplaced, strays } = await layer.whole([], []);
      expect({ unplaced: unplaced.map(({ en }) => en), strays: strays.map(({ en }) => en) }).toEqual(doubts);
    } finally {
      await database.close();
    }
  });

  describe("tells what can't be used of candidates", () => {
    it.each([
      ["a missing table", ["block"], /no table block\b[\s\S]*did you mean blocks/],
      ["an empty table", ["nothing"], /holds no candidate/],
      ["a view", ["seen"], /records of a view have no key/],
      [
        "another column for the geometry",
        ["blocks", "--map", "geometry=bh"],
        /"bh" of blocks isn't of the type geometry/,
      ],
      ["threads", ["blocks", "--jobs", "2"], /the database does the work/],
    ])("%s", async (_name, args, says) => {
      const { exit, stdout, stderr } = await screened([...args, "--lang", "en"]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
      expect(stderr).toMatch(says);
    });
  });

  describe("tells what is wrong with the connection, and never what is secret", () => {
    it.each<[name: string, dsn: () => string, environment: Record<string, string>, says: RegExp]>([
      ["a wrong password", () => cluster.dsn("locked:wr0ng-水"), {}, /refuses the login/],
      ["no password", () => cluster.dsn("locked"), {}, /refuses the login/],
      ["no such user", () => cluster.dsn(`nobody:${SECRET}`), {}, /refuses the login/],
      ["no server", () => `postgresql://me:${SECRET}@localhost:1/land`, {}, /can't be reached/],
      ["no such database", () => cluster.dsn("tester").replace("/land", "/sea"), {}, /no such database/],
      ["a DSN that is none", () => `me:${SECRET}@host`, {}, /isn't understood/],
      ["a DSN with a word that isn't known", () => `host=x passwd=${SECRET}`, {}, /isn't understood/],
      ["a URI that is none", () => `postgresql://me:${SECRET}@[host/land`, {}, /isn't understood/],
      ["a time limit", () => cluster.dsn("tester", "&statement_timeout=1"), {}, /longer than its time limit/],
    ])("%s", async (_name, dsn, environment, says) => {
      layersOf("redline");
      cluster.sql("SELECT 1");
      const args = ["blocks", "--layers", "layers.yaml", "--lang", "en"];
      const { exit, stdout, stderr } = await screened(args, dsn(), environment);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/s3cret|wr0ng|passwd/);
    });

    it("a table that may not be read", async () => {
      layersOf("closed");
      const args = ["blocks", "--layers", "layers.yaml", "--lang", "en"];
      const { exit, stderr } = await screened(args, cluster.dsn("reader"));
      expect(exit).toBe(2);
      expect(stderr).toMatch(/closed may not be read\n.*GRANT SELECT ON public\.closed/);
    });

    it.each<[name: string, dsn: () => string, environment: () => Record<string, string>]>([
      [
        "the PG* variables",
        () => "postgresql:///",
        () => ({ PGHOST: cluster.host, PGDATABASE: "land", PGUSER: "locked", PGPASSWORD: SECRET }),
      ],
      ["keywords", () => `host=${cluster.host} dbname='land' user=locked`, () => ({ PGPASSWORD: SECRET })],
    ])("connects by %s", async (_name, dsn, environment) => {
      layersOf("redline");
      const before = { ...process.env };
      Object.assign(process.env, environment());
      try {
        const { exit, stderr } = await screened(["blocks", "--layers", "layers.yaml"], dsn());
        expect({ exit, stderr }).toEqual({ exit: 3, stderr: "" });
      } finally {
        for (const name of Object.keys(environment())) delete process.env[name];
        Object.assign(process.env, before);
      }
    });
  });

  it("changes nothing: a function that writes is refused by the database", async () => {
    cluster.sql(`
CREATE TABLE visits (at timestamptz);
CREATE FUNCTION visit() RETURNS text VOLATILE LANGUAGE sql AS $$ INSERT INTO visits VALUES (now()) RETURNING 'r' $$;
CREATE VIEW trap AS SELECT gid, visit() AS lx, geom FROM redline;`);
    layersOf("trap", ", where: { lx: r }");
    const { exit, stderr } = await screened(["blocks", "--layers", "layers.yaml", "--lang", "en"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/read-only transaction/);
    expect(cluster.sql("SELECT count(*) FROM visits").trim()).toBe("0");
  });

  it("what --sql prints is SQL that the database takes", async () => {
    writeFileSync(
      "all.yaml",
      `county: { table: redline }
constraints: { ecological-redline: { table: redline, where: { lx: 红线 } } }
zones: { table: redline, kind: 集中开采区, fields: { name: bh } }
blocks: { table: redline, kind: mining, fields: { name: bh } }
existingRights: { table: redline, right: mining, fields: { id: bh } }
`,
    );
    const { exit, stdout } = await run(["screen", "blocks", "--sql", "--layers", "all.yaml", "--lang", "en"]);
    expect(exit).toBe(0);
    const own = stdout.replaceAll('"id"', '"gid"').replaceAll("bigint", "integer");
    const statements = own.split(/;\n/).map((text) => text.replaceAll(/^--.*$/gm, "").trim());
    const prepared = statements.filter((text) => /^(?:SELECT|WITH)/.test(text));
    expect(prepared.length).toBeGreaterThan(10);
    const script = prepared.map((text, at) => `PREPARE s${at} AS ${text};`).join("\n");
    expect(cluster.sql(script)).toBe("");
  });
});

it("--sql connects nowhere, and binds what the user says", async () => {
  writeFileSync(
    "sql.yaml",
    `constraints: { ecological-redline: { table: "gis.red; DROP TABLE x", where: { 'a"b': "it's" } } }\n`,
  );
  const { exit, stdout } = await run(["screen", "blocks", "--sql", "--layers", "sql.yaml", "--lang", "en"]);
  expect(exit).toBe(0);
  const code = stdout.replaceAll(/^--.*$/gm, "");
  expect(code).toContain('"gis"."red; DROP TABLE x"');
  expect(code).toContain('f."a""b"::text');
  expect(code).not.toContain("it's");
});

it.each([
  ["check", ["check", "case.json"]],
  ["screen", ["screen", "case.json"]],
])("%s without a database refuses a layer that is a table", async (_name, args) => {
  const geometry = { ...square(113, 33.2, 0.002) };
  writeFileSync(
    "case.json",
    JSON.stringify({ id: "1", right: "mining", operation: "new", mineral: "金矿", geometry }),
  );
  writeFileSync("table.yaml", "county: { table: gis.county }\n");
  const { exit, stderr } = await run([
    ...args,
    "--plan",
    "fangcheng",
    "--layers",
    "table.yaml",
    "--lang",
    "en",
  ]);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/table\.yaml:1:\d+: the layer is a table of a database \(gis\.county\)/);
  expect(stderr).toContain("--postgis");
});

it.each([
  ["both", "county: { file: a.shp, table: b }"],
  ["neither", "county: { asOf: 2024-01-01 }"],
  ["a CRS of a table", "county: { table: b, crs: 4490 }"],
])("a layers file whose entry has %s is refused", async (_name, text) => {
  writeFileSync("case.json", JSON.stringify({ id: "1", right: "mining", operation: "new", mineral: "金矿" }));
  writeFileSync("entry.yaml", `${text}\n`);
  const { exit, stderr } = await run([
    "check",
    "case.json",
    "--plan",
    "fangcheng",
    "--layers",
    "entry.yaml",
    "--lang",
    "en",
  ]);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/a layer needs file .* or table/);
});
