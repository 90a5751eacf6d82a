import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/input/document.ts";
import { HOME } from "../../src/plan/home.ts";
import { toJson } from "../../src/report/json.ts";
import { reportsOf } from "../support/fixtures.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { fixtureNames, fixturePath, PLAN_IDS } from "../support/world.ts";
import { schemaTexts } from "../tools/schemas/all.ts";
import { eachProperty, type JsonSchema } from "../tools/schemas/json-schema.ts";

inScratch();
const texts = await schemaTexts();
const NAMES = Object.keys(texts);
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
const shipped = (name: string) => readFileSync(join(HOME, "plans", "schema", `${name}.schema.json`), "utf8");
const validators = new Map<string, ValidateFunction>();

function validator(name: string): ValidateFunction {
  const known =
    validators.get(name) ??
    ajv.compile(name === "closed report" ? closedReport() : JSON.parse(shipped(name)));
  validators.set(name, known);
  return known;
}

/** The schema of reports is open, since they may be added to; what they hold now is all in it. */
function closedReport(): JsonSchema {
  const schema = JSON.parse(shipped("report")) as JsonSchema;
  eachProperty(schema, (_path, _property, owner) => {
    owner.additionalProperties = false;
  });
  return schema;
}

/** What a schema has against a value; empty if it fits. */
function against(name: string, value: unknown): readonly string[] {
  const validate = validator(name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe.each(NAMES)("the JSON Schema of %s", (name) => {
  it("is the one that the sources make; after a change of theirs, run: npm run schemas", () => {
    expect(shipped(name) === texts[name], `plans/schema/${name}.schema.json is out of date`).toBe(true);
  });

  it("is a sound draft-07 schema without unknown keywords", () => {
    expect(JSON.parse(shipped(name))).toHaveProperty("$schema", "http://json-schema.org/draft-07/schema#");
    expect(typeof validator(name)).toBe("function");
  });

  it("describes every property in Chinese and in English", () => {
    const silent: string[] = [];
    let seen = 0;
    eachProperty(JSON.parse(shipped(name)) as JsonSchema, (path, { description = "" }) => {
      seen += 1;
      const [zh = "", en = ""] = description.split(" · ");
      if (!/[\u4e00-\u9fff]/.test(zh) || !/[a-z]/i.test(en)) silent.push(path);
    });
    expect(seen).toBeGreaterThan(20);
    expect(silent).toEqual([]);
  });
});

/** Files that mineright reads, with the schema that they follow. */
const FILES: readonly (readonly [schema: string, file: string])[] = [
  ...PLAN_IDS.flatMap((id) => [
    ["plan", join(HOME, "plans", `${id}.yaml`)] as const,
    ...fixtureNames(id).map((name) => ["application", fixturePath(id, name)] as const),
    ["layers", fixturePath("layers", id, "layers.yaml")] as const,
  ]),
  ...readdirSync(fixturePath("registers"))
    .filter((name) => /\.(json|yaml)$/.test(name))
    .map((name) => ["register", fixturePath("registers", name)] as const),
  ["plan", join(HOME, "test", "scenarios", "plans", "sample.yaml")],
];

describe("what mineright reads and writes fits its schema", () => {
  it.each(FILES)("%s: %s", async (schema, file) => {
    expect(against(schema, (await readDocument(file)).value)).toEqual([]);
  });

  it.each(PLAN_IDS)("the reports of every fixture of %s, which hold nothing else", async (id) => {
    // The reasoning is most of a report, and alike in all.
    const reports = (await reportsOf(id)).map((report, index) =>
      JSON.parse(JSON.stringify(toJson(report, { version: "1.0.0", explain: index % 10 === 0 }))),
    );
    expect(against("closed report", reports)).toEqual([]);
    expect(against("report", reports[0])).toEqual([]);
  });

  it("a report with a suggested boundary", async () => {
    const { stdout } = await run([
      ...["check", fixturePath("lingbao", "fail-gold-over-the-redline-by-layers.json"), "--format", "json"],
      ...["--layers", fixturePath("layers", "lingbao", "layers.yaml"), "--suggest-boundary", "rest.geojson"],
    ]);
    const report = JSON.parse(stdout);
    expect(report.suggestion.parts.length).toBeGreaterThan(0);
    expect(against("closed report", report)).toEqual([]);
  });
});

const APPLICATION = { id: "虚构-1", right: "mining", operation: "new", mineral: "岩金" };
const CLOSED: readonly (readonly [schema: string, value: unknown, fits: boolean])[] = [
  ["application", APPLICATION, true],
  ["application", [APPLICATION], true],
  ["application", [], false],
  [
    "application",
    { ...APPLICATION, right: "采矿权", method: "露天", site: { inCounty: "未知", block: null } },
    true,
  ],
  ["application", { ...APPLICATION, documents: { 三合一方案: true, "mine-design": null } }, true],
  ["application", { ...APPLICATION, documents: { "mine-designs": true } }, false],
  ["application", { ...APPLICATION, mineral: undefined }, false],
  ["application", { ...APPLICATION, right: null }, false],
  ["application", { ...APPLICATION, method: "open pit" }, false],
  ["application", { ...APPLICATION, date: "2024-5-20" }, false],
  [
    "application",
    {
      ...APPLICATION,
      output: [
        { value: "1,200", unit: "吨/日" },
        { value: 3, unit: "t/a" },
      ],
    },
    true,
  ],
  ["application", { ...APPLICATION, output: { value: 3, units: "t/a" } }, false],
  ["register", { mines: 40, minesOf: [{ mineral: "建筑石料", mines: 2 }] }, true],
  ["register", { mines: -1 }, false],
  ["register", { mine: 40 }, false],
  ["register", [{ id: "C1", status: null }], true],
  ["register", { asOf: "2024-05-01", rights: [{ id: "C1" }] }, true],
  ["register", { rights: { file: "登记.shp", crs: 4526, fields: { id: "证号" } } }, true],
  ["register", { rights: [{ ids: "C1" }] }, false],
  ["layers", { county: { file: "县界.shp" }, constraints: { 生态保护红线: [{ file: "a.shp" }] } }, true],
  ["layers", { county: { files: "县界.shp" } }, false],
  ["layers", { constraints: { redline: { file: "a.shp" } } }, false],
];

describe("a schema refuses what the program refuses", () => {
  it.each(CLOSED)("%s %j: %s", (schema, value, fits) => {
    // Without the fields that are undefined, as a file has it.
    expect(against(schema, JSON.parse(JSON.stringify(value))).length === 0).toBe(fits);
  });
});

describe("the keys of documents and declarations", () => {
  const { definitions } = JSON.parse(shipped("application")) as JsonSchema;
  const asked = new Map<string, string>();
  eachProperty(definitions?.["application"] ?? {}, (path, { description = "" }) => {
    if (/^(documents|declarations)\./.test(path)) asked.set(path, description);
  });

  it.each(PLAN_IDS)("name the clauses of %s that miss them", async (id) => {
    const unnamed = new Set<string>();
    let seen = 0;
    for (const { findings } of await reportsOf(id))
      for (const { clauses, also = [], missing = [] } of findings)
        for (const { field } of missing) {
          const said = asked.get(field);
          if (said === undefined) continue;
          seen += 1;
          if (![...clauses, ...also].some((one) => said.includes(one.id)))
            unnamed.add(`${field}: ${clauses.map((one) => one.id).join(", ")}`);
        }
    expect(seen).toBeGreaterThan(0);
    expect([...unnamed]).toEqual([]);
  });
});
