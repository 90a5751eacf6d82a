import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { HOME } from "../../src/plan/home.ts";
import { writeLargeGeoJson } from "./large-geojson.ts";

/**
 * Reading a GeoJSON layer of 100 MB against `JSON.parse` of the whole file: time and memory of whole
 * processes, taken in turn, medians. Only ratios of one run mean anything on a shared machine.
 */
const ROUNDS = Number(process.argv[2] ?? 5);
/** Some 100 MB. */
const FEATURES = 84_000;

const PARSE = `const { features } = JSON.parse(require("node:fs").readFileSync(process.argv[2], "utf8"));
console.log(features.length, process.resourceUsage().maxRSS);`;
const READ = `import { openGeoJson } from ${JSON.stringify(join(HOME, "src/input/spatial/geojson/geojson.ts"))};
const source = await openGeoJson(process.argv[2], {});
let count = 0;
for await (const feature of source.features()) if (feature.shape !== undefined) count++;
console.log(count, process.resourceUsage().maxRSS);`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function run(program: string, file: string, expected: number): Run {
  const start = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync(process.execPath, [program, file], { encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [count, kilobytes] = stdout.split(" ").map(Number);
  if (count !== expected) throw new Error(`${program} read ${count} of ${expected} features: ${stderr}`);
  return { seconds, megabytes: Math.round((kilobytes ?? 0) / 1024) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), "mineright-bench-"));
try {
  const layer = join(folder, "layer.geojson");
  writeLargeGeoJson(layer, FEATURES);
  const parse = join(folder, "parse.cjs");
  const read = join(folder, "read.mjs");
  writeFileSync(parse, PARSE);
  buildSync({
    stdin: { contents: READ, resolveDir: HOME },
    bundle: true,
    platform: "node",
    format: "esm",
    // jsonc-parser's CommonJS form can't be bundled.
    mainFields: ["module", "main"],
    outfile: read,
  });
  const runs = Array.from(
    { length: ROUNDS },
    () => [run(parse, layer, FEATURES), run(read, layer, FEATURES)] as const,
  );
  const [parsed, streamed] = [0, 1].map((which) => ({
    seconds: median(runs.map((pair) => (pair[which] as Run).seconds)),
    megabytes: median(runs.map((pair) => (pair[which] as Run).megabytes)),
  })) as [Run, Run];
  console.log(
    `${FEATURES} features, ${(statSync(layer).size / 1e6).toFixed(0)} MB, medians of ${ROUNDS} rounds`,
  );
  console.log(`JSON.parse of the whole: ${parsed.seconds.toFixed(2)} s, ${parsed.megabytes} MB`);
  console.log(`reader, feature by feature: ${streamed.seconds.toFixed(2)} s, ${streamed.megabytes} MB`);
  console.log(
    `time × ${(streamed.seconds / parsed.seconds).toFixed(2)}, memory × ${(streamed.megabytes / parsed.megabytes).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
