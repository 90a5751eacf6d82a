import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { arch, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { HOME } from "../../../src/plan/home.ts";
import { ensureBuilt } from "../../support/built.ts";
import { median } from "../measured.ts";
import { LEAST } from "./answer.ts";
import { Contest, GEOS, OVERLAY } from "./contest.ts";
import { makeScreenData } from "./data.ts";
import { PostGis } from "./postgis.ts";
import { row } from "./table.ts";

/**
 * `npm run bench:screen -- [sizes…] [--rounds N]` (5000 20000, three rounds): n candidates against n zones, the
 * area of every pair with more than 1 m² in common. What it prints:
 *
 *     machine, versions          one line each; GeoPandas only by its version, since it isn't run
 *     N candidates × N zones     then, once the areas of all engines were held against each other pair by pair,
 *       answers agree: P pairs   or the program ends with the first pair that differs
 *       a line for each engine   median seconds, peak memory in MB (RSS), and how many times the time of
 *                                mineright's overlay (the median of the rounds' own ratios)
 *     growth                     how many times as long each takes for the next size
 *
 * Engines take turns within a round; only ratios of one run mean anything. mineright and GEOS are whole processes,
 * start and reading of GeoJSON included; `screen` decides every rule of a plan besides. PostGIS is asked over one
 * connection with everything loaded and warm: its loading, from ready geometries, has lines of its own and its
 * memory is that of the connection's process with what it touched of the shared buffers. Its workers come on top.
 */
const ROUNDS = Number(optionOf("--rounds") ?? 3);
const given = process.argv
  .slice(2)
  .filter((word, at, all) => /^\d+$/.test(word) && all[at - 1] !== "--rounds");
const SIZES = given.length > 0 ? given.map(Number) : [5000, 20000];

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const print = (line: string) => process.stdout.write(`${line}\n`);

/** A runner as one file, so that no time goes into reading TypeScript. */
function bundled(name: string): string {
  const outfile = join(HOME, "dist", `bench-${name}.mjs`);
  buildSync({
    entryPoints: [join(HOME, "test", "bench", "screen", `${name}-runner.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    // Libraries of the older kind ask for Node's own by require.
    banner: {
      js: 'import { createRequire as requireOfBench } from "node:module"; const require = requireOfBench(import.meta.url);',
    },
    external: ["geos-wasm"],
    logLevel: "error",
  });
  return outfile;
}

function versions(postgis: PostGis | undefined): readonly string[] {
  const of = (name: string) =>
    (JSON.parse(readFileSync(join(HOME, name, "package.json"), "utf8")) as { version: string }).version;
  const python =
    "import geopandas, shapely; print(geopandas.__version__, 'with shapely', shapely.__version__)";
  const { status, stdout } = spawnSync("/usr/bin/python3", ["-W", "ignore", "-c", python], {
    encoding: "utf8",
  });
  return [
    `mineright ${of("")}, geos-wasm ${of("node_modules/geos-wasm")} (GEOS 3.13.0), flatbush ${of("node_modules/flatbush")}`,
    postgis?.version ?? "PostGIS isn't installed and is left out",
    `Debian's GeoPandas ${status === 0 ? `${stdout.trim()}: not run, years older than the current one` : "isn't installed"}`,
  ];
}

function growth(contests: readonly Contest[]): readonly string[] {
  const [first] = contests;
  if (first === undefined || contests.length < 2) return [];
  const steps = SIZES.slice(1).map((size, at) => `${SIZES[at]}→${size}`);
  const lines = [...first.times.keys()].map((engine) => {
    const medians = contests.map(({ times }) => median(times.get(engine) ?? []));
    return row(
      engine,
      ...medians.slice(1).map((time, at) => `× ${(time / (medians[at] as number)).toFixed(2)}`),
    );
  });
  return ["growth", row("", ...steps), ...lines];
}

ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), "mineright-screen-"));
const runners = { [OVERLAY]: bundled("overlay"), [GEOS]: bundled("geos") };
const postgis = await PostGis.start();
try {
  print(
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
  for (const line of versions(postgis)) print(line);
  const contests: Contest[] = [];
  for (const size of SIZES) {
    const here = join(folder, String(size));
    mkdirSync(here);
    const contest = new Contest(here, makeScreenData(size, here), runners, postgis);
    print(
      `${size} candidates × ${size} zones, ${ROUNDS} rounds in turn; common ground is more than ${LEAST} m²`,
    );
    print(`  ${await contest.agreement()}`);
    for (let round = 0; round < ROUNDS; round++) await contest.round();
    print(row("", "median s", "peak MB", "× overlay"));
    for (const line of contest.lines()) print(line);
    contests.push(contest);
    rmSync(here, { recursive: true });
  }
  for (const line of growth(contests)) print(line);
} finally {
  await postgis?.close();
  rmSync(folder, { recursive: true });
  for (const runner of Object.values(runners)) rmSync(runner, { force: true });
}
