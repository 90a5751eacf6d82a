import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HOME } from "../plan/home.ts";

/** The version in package.json; the build puts it in as a constant. */
declare const BUILT_VERSION: string | undefined;

export const VERSION =
  typeof BUILT_VERSION === "string"
    ? BUILT_VERSION
    : (JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { version: string }).version;
