import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadProgram } from "../../bin/load-program.ts";

/**
 * Decides one application, so that the code cache holds what a start needs, and writes the cache. Only
 * one: after some collections V8 drops the code of what ran but once, which is most of a start.
 */
async function writeCache(dist: string): Promise<void> {
  const fixtures = join(dist, "..", "fixtures");
  const { main, script } = loadProgram(dist);
  const print = process.stdout.write;
  process.stdout.write = () => true;
  await main([
    "check",
    join(fixtures, "fangcheng", "pass-gold-at-the-minimum.json"),
    "--register",
    join(fixtures, "registers", "fangcheng.json"),
  ]);
  process.stdout.write = print;
  if (process.exitCode !== 0) throw new Error("the fixture doesn't pass");
  writeFileSync(join(dist, "program.cache"), script.createCachedData());
}

void writeCache(__dirname);
