import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { HOME } from "../../src/plan/home.ts";

/** The program as users have it. */
export const BUILT = join(HOME, "dist", "mineright.cjs");

const SOURCES = ["bin", "src", "rules", "plans"];
/** What the build writes last, and what it takes away then. */
const LAST = join(HOME, "dist", "program.cache");
const UNFINISHED = join(HOME, "dist", "code-cache.cjs");

/** The program was built from these very sources. */
export function isBuilt(): boolean {
  const changed = Math.max(...SOURCES.map((name) => newest(join(HOME, name))));
  return existsSync(LAST) && !existsSync(UNFINISHED) && statSync(LAST).mtimeMs > changed;
}

/** The time of the newest file in a folder. */
function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

/** Builds the program if its sources changed. Of test files that run side by side one does, the others wait. */
export function ensureBuilt(): void {
  if (isBuilt()) return;
  const build = [
    process.execPath,
    join(HOME, "node_modules", "tsx", "dist", "cli.mjs"),
    join(HOME, "test", "tools", "build-if-changed.ts"),
  ] as const;
  const locked = spawnSync("flock", [HOME, ...build], { stdio: "ignore" });
  if (locked.status !== 0) execFileSync(build[0], build.slice(1), { stdio: "ignore" });
}
