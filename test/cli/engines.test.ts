import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { makeScreenData } from "../bench/screen/data.ts";
import { BUILT, ensureBuilt } from "../support/built.ts";
import { inScratch } from "../support/scratch.ts";

inScratch();

const PYTHON = "/usr/bin/python3";
const DRIVER = resolve(HOME, "bin", "mineright-dask.py");
const OPTIONS = [
  ...["--plan", "fangcheng", "--as-of", "2024-05-01", "--layers", "layers.yaml"],
  ...["--set", "right=mining", "operation=new", "mineral=建筑用花岗岩"],
];

const HAS_PARALLEL = ["parallel", "--version"] as const;
const HAS_DASK = [PYTHON, "-c", "import distributed"] as const;
const has = ([command, ...args]: readonly [string, ...string[]]) => spawnSync(command, args).status === 0;
/** In CI they are there, or the tests fail; a developer's machine may lack them. */
const isWanted = (what: readonly [string, ...string[]]) => process.env["CI"] !== undefined || has(what);

/** Folders of commands named `mineright`: the program, and one that ends its caller once. */
const PLAIN = "plain";
const DEADLY = "deadly";
const ENVIRONMENT = { ...process.env, LANG: "C.UTF-8" };
const withCommand = (folder: string) => ({
  ...ENVIRONMENT,
  PATH: `${resolve(folder)}${delimiter}${process.env["PATH"]}`,
});

const CANDIDATES = 120;
/** About thirty candidates. */
const BLOCK = "24000";
let alone = "";

beforeAll(() => {
  ensureBuilt();
  makeScreenData(CANDIDATES, ".");
  const program = `exec '${process.execPath}' '${BUILT}' "$@"`;
  command(PLAIN, program);
  // The first block is decided; the Dask worker that has the second is killed while it waits for the rows.
  command(
    DEADLY,
    `echo $PPID >> callers; if ! mkdir first 2>/dev/null && mkdir killed 2>/dev/null; then kill -9 $PPID; fi\n${program}`,
  );
  const input = readFileSync("candidates.ndjson");
  const args = [BUILT, "screen", "--worker", ...OPTIONS];
  alone = spawnSync(process.execPath, args, { input, encoding: "utf8" }).stdout;
  expect(alone.split("\n")).toHaveLength(CANDIDATES + 1);
}, 120_000);

function command(folder: string, body: string): void {
  mkdirSync(folder);
  writeFileSync(`${folder}/mineright`, `#!/bin/sh\n${body}\n`);
  chmodSync(`${folder}/mineright`, 0o755);
}

const sorted = (text: string) => text.split("\n").sort();

describe.skipIf(!isWanted(HAS_PARALLEL))("GNU parallel", () => {
  beforeAll(() =>
    expect(has(HAS_PARALLEL), "GNU parallel isn't installed (apt-get install parallel)").toBe(true),
  );

  const parallel = (...args: readonly string[]) =>
    spawnSync("parallel", [...args, "--block", BLOCK, "mineright", "screen", "--worker", ...OPTIONS], {
      input: readFileSync("candidates.ndjson"),
      encoding: "utf8",
      env: withCommand(PLAIN),
    });

  it("gives what one process gives, in any order", () => {
    const { stdout, stderr, status } = parallel("--pipe", "--round-robin", "-j2");
    expect({ rows: sorted(stdout), stderr, status }).toEqual({ rows: sorted(alone), stderr: "", status: 0 });
  });

  it("gives it in the input's order where that is asked for", () => {
    const { stdout, stderr, status } = parallel("--pipe", "--keep-order", "-j2");
    expect({ stdout, stderr, status }).toEqual({ stdout: alone, stderr: "", status: 0 });
  });
});

describe.skipIf(!isWanted(HAS_DASK))("Dask distributed", () => {
  const started: ChildProcess[] = [];
  let workers: readonly ChildProcess[] = [];

  /** A process of the cluster: its module of Dask with options, which finds the others by a file. */
  function dask(module: string, ...args: readonly string[]): ChildProcess {
    const child = spawn(
      PYTHON,
      ["-m", `distributed.cli.${module}`, "--scheduler-file", "scheduler.json", "--no-dashboard", ...args],
      { stdio: ["ignore", "ignore", "ignore"], env: withCommand(PLAIN) },
    );
    started.push(child);
    return child;
  }

  beforeAll(() => {
    expect(has(HAS_DASK), "Dask isn't installed (apt-get install python3-distributed)").toBe(true);
    dask("dask_scheduler", "--host", "127.0.0.1", "--port", "0");
    workers = ["one", "two"].map((name) =>
      dask("dask_worker", "--no-nanny", "--nthreads", "1", "--name", name, "--local-directory", name),
    );
  });

  afterAll(async () => {
    const running = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const gone = running.map((child) => once(child, "exit"));
    for (const child of running) child.kill("SIGKILL");
    await Promise.all(gone);
  });

  async function driven(output: string, ...args: readonly string[]) {
    const own = ["--scheduler-file", "scheduler.json", "candidates.ndjson", "-o", output, "--block", BLOCK];
    const child = spawn(PYTHON, [DRIVER, ...own, ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: ENVIRONMENT,
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    const [exit] = await once(child, "close");
    return { exit: exit as number, said };
  }

  it("says what mineright says of a plan that can't be used, and leaves no file", async () => {
    const { exit, said } = await driven("none.ndjson", "--", "--plan", "nowhere");
    expect(exit).toBe(2);
    expect(said).toContain('there is no plan "nowhere"');
    expect(readdirSync(".").filter((name) => name.includes("none.ndjson"))).toEqual([]);
  });

  it("gives what one process gives, though a worker is killed over its work", async () => {
    const killed = Promise.race(workers.map((worker) => once(worker, "exit")));
    const deadly = ["--mineright", `'${resolve(DEADLY, "mineright")}'`];
    const { exit, said } = await driven("rows.ndjson", ...deadly, "--", ...OPTIONS);
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    expect(await killed).toEqual([null, "SIGKILL"]);
    expect(readFileSync("rows.ndjson", "utf8")).toBe(alone);
    const callers = new Set(readFileSync("callers", "utf8").trim().split("\n"));
    expect(callers).toEqual(new Set(workers.map(({ pid }) => String(pid))));
    expect(existsSync("killed")).toBe(true);
  });
});
