import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseYaml } from "../../src/input/yaml.ts";
import { type CaseFile, caseFileIn } from "../../src/plan/cases/read.ts";
import { HOME } from "../../src/plan/home.ts";

export { withChanges } from "../../src/plan/cases/changes.ts";
export type { CaseFile } from "../../src/plan/cases/read.ts";
export { outcomeOfClause } from "../../src/plan/cases/run.ts";
export type { Case } from "../../src/plan/cases/schema.ts";

/** The project's own cases of a bundled plan. */
export function readCases(plan: string): CaseFile {
  const file = join("test", "cases", `${plan}.yaml`);
  return caseFileIn(parseYaml(readFileSync(join(HOME, file), "utf8"), file));
}
