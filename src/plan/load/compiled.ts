import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { COMPILED, HOME } from "../home.ts";

/** Data that the build made of plans and standards; undefined where nothing is built. */
export function readCompiled<Data>(name: string): Data | undefined {
  if (COMPILED === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(join(COMPILED, basename(name)), "utf8")) as Data;
  } catch {
    return undefined;
  }
}

/**
 * Whether a bundled plan file is what it was when the build made data of it, which only then stand for it:
 * the build keeps a copy, since comparing bytes is cheaper than hashing them.
 */
export function isAsBuilt(file: string, bytes: Uint8Array): boolean {
  if (COMPILED === undefined || dirname(file) !== join(HOME, "plans")) return false;
  try {
    return readFileSync(join(COMPILED, basename(file))).equals(bytes);
  } catch {
    return false;
  }
}
