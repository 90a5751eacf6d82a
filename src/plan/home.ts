import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
/** The folder that holds package.json, whether this runs from the sources or as one built file. */
export const HOME = findHome(HERE);

/** Compiled plans and standards; only the built program uses them, so that sources are never stale. */
export const COMPILED = HERE === join(HOME, "dist") ? join(HERE, "data") : undefined;

/** Tells one build of the program from another: what it keeps in files for itself, no other build takes up. */
export function programMark(): string {
  if (COMPILED === undefined) return "sources";
  return createHash("sha256")
    .update(readFileSync(join(HERE, "program.cjs")))
    .digest("hex");
}

function findHome(from: string): string {
  const up = dirname(from);
  return existsSync(join(from, "package.json")) || up === from ? from : findHome(up);
}
