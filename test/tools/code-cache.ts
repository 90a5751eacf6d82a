import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadProgram } from "../../bin/load-program.ts";

/** Runs what is run most, so that the code cache holds those functions compiled, and writes it. */
async function writeCache(dist: string): Promise<void> {
  const fixtures = join(dist, "..", "fixtures");
  const { main, script } = loadProgram(dist);
  const print = process.stdout.write;
  process.stdout.write = () => true;
  for (const plan of readdirSync(fixtures).filter((name) => name !== "registers"))
    for (const lang of ["zh", "en"]) {
      const files = readdirSync(join(fixtures, plan)).filter((name) => name.endsWith(".json"));
      if (files.length === 0) continue;
      const register = join(fixtures, "registers", `${plan}.json`);
      await main([
        "check",
        ...files.map((name) => join(fixtures, plan, name)),
        "--register",
        register,
        "--lang",
        lang,
      ]);
      if (process.exitCode === 2 || process.exitCode === 70)
        throw new Error(`a fixture of ${plan} isn't sound`);
    }
  process.exitCode = 0;
  process.stdout.write = print;
  writeFileSync(join(dist, "program.cache"), script.createCachedData());
}

void writeCache(__dirname);
