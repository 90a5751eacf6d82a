import { describe, expect, it } from "vitest";
import { applicationsIn } from "../../src/input/application.ts";
import { parseDocument } from "../../src/input/document.ts";
import type { Application } from "../../src/model/application.ts";

async function read(text: string, file: string): Promise<Application> {
  const [first] = applicationsIn(await parseDocument(text, file)).applications;
  if (first === undefined) throw new Error("no application");
  return first.application;
}

const HEAD = { id: "虚构-1", right: "mining", operation: "new", mineral: "岩金" };
const json = (rest: string) => `${JSON.stringify(HEAD).slice(0, -1)}, ${rest} }`;
const yaml = (rest: string) => `id: 虚构-1\nright: mining\noperation: new\nmineral: 岩金\n${rest}\n`;

/** Literals as they stand in a file, and the amount that they are: nothing is rounded onto a limit. */
const LITERALS: readonly (readonly [literal: string, value: string])[] = [
  ["15", "15"],
  ["0.1", "0.1"],
  ["299.9999999", "299.9999999"],
  ["14.999999999999999", "14.999999999999999"],
  ["14.9999999999999999", "14.9999999999999999"],
  ["299.99999999999999999999", "299.99999999999999999999"],
  ["12345678901.1234567", "12345678901.1234567"],
  ["0.30000000000000004", "0.30000000000000004"],
  ["1e3", "1000"],
  ["1.5e-3", "0.0015"],
];
const TEXTS: readonly (readonly [text: string, value: string])[] = [
  ["１５", "15"],
  ["1,200", "1200"],
  ["１，２００．５", "1200.5"],
  [" 15 ", "15"],
  ["14.99999999999999999999", "14.99999999999999999999"],
];

describe("an amount", () => {
  const amount = async (text: string, file: string) => (await read(text, file)).output?.[0]?.value.toFixed();
  it.each(LITERALS)("%s is read exactly, in JSON and in YAML", async (literal, value) => {
    const output = `{ "value": ${literal}, "unit": "吨/年" }`;
    expect(await amount(json(`"output": ${output}`), "a.json")).toBe(value);
    expect(await amount(yaml(`output: ${output}`), "a.yaml")).toBe(value);
    expect(await amount(yaml(`output: [${output}]`), "a.yaml")).toBe(value);
  });
  it.each(TEXTS)("%j as a text is read exactly, in JSON and in YAML", async (text, value) => {
    const output = `{ "value": ${JSON.stringify(text)}, "unit": "吨/年" }`;
    expect(await amount(json(`"output": ${output}`), "a.json")).toBe(value);
    expect(await amount(yaml(`output: ${output}`), "a.yaml")).toBe(value);
  });
});

/** Words that stand for one another, and ways to say that nothing is known. */
const SAME: readonly (readonly [what: string, one: object, other: object])[] = [
  ["a right", { right: "mining" }, { right: "采矿权" }],
  ["an operation", { operation: "conversion" }, { operation: "探转采" }],
  ["a method", { method: "both" }, { method: "露天+地下" }],
  ["a size", { depositSize: "large" }, { depositSize: "大型" }],
  [
    "a basis",
    { output: { value: 1, unit: "t/a", of: "metal" } },
    { output: { value: 1, unit: "t/a", of: "金属量" } },
  ],
  ["a document", { documents: { "mine-design": true } }, { documents: { 矿山设计: true } }],
  ["a declaration", { declarations: { "net-grant": false } }, { declarations: { 净矿出让: false } }],
  [
    "a constraint",
    { site: { constraints: { heritage: "clear" } } },
    { site: { constraints: { 文物保护单位: "不重叠" } } },
  ],
  [
    "one output and a list of it",
    { output: { value: 1, unit: "t/a" } },
    { output: [{ value: 1, unit: "t/a" }] },
  ],
  ["a co-mineral and its name", { coMinerals: [{ name: "银" }] }, { coMinerals: ["银"] }],
  ["spaces around a name", { mineral: "岩金" }, { mineral: "  岩金 " }],
  ["null and absent", { depositSize: null }, {}],
  [
    "an amount without its value or its unit, and absent",
    { output: { value: null, unit: "t/a" }, reserves: { value: 5 } },
    {},
  ],
  [
    "未知 and absent",
    { method: "未知", date: "未知", output: "未知", applicant: { kind: "未知" } },
    { applicant: {} },
  ],
  ["unknown and absent", { serviceLifeYears: "unknown", site: { inCounty: "unknown" } }, { site: {} }],
];

describe("the same application", () => {
  it.each(SAME)("%s", async (_what, one, other) => {
    const [left, right] = await Promise.all(
      [one, other].map((part) => read(JSON.stringify({ ...HEAD, ...part }), "a.json")),
    );
    expect(left).toEqual(right);
  });

  it("in JSON and in YAML", async () => {
    const whole = { ...HEAD, output: { value: 1.5, unit: "万吨/年" }, site: { inCounty: true, zones: [] } };
    const text = JSON.stringify(whole);
    expect(await read(text, "a.yaml")).toEqual(await read(text, "a.json"));
  });

  it("from a file of unknown ending, by its first sign", async () => {
    expect(await read(json('"grade": 0.5'), "-")).toEqual(await read(yaml("grade: 0.5"), "-"));
  });
});
