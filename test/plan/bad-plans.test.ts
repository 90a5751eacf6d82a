import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { type Result, run } from "../support/session.ts";

const SAMPLE = readFileSync(join(HOME, "test", "scenarios", "plans", "sample.yaml"), "utf8");
const APPLICATION = { id: "虚构-1", right: "mining", operation: "new", mineral: "岩金" };

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plans-"));
  process.chdir(folder);
  writeFileSync("a.json", JSON.stringify(APPLICATION));
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** What is put in the place of something in a sound plan, and what is said of it. */
interface Broken {
  readonly name: string;
  readonly of: string;
  readonly by: string;
  /** Where the new text is wrong: at its own start, or at something in or before it. */
  readonly at?: string;
  readonly says: string;
}

const BROKEN: readonly Broken[] = [
  { name: "YAML that isn't", of: "county: {", by: "county: [", says: "" },
  { name: "an unknown key", of: "titleEn:", by: "titleEng:", says: 'unknown field "titleEng"' },
  { name: "an unknown rule", of: "mine-count:", by: "mines-count:", says: 'unknown field "mines-count"' },
  { name: "an unknown key of a rule", of: "below: 45", by: "belov: 45", says: 'unknown field "belov"' },
  {
    name: "an unknown clause",
    of: "{ clause: SC-GRN-01,",
    by: "{ clause: SC-GRN-09,",
    at: "SC-GRN-09",
    says: "this plan has no clause SC-GRN-09",
  },
  {
    name: "an unknown mineral",
    of: "mineral: 岩金",
    by: "mineral: 岩精",
    at: "岩精",
    says: 'the vocabulary has no mineral "岩精"',
  },
  {
    name: "an unknown zone",
    of: "right: mining, stage: new, solid: true",
    by: "right: mining, touches: 某区",
    at: "某区",
    says: 'this plan has no zone "某区"',
  },
  {
    name: "a word that isn't in the list",
    of: "stage: new, solid",
    by: "stage: newly, solid",
    at: "newly",
    says: '"newly" isn\'t allowed',
  },
  {
    name: "an unknown document",
    of: "[green-mine-plan]",
    by: "[green-mine]",
    at: "green-mine]",
    says: '"green-mine" isn\'t allowed',
  },
  { name: "a unit that isn't", of: "unit: 万吨/年", by: "unit: 万斤/年", at: "万斤/年", says: "万斤/年" },
  {
    name: "a table without unit",
    of: "      unit: 万吨/年\n",
    by: "",
    at: "{ clause: SC-MIN-02",
    says: "the figures of this row have no unit",
  },
  {
    name: "a figure that isn't",
    of: "large: 15, medium",
    by: "large: lots, medium",
    at: "lots",
    says: "lots",
  },
  {
    name: "a period that ends before it begins",
    of: "from: 2021-01-01",
    by: "from: 2031-01-01",
    says: "the period ends before it begins",
  },
  {
    name: "a day that isn't",
    of: "issued: 2022-06-01",
    by: "issued: 2022-06-31",
    at: "2022-06-31",
    says: '"2022-06-31" is not a date of the calendar',
  },
  {
    name: "two clauses with one id",
    of: "id: SC-GRN-02",
    by: "id: SC-GRN-01",
    says: "clause SC-GRN-01 appears twice",
  },
  {
    name: "a clause that nothing uses",
    of: "    use: background\n    reason: { zh: 约束其他规划的编制, en: it binds those who make other plans }\n",
    by: "",
    says: "no rule uses clause SC-GEN-02",
  },
  {
    name: "a manual clause without question",
    of: "    question: { zh: 治理计划是否与开采进度衔接？, en: Does the restoration follow the mining? }\n",
    by: "",
    says: "a manual clause, and only that, has a question",
  },
  {
    name: "a word in one language only",
    of: "zh: 适用于示例县，规划期至 2025 年, en:",
    by: "zh: 适用于示例县，规划期至 2025 年, es:",
    at: 'es: "it governs',
    says: 'unknown field "es"',
  },
  {
    name: "an empty word",
    of: 'en: "it governs Sample County, up to 2025"',
    by: 'en: ""',
    at: '""',
    says: "is empty",
  },
  {
    name: "a county code of five digits",
    of: 'code: "999999"',
    by: 'code: "99999"',
    at: '"99999"',
    says: "isn't written as expected",
  },
  {
    name: "a duplicate key",
    of: "authority: 示例县人民政府",
    by: "authority: 示例县人民政府\n  authority: 别县",
    at: "authority: 别县",
    says: "this key appears twice",
  },
];

async function check(text: string): Promise<Result> {
  writeFileSync("plan.yaml", text);
  return run(["check", "a.json", "--plan", "plan.yaml"]);
}

describe("a plan file that can't be used", () => {
  it.each(BROKEN)("$name", async ({ of, by, at, says }) => {
    expect(SAMPLE).toContain(of);
    const text = SAMPLE.replace(of, by);
    const { exit, stdout, stderr } = await check(text);
    expect([exit, stdout]).toEqual([2, ""]);
    const [problem = "", remedy] = stderr.split("\n");
    expect(problem).toContain(says);
    expect(problem).toMatch(/^plan\.yaml:\d+:\d+: /);
    expect(remedy).toMatch(/^ {2}→ ./);
    if (at === undefined) return;
    const before = text.slice(0, text.indexOf(at)).split("\n");
    expect(problem).toMatch(
      new RegExp(`^plan\\.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: `),
    );
  });

  it("is sound before it is broken", async () => {
    expect((await check(SAMPLE)).exit).toBe(3);
  });

  const OTHER: readonly (readonly [name: string, args: readonly string[], says: string])[] = [
    ["no such file", ["--plan", "none.yaml"], "none.yaml: no such file\n"],
    ["no such id", ["--plan", "nowhere"], 'nowhere: there is no plan "nowhere"\n'],
    [
      "no such folder",
      ["--plan", "sample", "--plans", "nowhere"],
      "nowhere: there is no such folder of plans\n",
    ],
    ["two plans of one id", ["--plan", "sample", "--plans", "twice"], 'both the plan "sample"\n'],
    [
      "a folder, where the wanted plan is broken",
      ["--plan", "broken", "--plans", "twice"],
      'twice/broken.yaml:1:1: the content must be an object {…}, but is the text "hello"\n',
    ],
    [
      "a folder without plans",
      ["--plan", "sample", "--plans", "empty"],
      "empty: this folder holds no plan file (.yaml)\n",
    ],
  ];
  it.each(OTHER)("%s", async (_name, args, says) => {
    for (const name of ["twice", "empty"]) mkdirSync(name, { recursive: true });
    for (const name of ["a", "b"]) writeFileSync(join("twice", `${name}.yaml`), SAMPLE);
    writeFileSync(join("twice", "broken.yaml"), "hello");
    const { exit, stdout, stderr } = await run(["check", "a.json", ...args]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/\n {2}→ ./);
  });
});
