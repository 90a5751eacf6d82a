import { registerSchema } from "../../../src/input/register.ts";
import { dateText, numberOrText } from "../../../src/model/schema.ts";
import { DATE, NUMBER } from "./common.ts";
import { allowUnknown, describeAll, type JsonSchema, jsonSchemaOf } from "./json-schema.ts";
import { REGISTER_WORDS } from "./register-words.ts";

export function registerJsonSchema(): JsonSchema {
  const made = jsonSchemaOf(registerSchema(), [
    { schema: dateText, name: "date", is: DATE },
    { schema: numberOrText, name: "number", is: NUMBER },
  ]);
  describeAll(made, REGISTER_WORDS);
  allowUnknown(made);
  const { $schema, ...rest } = made;
  return {
    $schema,
    title: "登记数据 · register",
    description:
      "已设矿业权：各项数目，或矿业权列表 · existing rights: counts, or a list from which they follow",
    ...rest,
  };
}
