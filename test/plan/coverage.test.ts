import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/model/finding.ts";
import type { Clause } from "../../src/model/plan.ts";
import { Exercise, exerciseCoverage } from "../../src/plan/coverage/exercise.ts";
import { normativeWords } from "../../src/plan/coverage/normative.ts";
import { textCoverage } from "../../src/plan/coverage/uncited.ts";
import { HOME } from "../../src/plan/home.ts";
import { placesIn } from "../../src/plan/text/places.ts";
import { parsePlanText } from "../../src/plan/text/plan-text.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

inScratch();

describe("normative words", () => {
  it.each([
    ["自然保护地内严禁新设采矿权", ["严禁"]],
    ["不得低于最低规模，不再新建", ["不得", "不再"]],
    ["新建矿山必须达标", ["必须"]],
    ["须经论证", ["须"]],
    ["无须审批", []],
    ["规划应当衔接", ["应当"]],
    ["采矿权应按区块设置", ["应"]],
    ["供应、适应、相应、响应、效应、反应和应用、应急、应对", []],
    ["矿山数量控制在24个以内", ["控制在", "以内"]],
    ["原则上一个区块只设一个主体", ["原则上", "只设"]],
    ["确需新设的，一律不予审批", ["确需", "一律", "不予"]],
    ["服务年限不少于5年，面积不超过25%", ["不少于", "不超过"]],
    ["约束性", ["约束性"]],
    ["预期性", []],
    ["鼓励规模开发，优先投放", []],
    ["达到30个以上", []],
  ])("of %s", (line, words) => {
    expect(normativeWords(line)).toEqual(words);
  });
});

describe("the lines of a text", () => {
  const text = parsePlanText(
    "[bookmark: _Toc1]总  则\r\n严禁新设 采矿权（２０２１年）\n矿山数量\n≤30\n控制性\n严禁倾倒\n",
    "x.txt",
    "",
  );

  it.each([
    ["严禁新设采矿权", [[2]]],
    ["(2021年)", [[2]]],
    ["总则", [[1]]],
    ["矿山数量 ≤30 控制性", [[3, 4, 5]]],
    ["则严禁", [[1, 2]]],
    ["严禁", [[2], [6]]],
    ["鼓励", []],
    ["  ", []],
  ])("hold %s in %j", (phrase, places) => {
    expect(placesIn(text, phrase)).toEqual(places);
  });
});

const clause = (id: string, ...phrase: string[]) => ({ id, phrase }) as unknown as Clause;

describe("a text and the clauses that cite it", () => {
  const LINES = [
    "第一节 严格准入",
    "新建矿山不得低于最低规模。",
    "矿山数量",
    "≤30",
    "控制性",
    "禁止开采砖瓦用粘土。",
    "限制",
    "主管部门应当检查。",
    "建筑石料鼓励集中开采。",
  ];
  const TEXT = parsePlanText(LINES.join("\n"), "x.txt", "");

  it("finds what nobody cites", () => {
    const plan = { clauses: [clause("A", "不得低于最低规模"), clause("B", "≤30 控制性")], uncited: [] };
    const { normative, cited, open, explained } = textCoverage(plan, TEXT);
    expect({ normative, cited, explained }).toEqual({ normative: 6, cited: 2, explained: [] });
    expect(open.map(({ line, words }) => [line, ...words])).toEqual([
      [1, "严格"],
      [6, "禁止"],
      [7, "限制"],
      [8, "应当"],
    ]);
  });

  it("doesn't let a phrase that stands in several places cite any of them", () => {
    const twice = { clauses: [clause("A", "采")], uncited: [] };
    expect(textCoverage(twice, TEXT).cited).toBe(0);
    const once = { clauses: [clause("A", "开采砖瓦")], uncited: [] };
    expect(textCoverage(once, TEXT).cited).toBe(1);
  });

  it.each([
    ["a part of the line", "主管部门应当", [8], []],
    ["a line that is nothing else", "限制", [7], []],
    ["what isn't there", "不再审批", [], ["not-found"]],
    ["several places", "矿", [], ["several-lines"]],
    ["a line that a clause cites", "新建矿山", [], ["nothing-to-explain"]],
    ["a line without a normative word", "建筑石料鼓励", [], ["nothing-to-explain"]],
  ] as const)("an entry for %s", (_name, phrase, lines, idle) => {
    const plan = {
      clauses: [clause("A", "不得低于最低规模")],
      uncited: [{ because: "government-duty", phrases: [phrase], clauses: [] }] as const,
    };
    const coverage = textCoverage(plan, TEXT);
    expect(coverage.explained.map(({ line }) => line)).toEqual(lines);
    expect(coverage.idle.map(({ why }) => why)).toEqual(idle);
  });
});

