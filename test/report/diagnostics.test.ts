import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { CheckCard, CheckedFile, CheckRun } from "../../src/model/checked.ts";
import type { Diagnostic, Level } from "../../src/model/diagnostic.ts";
import { words } from "../../src/model/words.ts";
import { CHECKS } from "../../src/plan/checks/registry.ts";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { HOME } from "../../src/plan/home.ts";
import { DIAGNOSTICS_FORMATS, type DiagnosticsFormat } from "../../src/report/diagnostics/format.ts";
import { diagnosticsPrinters } from "../../src/report/diagnostics/printers.ts";
import { paintWith } from "../../src/report/paint.ts";
import { standards } from "../support/world.ts";

const SAMPLE = readFileSync(join(HOME, "test", "plan", "sample.yaml"), "utf8");

function card(code: string, level: Level): CheckCard {
  return { code, level, title: words(`${code}检查`, `Check <${code}>`), why: words("为何", "why") };
}

function found(code: string, level: Level, line: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const message = words("50% 不对：甲,乙", "50% is wrong: a, b");
  return {
    code,
    level,
    file: "计划 1.yaml",
    line,
    column: 3,
    message,
    remedy: words("改正", "mend it"),
    ...more,
  };
}

const FILE: CheckedFile = {
  file: "计划 1.yaml",
  plan: "one",
  values: 12,
  looked: { first: 4, second: 2, third: 0 },
  diagnostics: [
    found("first", "info", 1, { acceptedBy: "T-AA-01", subject: "甲" }),
    found("second", "warning", 2, { field: "plan.title" }),
    found("second", "error", 9, {
      message: words('一\u0007二 <&">', 'bell \u0007 <&">'),
      clause: "AA-BBB-01",
    }),
  ],
};
const RUN: CheckRun = {
  checks: [
    card("first", "warning"),
    card("second", "error"),
    card("third", "error"),
    card("fourth", "error"),
  ],
  files: [FILE],
  failOn: "error",
  version: "1.2.3",
};

function print(format: DiagnosticsFormat, run: CheckRun = RUN, lang: "zh" | "en" = "en"): string {
  return diagnosticsPrinters(run)[format]({ lang, paint: paintWith(0) });
}

describe("text", () => {
  it("says where, how bad, what and what to do, and closes with what was looked at", () => {
    expect(print("text").split("\n")).toEqual([
      "计划 1.yaml:1:3 info first: 50% is wrong: a, b",
      "  → mend it",
      "计划 1.yaml:2:3 warning second: 50% is wrong: a, b",
      "  → mend it",
      '计划 1.yaml:9:3 error second: bell \u0007 <&">',
      "  → mend it",
      "",
      "problems found: 1 file, 2 of 4 checks, 12 values; 1 error, 1 warning, 1 info",
      "",
    ]);
  });

  it("says it in Chinese", () => {
    expect(print("text", RUN, "zh")).toContain("计划 1.yaml:2:3 警告 second：50% 不对：甲,乙\n  → 改正\n");
    expect(print("text", RUN, "zh")).toContain(
      "有问题：1 个文件，4 项检查中的 2 项，12 个值；错误 1，警告 1，提示 1\n",
    );
  });
});

describe("what makes a run fail", () => {
  const TABLE: readonly (readonly [has: Partial<Diagnostic>, failOn: Level, sound: boolean])[] = [
    [{ level: "error" }, "error", false],
    [{ level: "warning" }, "error", true],
    [{ level: "warning" }, "warning", false],
    [{ level: "info" }, "warning", true],
    [{ level: "info" }, "info", false],
    [{ level: "info", acceptedBy: "T-AA-01" }, "info", true],
  ];
  it.each(TABLE)("%j at --fail-on %s: sound %s", (has, failOn, sound) => {
    const files = [{ ...FILE, diagnostics: [found("first", "info", 1, has)] }];
    expect(JSON.parse(print("json", { ...RUN, failOn, files })).sound).toBe(sound);
  });
});

describe("JSON", () => {
  it("holds all that is known, in both languages", () => {
    const report = JSON.parse(print("json"));
    expect(report).toMatchObject({
      schema: "mineright/diagnostics@1",
      tool: { name: "mineright", version: "1.2.3" },
      counts: { error: 1, warning: 1, info: 1 },
      files: [FILE],
    });
    expect(report.checks).toEqual(RUN.checks);
  });
});

describe("GitHub annotations", () => {
  it("come with the most severe first, each on one line of its own", () => {
    expect(print("github").split("\n")).toEqual([
      '::error file=计划 1.yaml,line=9,col=3,title=second::bell \u0007 <&">%0A→ mend it',
      "::warning file=计划 1.yaml,line=2,col=3,title=second::50%25 is wrong: a, b%0A→ mend it",
      "::notice file=计划 1.yaml,line=1,col=3,title=first::50%25 is wrong: a, b%0A→ mend it",
      "problems found: 1 file, 2 of 4 checks, 12 values; 1 error, 1 warning, 1 info",
      "",
    ]);
  });

  it("escape what would end a property", () => {
    const diagnostics = [found("first", "error", 1, { file: "a,b:c.yaml" })];
    expect(print("github", { ...RUN, files: [{ ...FILE, diagnostics }] })).toContain(
      "file=a%2Cb%3Ac.yaml,line=1",
    );
  });
});

