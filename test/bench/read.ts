import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "shapefile";
import { openShapefile } from "../../src/input/spatial/shapefile/shapefile.ts";
import { writeLargeShapefile } from "./large-shapefile.ts";

/**
 * `npm run bench:read [rounds]`: how long a spatial file of about 100 MB takes with our reader against a
 * bare library, and the most memory each took. Each run is a process of its own, taken in turn; only
 * ratios of one run mean anything on a shared machine.
 */
type Reader = (file: string) => Promise<number>;

interface Contest {
  readonly what: string;
  /** Writes the file into a folder and tells its path. */
  readonly write: (folder: string) => string;
  readonly ours: Reader;
  readonly bare: Reader;
  /** How many times as long ours may take. */
  readonly aim: number;
}

const CONTESTS: Readonly<Record<string, Contest>> = {
  shapefile: {
    what: "shapefile",
    write: writeLargeShapefile,
    ours: async (file) => {
      let count = 0;
      for await (const _ of (await openShapefile(file, {})).features()) count += 1;
      return count;
    },
    bare: async (file) => {
      let count = 0;
      const source = await open(file, undefined, { encoding: "gb18030" });
      while (!(await source.read()).done) count += 1;
      return count;
    },
    aim: 3,
  },
};

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly features: number;
}

/** What a child does: reads once, and says how it went. */
async function measure(read: Reader, file: string): Promise<Measured> {
  const start = process.hrtime.bigint();
  const features = await read(file);
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, features };
}

function inChild(contest: string, side: "ours" | "bare", file: string): Measured {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), "--child", contest, side, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function report(contest: string, rounds: number, folder: string): string {
  const { what, write, aim } = CONTESTS[contest] as Contest;
  const file = write(folder);
  const pairs = Array.from({ length: rounds }, () => ({
    ours: inChild(contest, "ours", file),
    bare: inChild(contest, "bare", file),
  }));
  const line = (side: "ours" | "bare") => {
    const time = median(pairs.map((pair) => pair[side].milliseconds));
    const memory = Math.max(...pairs.map((pair) => pair[side].megabytes));
    return `  ${side}  ${time.toFixed(0)} ms, at most ${memory.toFixed(0)} MB, ${pairs[0]?.[side].features} features`;
  };
  const ratio = median(pairs.map(({ ours, bare }) => ours.milliseconds / bare.milliseconds));
  const size = (statSync(file).size / 1e6).toFixed(0);
  return [
    `${what}, ${size} MB, ${rounds} rounds in turn, medians`,
    line("ours"),
    line("bare"),
    `  ${ratio.toFixed(2)} × bare (aim: at most ${aim})`,
  ].join("\n");
}

if (process.argv[2] === "--child") {
  const [contest = "", side = "", file = ""] = process.argv.slice(3);
  const { ours, bare } = CONTESTS[contest] as Contest;
  process.stdout.write(JSON.stringify(await measure(side === "ours" ? ours : bare, file)));
} else {
  const folder = mkdtempSync(join(tmpdir(), "mineright-read-"));
  try {
    for (const contest of Object.keys(CONTESTS))
      process.stdout.write(`${report(contest, Number(process.argv[2] ?? 5), folder)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
