import { caseFileSchema } from "../../../src/plan/cases/schema.ts";
import { applicationJsonSchema } from "./application.ts";
import { describeAll, type JsonSchema, jsonSchemaOf } from "./json-schema.ts";
import { registerJsonSchema } from "./register.ts";

const WORDS: Readonly<Record<string, string>> = {
  plan: "规划编号或县代码 · id or county code of the plan",
  layers: "图层清单，从用例文件所在处起 · the layers file, from where this file stands",
  register: "各用例共用的登记数据 · the register that all cases share",
  base: "基准申请，各有名称，由用例改动 · sound applications by name, which the cases change",
  cases: "用例 · the cases",
  "cases.name": "名称，各不相同 · its name, which no other case has",
  "cases.base": "基准申请的名称；不写为第一份 · which base application; the first unless said",
  "cases.set":
    "改动申请：以点相连的路径和值，null 去掉一项 · changes of the application: dotted paths and values; null takes a fact away",
  "cases.register":
    "改动登记数据，或 none 不给 · changes of the register in the same way, or none for no register",
  "cases.verdict": "预期结论 · the verdict expected",
  "cases.findings":
    "预期判定：条款或 条款@规则，取其中最重的 · what is expected of a clause or clause@rule: the worst of its findings",
  "cases.arithmetic":
    "数字由来：等式或不等式 · where its figures come from: equations or inequalities that must hold",
  oneSided:
    "不能两面判定的条款及其原因 · binding clauses that no case decides both ways, each with the reason",
};

/** A file of cases: its base applications and its register are those of the files of their own. */
export async function casesJsonSchema(): Promise<JsonSchema> {
  const { definitions } = await applicationJsonSchema();
  const { $schema, properties, ...made } = jsonSchemaOf(caseFileSchema, []);
  describeAll({ properties: properties ?? {} }, WORDS);
  const registers = registerJsonSchema().anyOf?.filter(({ type }) => type === "object") ?? [];
  return {
    $schema,
    title: "用例文件 · file of cases",
    description: "规划的用例，由 plan test 运行 · cases for a plan, which plan test runs",
    ...made,
    properties: {
      ...properties,
      base: { ...properties?.["base"], additionalProperties: { $ref: "#/definitions/application" } },
      register: {
        description: WORDS["register"] ?? "",
        anyOf: registers,
      },
    },
    definitions: definitions ?? {},
  };
}