function elements(parent: Element, name: string): readonly Element[] {
  return [...parent.getElementsByTagName(name)];
}

describe("JUnit", () => {
  const suites = (run: CheckRun) => {
    const root = new DOMParser().parseFromString(print("junit", run), "text/xml").documentElement;
    if (root === null) throw new Error("no root");
    return root;
  };

  it("has a case for each check of each file, passed, failed or skipped with the reason", () => {
    const [suite] = elements(suites(RUN), "testsuite");
    if (suite === undefined) throw new Error("no suite");
    const told = elements(suite, "testcase").map((one) => [
      one.getAttribute("name"),
      elements(one, "failure").length,
      elements(one, "skipped").map((skipped) => skipped.getAttribute("message")),
    ]);
    expect(told).toEqual([
      ["first: Check <first>", 0, []],
      ["second: Check <second>", 1, []],
      ["third: Check <third>", 0, ["the file holds nothing that this check looks at"]],
      ["fourth: Check <fourth>", 0, ["not reached: the file has errors of form"]],
    ]);
    expect(["tests", "failures", "skipped"].map((name) => suite.getAttribute(name))).toEqual(["4", "1", "2"]);
  });

  it("tells in a passed case what doesn't make the run fail", () => {
    const [first] = elements(suites(RUN), "testcase");
    expect(first && elements(first, "system-out")[0]?.textContent).toContain("1.yaml:1:3 info: 50% is wrong");
  });

  it("counts warnings as failures where they are asked for", () => {
    expect(suites({ ...RUN, failOn: "warning" }).getAttribute("failures")).toBe("1");
    expect(elements(suites({ ...RUN, failOn: "warning" }), "failure")).toHaveLength(2);
  });
});

describe("SARIF", () => {
  const schema = JSON.parse(readFileSync(join(HOME, "test", "report", "sarif-2.1.0.json"), "utf8"));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const isValid = ajv.compile(schema);
  const problems = (text: string) => (isValid(JSON.parse(text)) ? [] : isValid.errors);

  it("is told from what isn't SARIF by the official schema", () => {
    expect(problems('{"version":"2.1.0","runs":[{"results":[]}]}')).not.toEqual([]);
  });

  it.each(["zh", "en"] as const)("is valid in %s", (lang) => {
    expect(problems(print("sarif", RUN, lang))).toEqual([]);
  });

  it.each([
    ["sound", SAMPLE],
    ["with errors of sense", SAMPLE.replace("rights: 2", "rights: 3").replace("large: 15", "large: 5")],
    ["with errors of form", SAMPLE.replace("titleEn", "titleEng")],
    ["not YAML", "plan: {"],
  ])("is valid for a plan that is %s", async (_name, text) => {
    const files = [await checkPlanFile(Buffer.from(text), "/abs/规划.yaml", standards)];
    expect(problems(print("sarif", { ...RUN, checks: CHECKS, files }))).toEqual([]);
  });

  it("names rules, levels and places, and suppresses what the plan's contradictions answer", () => {
    const [run] = JSON.parse(print("sarif")).runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      "first",
      "second",
      "third",
      "fourth",
    ]);
    expect(
      run.results.map((one: { level: string; ruleIndex: number; suppressions?: unknown[] }) => [
        one.level,
        one.ruleIndex,
        one.suppressions?.length ?? 0,
      ]),
    ).toEqual([
      ["note", 0, 1],
      ["warning", 1, 0],
      ["error", 1, 0],
    ]);
    expect(run.results[1].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "%E8%AE%A1%E5%88%92%201.yaml" },
      region: { startLine: 2, startColumn: 3 },
    });
  });

  it("has fingerprints that stay when lines move, and differ from each other", () => {
    const prints = (run: CheckRun) =>
      JSON.parse(print("sarif", run)).runs[0].results.map(
        (one: { partialFingerprints: object }) => one.partialFingerprints,
      );
    const moved = FILE.diagnostics.map((one) => ({ ...one, line: (one.line ?? 0) + 40 }));
    expect(prints({ ...RUN, files: [{ ...FILE, diagnostics: moved }] })).toEqual(prints(RUN));
    expect(new Set(prints(RUN).map((one: object) => JSON.stringify(one))).size).toBe(3);
  });
});

describe("every format", () => {
  it.each(DIAGNOSTICS_FORMATS)("%s ends with a line break and says the same twice", (format) => {
    expect(print(format)).toMatch(/\n$/);
    expect(print(format)).toBe(print(format));
  });
});
