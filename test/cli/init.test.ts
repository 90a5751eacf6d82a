import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { RULES } from "../../rules/registry.ts";
import { Unusable } from "../../src/input/problem.ts";
import { compilePlan } from "../../src/plan/load/compile.ts";
import { clausesIn } from "../../src/plan/load/references.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { standards } from "../support/world.ts";

inScratch();

/** A fictional county, for each place that is to be filled in, in their order. */
const COUNTY = [
  "虚构县矿产资源总体规划（2026-2030年）",
  "Mineral Resource Plan of Xugou County (2026-2030)",
  '"999001"',
  "虚构县",
  "Xugou County",
  "2026-01-01",
  "2030-12-31",
  "第一章 总则",
  "适用于虚构县",
];

async function begun(name: string, ...more: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await run(["plan", "init", name, ...more]);
  expect([exit, stdout]).toEqual([0, ""]);
  expect(stderr).toContain(`${name}.yaml`);
  return readFileSync(`${name}.yaml`, "utf8");
}

/** As its user fills it in: one place after the other, and the entry that stands for what is missing goes. */
function filledIn(text: string): string {
  const values = [...COUNTY];
  return text
    .replace("\n  - TODO\n", "\n")
    .replace(/(?<=[:{] ?)\bTODO\b/g, () => values.shift() ?? "no value left");
}

/** With every example brought back from its comment. */
function uncommented(text: string): string {
  const [first, ...rest] = text.split("\n");
  return [first, ...rest.map((line) => line.replace(/^(\s*)# /, "$1"))].join("\n");
}

/** A clause for each id that is referred to and not there, so that examples stand on something. */
function withClauses(text: string): string {
  const value = parse(text) as { clauses: readonly { id: string }[] };
  const known = new Set(value.clauses.map(({ id }) => id));
  const entries = [...clausesIn(value)]
    .filter((id) => !known.has(id))
    .map(
      (id) =>
        `  - { id: ${id}, at: { chapter: 章 }, force: mandatory, phrase: 词, asks: { zh: 要, en: it } }\n`,
    );
  return text.replace("\nclauses:\n", `\nclauses:\n${entries.join("")}`);
}

const compiled = (text: string) => compilePlan(text, "new.yaml", standards.minerals);

describe.each(["zh", "en"])("plan init --lang %s", (lang) => {
  it("writes a file of which nothing is refused but what is to be filled in, each at its place", async () => {
    const text = await begun(`xugou-${lang}`, "--lang", lang);
    const lines = text.split("\n");
    const places = lines.flatMap((line, row) =>
      /^\s*#/.test(line) ? [] : [...line.matchAll(/TODO/g)].map(({ index }) => `${row + 1}:${index + 1}`),
    );
    const refused = await compiled(text).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unusable);
    const { problems } = refused as Unusable;
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
    expect(places).toHaveLength(COUNTY.length + 1);
    for (const { message, remedy } of problems) {
      expect(message.zh).toContain("尚待填写");
      expect(message.en).toContain("is yet to be filled in");
      expect(remedy).toBeDefined();
    }
  });

  it("is a plan once it is filled in", async () => {
    const text = filledIn(await begun(`filled-${lang}`, "--lang", lang));
    const plan = await compiled(text);
    expect(plan.county).toEqual({ code: "999001", name: "虚构县", en: "Xugou County", aliases: [] });
    expect(plan.period).toEqual({ from: "2026-01-01", to: "2030-12-31" });
    expect(Object.keys(plan.rules)).toEqual(["plan-period", "plan-area"]);
    writeFileSync("filled.yaml", text);
    writeFileSync("a.json", '{ "id": "虚构-1", "right": "mining", "operation": "new", "mineral": "岩金" }');
    const { stdout } = await run(["check", "a.json", "--plan", "filled.yaml", "--as-of", "2025-12-31"]);
    expect(stdout).toContain("FI-GEN-01");
  });

  it("has examples of everything, which hold as they stand", async () => {
    const text = uncommented(filledIn(await begun(`whole-${lang}`, "--lang", lang)));
    const plan = await compiled(withClauses(text));
    expect(Object.keys(plan.rules)).toEqual(RULES.filter(({ example }) => example).map(({ id }) => id));
    for (const part of [plan.terms, plan.zones, plan.blocks, plan.unpublished, plan.contradictions])
      expect(part).toHaveLength(1);
    expect(new Set(plan.clauses.map(({ use }) => use))).toEqual(new Set([undefined, "manual", "background"]));
  });
});

describe("plan init", () => {
  it.each([
    ["999001", "虚构县"],
    ["012345", 'A "county": {x} #1'],
    ["999001", "true"],
  ])("takes the county's code and name: %s, %s", async (code, name) => {
    const file = `county-${code}-${name.length}.yaml`;
    const args = ["--county-code", code, "--county-name", name, "-o", file];
    expect((await run(["plan", "init", "county", ...args])).exit).toBe(0);
    const { plan } = parse(readFileSync(file, "utf8")) as { plan: { county: unknown } };
    expect(plan.county).toEqual({ code, name, en: "TODO" });
  });

  it("never writes over a file", async () => {
    writeFileSync("here.yaml", "mine");
    for (const args of [["here"], ["other", "-o", "here.yaml"]]) {
      const { exit, stderr } = await run(["plan", "init", ...args]);
      expect([exit, stderr]).toEqual([
        2,
        "here.yaml: the file exists, and was left as it is\n  → give another name with -o\n",
      ]);
    }
    expect(readFileSync("here.yaml", "utf8")).toBe("mine");
  });

  it.each([
    [["Qingshan"], "this can't be a plan's id"],
    [["青山"], "this can't be a plan's id"],
    [["a/b"], "this can't be a plan's id"],
    [["a", "--county-code", "99900"], "isn't a six-digit county code"],
    [["a", "-o", "no/such/folder.yaml"], "there is no such folder"],
    [[], "missing required argument"],
  ])("refuses %j: %s", async (args, says) => {
    const { exit, stdout, stderr } = await run(["plan", "init", ...args]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
  });
});

describe("a placeholder that is left", () => {
  it.each([
    ["chapter: 第一章 总则", "chapter: TODO the chapter", "clauses[0].at.chapter"],
    ["phrase: 适用于虚构县", "phrase: TODO", "clauses[0].phrase"],
    ["zh: 本规划的适用范围和规划期", "zh: TODO", "clauses[0].asks.zh"],
  ])("%s as %s is refused", async (of, by, field) => {
    const text = filledIn(await begun(`left-${field.length}`)).replace(of, by);
    await expect(compiled(text)).rejects.toMatchObject({ problems: [{ field }] });
  });

  it("is none where a word only begins like it", async () => {
    const text = filledIn(await begun("likely")).replace("phrase: 适用于虚构县", "phrase: TODOS");
    expect((await compiled(text)).clauses[0]?.phrase).toEqual(["TODOS"]);
  });
});

describe("each rule's example", () => {
  it.each(RULES)("$id", async ({ example, section }) => {
    const none = () => ({ zh: "", en: "" });
    const any = () => ({
      hasClause: () => true,
      hasMineral: () => true,
      hasZone: () => true,
      clausesLike: none,
      mineralsLike: none,
      zonesLike: none,
    });
    const { sectionKit } = await import("../../src/plan/load/kit.ts");
    const shape = section(sectionKit(any));
    // Without an example only what can have no section at all.
    if (example === undefined) expect(shape.safeParse([]).success).toBe(false);
    else expect(shape.safeParse(parse(example))).toMatchObject({ success: true });
  });
});
