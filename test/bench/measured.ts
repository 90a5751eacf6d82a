import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HOME } from "../../src/plan/home.ts";

/** What a whole process took. */
export interface Measured {
  readonly seconds: number;
  /** The most memory that was resident. */
  readonly megabytes: number;
  readonly stdout: string;
}

/** Writes at its exit how much memory a process took at most. */
const WATCH = `process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;

/**
 * Runs a process of Node in the project's folder and measures it.
 *
 * @param folder where it may keep notes
 * @param expected the exit codes of a good end
 */
export function measured(folder: string, args: readonly string[], expected: readonly number[]): Measured {
  const [watch, peak] = [join(folder, "watch.cjs"), join(folder, "peak")];
  writeFileSync(watch, WATCH);
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", watch, ...args], {
    cwd: HOME,
    env: { ...process.env, PEAK: peak },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status === null || !expected.includes(status)) throw new Error(`exit code ${status}: ${stderr}`);
  return { seconds, megabytes: Number(readFileSync(peak, "utf8")) / 1024, stdout };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
