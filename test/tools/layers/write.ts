import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import iconv from "iconv-lite";
import { HOME } from "../../../src/plan/home.ts";

const FIXTURES = join(HOME, "fixtures");

/** Writes below `fixtures/`. */
export function write(path: string, content: string | Uint8Array): void {
  const file = join(FIXTURES, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export function writeGbk(path: string, text: string): void {
  write(path, iconv.encode(text, "gbk"));
}

/** Writes the parts of a shapefile: `base.shp`, or in capitals as old programs have it. */
export function writeParts(
  base: string,
  parts: Readonly<Record<string, Uint8Array>>,
  capitals = false,
): void {
  for (const [ending, bytes] of Object.entries(parts))
    write(`${base}.${capitals ? ending.toUpperCase() : ending}`, bytes);
}

/** Nothing of an earlier run stays. */
export function clear(path: string): void {
  rmSync(join(FIXTURES, path), { recursive: true, force: true });
}
