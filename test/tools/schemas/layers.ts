import { layersSchema } from "../../../src/input/layers.ts";
import { dateText } from "../../../src/model/schema.ts";
import { CONSTRAINTS } from "../../../src/model/terms.ts";
import { DATE } from "./common.ts";
import { describeAll, type JsonSchema, jsonSchemaOf } from "./json-schema.ts";

export function layersJsonSchema(): JsonSchema {
  const { $schema, ...made } = jsonSchemaOf(layersSchema, [
    { schema: dateText, name: "date", is: DATE },
    { schema: layersSchema.shape.county.unwrap(), name: "layers" },
  ]);
  const constraints = Object.entries(CONSTRAINTS).flatMap(([key, { zh, en }]) =>
    [key, zh].map((name): [string, string] => [`constraints.${name}`, `${zh} · ${en}`]),
  );
  describeAll(made, Object.fromEntries(constraints));
  return {
    $schema,
    title: "图层清单 · layers file",
    description: "各控制线、分区、区块、矿业权在哪个空间数据文件 · which of your files hold what",
    ...made,
  };
}
