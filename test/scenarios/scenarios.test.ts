import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { type Result, run } from "../support/session.ts";

/**
 * Whole sessions at the command line. A `*.scenario` file holds remarks (`#`), command lines (`$`) and
 * what each prints: standard output as it is, standard error with `! ` before it, and the exit code.
 * `vitest run test/scenarios -u` writes anew what is printed; read the difference before you keep it.
 *
 * A variable before the command is one of its environment; TERMINAL is the width of a terminal that
 * the output goes to. The files of `files/` lie in the folder that the commands run in, and where a scenario
 * speaks of them, a folder of synthetic boundaries, layers and applications whose name has a space, a small
 * plan with its text and its cases (`trial/`), or plan files that aren't sound (`faulty/`).
 */
const HERE = join(HOME, "test", "scenarios");
const { version: VERSION } = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as {
  version: string;
};
const TSX = join(HOME, "node_modules", "tsx", "dist", "cli.mjs");

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scenario-"));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

async function execute(line: string): Promise<Result> {
  const [command = "", ...piped] = line.split(" | ");
  const words = wordsOf(command);
  const settings = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split("="));
  const [name, ...args] = words.slice(settings.length);
  const { TERMINAL, ...environment } = Object.fromEntries(settings) as Record<string, string>;
  if (piped[0] !== undefined)
    return inItsOwnProcess(piped[0].split(" ").slice(1), readFileSync(args[0] ?? ""));
  if (name === "cat") return printed(readFileSync(args[0] ?? "", "utf8"));
  if (name === "ls") return printed(`${readdirSync(".").sort().join("\n")}\n`);
  if (name !== "mineright") throw new Error(`a scenario runs mineright, cat or ls, not ${name}`);
  return run(args, { environment, ...(TERMINAL === undefined ? {} : { terminal: Number(TERMINAL) }) });
}

/** Words are parted by spaces, but for those in double quotes. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|[^ ]+/g)].map(([word, quoted]) => quoted ?? word);
}

function printed(stdout: string): Result {
  return { stdout, stderr: "", exit: 0 };
}

/** Standard input is a process's own, so that this much runs as a program of its own. */
function inItsOwnProcess(args: readonly string[], input: Buffer): Result {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [TSX, join(HOME, "bin", "mineright.ts"), ...args],
    {
      input,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], LANG: "C.UTF-8" },
    },
  );
  return { stdout, stderr, exit: status ?? -1 };
}

const SPATIAL = "方城 数据";

function copySpatial(): void {
  cpSync(join(HERE, "spatial"), join(SPATIAL, "申请"), { recursive: true });
  cpSync(join(HOME, "fixtures", "boundaries"), join(SPATIAL, "范围"), { recursive: true });
  cpSync(join(HOME, "fixtures", "layers", "fangcheng"), join(SPATIAL, "图层"), { recursive: true });
}

/** What was printed, without what differs from one place and one version to the next. */
function transcript({ stdout, stderr, exit }: Result): string {
  const plain = (text: string) =>
    text
      .replaceAll(`${VERSION}`, "<version>")
      .replace(/(?<![.\d])\b[0-9a-f]{12}\b/g, "<hash>")
      .replace(/"sha256": "[0-9a-f]{64}"/g, '"sha256": "<hash>"')
      .replaceAll("\u001b[", "␛[");
  const errors = plain(stderr).replace(/^(?=.)/gm, "! ");
  return `${plain(stdout)}${errors}${exit === 0 ? "" : `[exit ${exit}]\n`}`;
}

describe.each(readdirSync(HERE).filter((name) => name.endsWith(".scenario")))("%s", (name) => {
  it("goes as it is written down", async () => {
    for (const left of readdirSync(".")) rmSync(left, { recursive: true });
    cpSync(join(HERE, "files"), ".", { recursive: true });
    cpSync(join(HERE, "plans"), "plans", { recursive: true });
    const file = join(HERE, name);
    const text = readFileSync(file, "utf8");
    if (text.includes(SPATIAL)) copySpatial();
    if (text.includes("trial/")) cpSync(join(HERE, "trial"), "trial", { recursive: true });
    if (text.includes("faulty/")) cpSync(join(HERE, "faulty"), "faulty", { recursive: true });
    const parts: string[] = [];
    for (const line of text.split("\n")) {
      if (line.startsWith("# ")) parts.push(`${line}\n`);
      if (line.startsWith("$ ")) parts.push(`${line}\n${transcript(await execute(line.slice(2)))}`);
    }
    await expect(parts.join("\n")).toMatchFileSnapshot(file);
  }, 60_000);
});
