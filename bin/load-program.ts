import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

interface Program {
  main(args: readonly string[]): Promise<void>;
}

/** The built program and the script it was compiled to. */
export interface Loaded extends Program {
  readonly script: Script;
}

/**
 * Loads the built program with V8's code cache, which saves compiling it at every start. A cache
 * made by another version of Node is refused by V8 and costs nothing but the compiling.
 */
export function loadProgram(folder: string): Loaded {
  // The build writes plain ASCII, and that is read fastest as one byte a character.
  const file = join(folder, "program.cjs");
  const cachedData = readIfThere(join(folder, "program.cache"));
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`,
    { filename: file, ...(cachedData === undefined ? {} : { cachedData }) },
  );
  const module = { exports: {} as Program };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, folder);
  return { script, main: module.exports.main };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
