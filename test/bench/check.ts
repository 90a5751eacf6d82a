import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { HOME } from "../../src/plan/home.ts";

/**
 * `npm run bench`: how long the built program takes for one application against `node -e 0`, for validating
 * the bundled plans and verifying each against that, and how many applications a second it decides in one call.
 * Plans are verified by the texts of a folder, `npm run bench -- <folder>`; a number there sets the rounds.
 * Whole processes, taken in turn, medians; only ratios of one run mean anything on a shared machine.
 */
const given = process.argv.slice(2);
const ROUNDS = Number(given.find((word) => /^\d+$/.test(word)) ?? 15);
const texts = given.find((word) => !/^\d+$/.test(word));
const MANY = 1000;
const PROGRAM = join(HOME, "dist", "mineright.cjs");
const PLAN = "fangcheng";
const fixtures = join(HOME, "fixtures", PLAN);
const register = join(HOME, "fixtures", "registers", `${PLAN}.json`);

/** A thousand different applications: the fixtures in turn, each with an id of its own. */
function writeMany(folder: string): string {
  const applications = readdirSync(fixtures)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(fixtures, name), "utf8")) as object)
    // A boundary in a file is named from where the fixture stands.
    .filter((one) => !("geometry" in one));
  const many = Array.from({ length: MANY }, (_, index) => ({
    ...applications[index % applications.length],
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

/** The bundled plans in a folder of their own, since `verify` writes a lock beside each. */
function copiedPlans(folder: string): readonly string[] {
  const names = readdirSync(join(HOME, "plans")).filter((name) => name.endsWith(".yaml"));
  return names.map((name) => {
    const file = join(folder, name);
    copyFileSync(join(HOME, "plans", name), file);
    return file;
  });
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
  const verified =
    texts === undefined
      ? []
      : copiedPlans(folder).map((file) => ({
          name: basename(file, ".yaml"),
          pairs: inTurn([PROGRAM, "plan", "verify", file, "--text", texts], commands.one),
        }));
  const rates = batch.map(([all, single]) => ((MANY - 1) * 1000) / (all - single));
  const first = (pairs: readonly Pair[]) => median(pairs.map(([time]) => time));
  const againstCheck = (pairs: readonly Pair[]) =>
    `${first(pairs).toFixed(0)} ms, ${median(quotients(pairs)).toFixed(2)} × check`;
  const lines = [
    `node ${process.version}, ${ROUNDS} rounds in turn, medians`,
    `node -e 0                ${median(start.map(([, bare]) => bare)).toFixed(0)} ms`,
    `check, one application   ${first(start).toFixed(0)} ms, ${median(quotients(start)).toFixed(2)} × node -e 0 (aim: at most 1.5)`,
    `plan validate, bundled   ${againstCheck(bundled)} (aim: at most 3)`,
    `plan validate, one edited ${againstCheck(edited)}`,
    ...verified.map(({ name, pairs }) => `${`plan verify ${name}`.padEnd(24)} ${againstCheck(pairs)}`),
    ...(texts === undefined ? ["plan verify              not run: no folder of texts was given"] : []),
    `check, ${MANY} in one call ${first(batch).toFixed(0)} ms, ${median(rates).toFixed(0)} a second beyond start-up (aim: at least 5000)`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
