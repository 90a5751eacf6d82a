import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HOME } from "../../src/plan/home.ts";
import { schemaTexts } from "./schemas/all.ts";

/** Writes the JSON Schemas of plan, application, register, layers and report into `plans/schema`. */
const folder = join(HOME, "plans", "schema");
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await schemaTexts()))
  writeFileSync(join(folder, `${name}.schema.json`), text);
