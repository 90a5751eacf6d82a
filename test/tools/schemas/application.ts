import { applicationSchema } from "../../../src/model/application.ts";
import { dateText, numberOrText } from "../../../src/model/schema.ts";
import { loadStandards, PlanLibrary } from "../../../src/plan/load/library.ts";
import { applicationWords } from "./application-words.ts";
import { DATE, NUMBER } from "./common.ts";
import { evidenceAsked } from "./evidence-asked.ts";
import { allowUnknown, describeAll, type JsonSchema, jsonSchemaOf } from "./json-schema.ts";

/** One application or a list of them; each document and declaration with the clauses that ask for it. */
export async function applicationJsonSchema(): Promise<JsonSchema> {
  const library = new PlanLibrary(await loadStandards());
  const plans = await Promise.all(
    (await library.names()).map(async ({ id }) => (await library.load(id)).plan),
  );
  const asked = evidenceAsked(plans);
  const { $schema, definitions, ...one } = jsonSchemaOf(applicationSchema, [
    { schema: dateText, name: "date", is: DATE },
    { schema: numberOrText, name: "number", is: NUMBER },
  ]);
  describeAll(
    one,
    applicationWords((path) => asked.get(path) ?? []),
  );
  allowUnknown(one);
  const application = { $ref: "#/definitions/application" };
  return {
    $schema,
    title: "申请文件 · application file",
    description:
      "采矿权、探矿权申请，一份或列表；未写的字段即未知 · one application or a list; what is left out is unknown",
    anyOf: [application, { type: "array", minItems: 1, items: application }],
    definitions: { ...definitions, application: one },
  };
}