describe("what is tried of a plan", () => {
  const plan = {
    clauses: [
      { id: "BOTH", force: "mandatory" },
      { id: "MET", force: "principle" },
      { id: "REVIEWED", force: "mandatory" },
      { id: "NEVER", force: "mandatory" },
      { id: "EXPECTED", force: "expected" },
      { id: "MANUAL", force: "mandatory", use: "manual" },
    ] as unknown as readonly Clause[],
  };
  const DECIDED: readonly (readonly [string, Outcome])[] = [
    ["BOTH", "pass"],
    ["BOTH", "fail"],
    ["MET", "pass"],
    ["MET", "note"],
    ["REVIEWED", "review"],
    ["NEVER", "not-applicable"],
  ];

  it("is counted of the clauses that bind and that a rule decides", () => {
    const exercise = new Exercise();
    for (const [id, outcome] of DECIDED) exercise.add(id, outcome);
    const { binding, both, left, percent } = exerciseCoverage(plan, exercise, { NEVER: "because" });
    expect({ binding, both, percent }).toEqual({ binding: 4, both: 1, percent: 50 });
    expect(left).toEqual([
      { clause: "MET", ways: "met" },
      { clause: "REVIEWED", ways: "unmet" },
      { clause: "NEVER", ways: "never", reason: "because" },
    ]);
  });

  it("is never rounded up to all of it", () => {
    const clauses = Array.from({ length: 2000 }, (_, at) => ({ id: `C${at}`, force: "mandatory" }));
    const exercise = new Exercise();
    for (const { id } of clauses.slice(1)) for (const way of ["pass", "fail"] as const) exercise.add(id, way);
    const of = { clauses: clauses as unknown as readonly Clause[] };
    expect(exerciseCoverage(of, exercise, {}).percent).toBe(99.9);
    expect(exerciseCoverage({ clauses: [] }, exercise, {}).percent).toBe(0);
  });
});

const TRIAL = join(HOME, "test", "scenarios", "trial");
const PLAN = readFileSync(join(TRIAL, "plans", "trial.yaml"), "utf8");
const TEXT = join(TRIAL, "texts", "trial.txt");

describe("lines left out with a reason", () => {
  it.each([
    ["because: heading,", "because: title,", '"title" isn\'t allowed'],
    [
      "because: heading,",
      "because: duplicate,",
      "a duplicate, and only that, names the clauses that it repeats",
    ],
    ["because: heading,", "because: heading, clauses: [TC-GEN-01],", "a duplicate, and only that"],
    ["because: heading,", "because: duplicate, clauses: [TC-GEN-99],", "this plan has no clause TC-GEN-99"],
    ["phrases: [严格准入管理]", "phrases: []", "is empty"],
  ])("%s → %s can't be used: %s", async (of, by, says) => {
    writeFileSync("trial.yaml", PLAN.replace(of, by));
    const { stderr, stdout, exit } = await run(["plan", "coverage", "./trial.yaml", "--text", TEXT]);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^\.\/trial\.yaml:\d+:\d+: /);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  });

  it.each([
    [
      "phrases: [严格准入管理]",
      "phrases: [严格准入管理办法]",
      "uncited “严格准入管理办法”: it doesn't stand in the text",
    ],
    ["phrases: [严格准入管理]", "phrases: [严格准入管理, 绿色矿山]", "it stands in several places"],
    ["phrases: [严格准入管理]", "phrases: [严格准入管理, 矿山应边开采]", "a clause cites that line"],
    ["phrases: [严格准入管理]", "phrases: [第二章]", "trial.txt:7 [严格]"],
    ["phrase: 自然保护地内严禁", "phrase: 自然保护地内不设", "trial.txt:5 [严禁]"],
  ])("%s → %s is a problem: %s", async (of, by, says) => {
    writeFileSync("trial.yaml", PLAN.replace(of, by));
    const { stderr, stdout, exit } = await run(["plan", "coverage", "./trial.yaml", "--text", TEXT]);
    expect(stdout).toContain(says);
    expect({ stderr, exit }).toEqual({ stderr: "", exit: 1 });
  });

  it("are sound as they are", async () => {
    writeFileSync("trial.yaml", PLAN);
    const { stderr, exit } = await run(["plan", "coverage", "./trial.yaml", "--text", TEXT]);
    expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
  });
});

describe("applications", () => {
  const APPLICATION = {
    id: "试点-1",
    plan: "trial",
    right: "mining",
    operation: "new",
    date: "2024-05-20",
    mineral: "岩金",
    output: { value: 15, unit: "万吨/年", of: "ore" },
    depositSize: "large",
    site: { inCounty: true },
  };

  it.each([
    ["by its plan", APPLICATION, ["TC-MIN-02", "met"]],
    ["by its county", { ...APPLICATION, plan: undefined, county: "999998" }, ["TC-MIN-02", "met"]],
    [
      "on the other side",
      { ...APPLICATION, output: { ...APPLICATION.output, value: 14 } },
      ["TC-MIN-02", "unmet"],
    ],
    ["an unknown one", { ...APPLICATION, output: undefined }, ["TC-MIN-02", "unmet"]],
    [
      "an exploration right",
      { ...APPLICATION, right: "exploration", output: undefined },
      ["TC-MIN-02", "never"],
    ],
  ])("count, %s", async (_name, application, [clause, ways]) => {
    writeFileSync("a.json", JSON.stringify(application));
    const args = ["plan", "coverage", "--plans", join(TRIAL, "plans"), "--applications", "a.json"];
    const { stdout, exit } = await run([...args, "--format", "json"]);
    expect(exit).toBe(0);
    const [plan] = JSON.parse(stdout).plans;
    expect(plan.exercise.applications).toBe(1);
    expect(plan.exercise.left).toContainEqual({ clause, ways });
  });

  it("of other plans alone are nothing to count", async () => {
    writeFileSync("a.json", JSON.stringify({ ...APPLICATION, plan: "other" }));
    const args = ["plan", "coverage", "--plans", join(TRIAL, "plans"), "--applications", "a.json"];
    const { stderr, stdout, exit } = await run(args);
    expect(stderr).toContain("no case and no application is for trial");
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  });
});
