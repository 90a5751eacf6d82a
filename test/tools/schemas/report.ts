import { reportSchema } from "../../../src/report/report-schema.ts";
import { describeAll, type JsonSchema, jsonSchemaOf } from "./json-schema.ts";

/** Open to further fields: within a version the report is only added to. */
export function reportJsonSchema(): JsonSchema {
  const { $schema, ...made } = jsonSchemaOf(reportSchema, []);
  describeAll(made, {});
  return {
    $schema,
    title: "审查报告（JSON） · report as JSON",
    description: "mineright/report@1，一份或列表 · one report, or a list of them",
    ...made,
  };
}
