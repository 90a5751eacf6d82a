import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOME } from "../../src/plan/home.ts";

/**
 * `npm run bench`: how long the built program takes for one application against `node -e 0`, for checking
 * the bundled plans against that, and how many applications a second it decides in one call. Whole processes, taken in turn, medians; only
 * ratios of one run mean anything on a shared machine.
 */
const ROUNDS = Number(process.argv[2] ?? 15);
const MANY = 1000;
const PROGRAM = join(HOME, "dist", "mineright.cjs");
const PLAN = "fangcheng";
const fixtures = join(HOME, "fixtures", PLAN);
const register = join(HOME, "fixtures", "registers", `${PLAN}.json`);

/** A thousand different applications: the fixtures in turn, each with an id of its own. */
function writeMany(folder: string): string {
  const given = readdirSync(fixtures)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(fixtures, name), "utf8")) as object)
    // A boundary in a file is named from where the fixture stands.
    .filter((one) => !("geometry" in one));
  const many = Array.from({ length: MANY }, (_, index) => ({
    ...given[index % given.length],
    id: `虚构-${index}`,
  }));
  const file = join(folder, "many.json");
  writeFileSync(file, JSON.stringify(many));
  return file;
}

function milliseconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const end = process.hrtime.bigint();
  if (status === null || status === 2 || status === 70) throw new Error(stderr.toString());
  return Number(end - start) / 1e6;
}

type Pair = readonly [a: number, b: number];

/** Both commands by turns, after one run of each that doesn't count. */
function inTurn(a: readonly string[], b: readonly string[]): readonly Pair[] {
  milliseconds(a);
  milliseconds(b);
  return Array.from({ length: ROUNDS }, (): Pair => [milliseconds(a), milliseconds(b)]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

function quotients(pairs: readonly Pair[]): readonly number[] {
  return pairs.map(([one, other]) => one / other);
}

/** A plan as its editor has it, which the build knows nothing of. */
function editedPlan(folder: string): string {
  const file = join(folder, "plan.yaml");
  writeFileSync(file, `${readFileSync(join(HOME, "plans", `${PLAN}.yaml`), "utf8")}# edited\n`);
  return file;
}

const folder = mkdtempSync(join(tmpdir(), "mineright-bench-"));
try {
  const many = writeMany(folder);
  const one = join(fixtures, "pass-gold-at-the-minimum.json");
  const check = (file: string) => [PROGRAM, "check", file, "--register", register, "--lang", "en"];
  const commands = {
    node: ["-e", "0"],
    one: check(one),
    many: check(many),
    validate: [PROGRAM, "plan", "validate"],
    edited: [PROGRAM, "plan", "validate", editedPlan(folder)],
  };
  const start = inTurn(commands.one, commands.node);
  const batch = inTurn(commands.many, commands.one);
  const bundled = inTurn(commands.validate, commands.one);
  const edited = inTurn(commands.edited, commands.one);
  const rates = batch.map(([all, single]) => ((MANY - 1) * 1000) / (all - single));
  const first = (pairs: readonly Pair[]) => median(pairs.map(([time]) => time));
  const lines = [
    `node ${process.version}, ${ROUNDS} rounds in turn, medians`,
    `node -e 0                ${median(start.map(([, bare]) => bare)).toFixed(0)} ms`,
    `check, one application   ${first(start).toFixed(0)} ms, ${median(quotients(start)).toFixed(2)} × node -e 0 (aim: at most 1.5)`,
    `plan validate, bundled   ${first(bundled).toFixed(0)} ms, ${median(quotients(bundled)).toFixed(2)} × check (aim: at most 3)`,
    `plan validate, one edited ${first(edited).toFixed(0)} ms, ${median(quotients(edited)).toFixed(2)} × check`,
    `check, ${MANY} in one call ${first(batch).toFixed(0)} ms, ${median(rates).toFixed(0)} a second beyond start-up (aim: at least 5000)`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
