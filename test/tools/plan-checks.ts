import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { HOME } from "../../src/plan/home.ts";
import { checksDocument } from "../support/checks-document.ts";

/** Writes plans/README.md from the catalogue of checks. */
writeFileSync(join(HOME, "plans", "README.md"), checksDocument());
