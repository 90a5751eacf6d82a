import { applicationJsonSchema } from "./application.ts";
import type { JsonSchema } from "./json-schema.ts";
import { layersJsonSchema } from "./layers.ts";
import { planJsonSchema } from "./plan.ts";
import { registerJsonSchema } from "./register.ts";
import { reportJsonSchema } from "./report.ts";

/** Every JSON Schema that is shipped, by its name, as it stands in its file. */
export async function schemaTexts(): Promise<Readonly<Record<string, string>>> {
  const schemas: Readonly<Record<string, JsonSchema>> = {
    plan: await planJsonSchema(),
    application: await applicationJsonSchema(),
    register: registerJsonSchema(),
    layers: layersJsonSchema(),
    report: reportJsonSchema(),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}
