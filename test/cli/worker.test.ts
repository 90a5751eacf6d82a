import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../src/model/screen-row.ts";
import { makeScreenData } from "../bench/screen/data.ts";
import { BUILT, ensureBuilt } from "../support/built.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

inScratch();

const PLAN = ["--plan", "fangcheng", "--as-of", "2024-05-01"];
const SHARED = ["--set", "right=mining", "operation=new", "mineral=建筑用花岗岩"];
const WORKER = [BUILT, "screen", "--worker", ...PLAN];

beforeAll(() => {
  ensureBuilt();
  makeScreenData(60, ".");
}, 120_000);

/** What a worker answers to some text. */
function answers(input: string, ...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...WORKER, ...args], {
    input,
    encoding: "utf8",
  });
  return { lines: stdout.split(/(?<=\n)/).filter((line) => line !== ""), stderr, status };
}

/** A row without what only the whole run knows of it. */
function placeless(line: string): string {
  const { number, file, line: _, ...row } = JSON.parse(line) as Row;
  return `${JSON.stringify(row)}\n`;
}

const APPLICATION = { id: "申-1", right: "mining", operation: "new", mineral: "萤石" };
const GOOD = JSON.stringify(APPLICATION);
const { id: _, ...NAMELESS } = APPLICATION;

describe("screen --worker", () => {
  it("answers as the whole run does, but for a candidate's number and place", async () => {
    const { stdout } = await run([
      ...["screen", "candidates.ndjson", "--layers", "layers.yaml", "--format", "ndjson"],
      ...[...PLAN, ...SHARED],
    ]);
    const whole = stdout.split(/(?<=\n)/);
    expect(whole).toHaveLength(60);
    expect(stdout).toContain("prohibited-area");
    const given = readFileSync("candidates.ndjson", "utf8");
    const { lines, stderr, status } = answers(given, "--layers", "layers.yaml", ...SHARED);
    expect({ lines, stderr, status }).toEqual({ lines: whole.map(placeless), stderr: "", status: 0 });
  });

  const LINES: readonly (readonly [what: string, line: string, id: RegExp, says: string])[] = [
    ["an application", GOOD, /^申-1$/, '"verdict":"review"'],
    ["no JSON", "{bad", /^sha256:[0-9a-f]{16}$/, '"verdict":"unusable"'],
    ["no id", JSON.stringify(NAMELESS), /^sha256:[0-9a-f]{16}$/, '"field":"id"'],
    ["an unknown key", JSON.stringify({ ...APPLICATION, mineral2: 1 }), /^申-1$/, "mineral2"],
    ["a feature without a shape", '{"type":"Feature","id":7}', /^7$/, '"verdict":"unusable"'],
    [
      "a feature of an unknown shape",
      '{"type":"Feature","properties":{"编号":"区-3"},"geometry":{"type":"Polygone"}}',
      /^区-3$/,
      "Polygone",
    ],
    [
      "a feature with a fact that can't be",
      '{"type":"Feature","properties":{"BH":"区-4","MINERALCLASS":9},"geometry":null}',
      /^区-4$/,
      '"verdict":"unusable"',
    ],
    ["a line without an end", "x".repeat(17 * 1024 * 1024), /^-$/, "longer than 16 MB"],
  ];

  it.each(LINES)("answers %s with a row, and the next line too", (_what, line, id, says) => {
    const { lines, stderr, status } = answers(`${line}\n\n${GOOD}`);
    expect(lines).toHaveLength(2);
    const [first = "", second = ""] = lines;
    expect((JSON.parse(first) as Row).id).toMatch(id);
    expect(first).toContain(says);
    expect((JSON.parse(second) as Row).id).toBe("申-1");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });

  it("gives a candidate the same row whatever came before it", () => {
    const given = LINES.slice(0, -1).map(([, line]) => `${line}\n`);
    const there = answers(given.join(""));
    const back = answers([...given].reverse().join(""));
    expect(there.lines).toHaveLength(given.length);
    expect([...back.lines].reverse()).toEqual(there.lines);
  });

  it("answers a line before the next one is there, and ends with its input", async () => {
    const worker = spawn(process.execPath, WORKER);
    const rows = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
    for (const id of ["一", "二", "三"]) {
      worker.stdin.write(`${JSON.stringify({ ...APPLICATION, id })}\n`);
      expect(JSON.parse((await rows.next()).value as string)).toMatchObject({ id, verdict: "review" });
    }
    worker.stdin.end();
    expect(await exitOf(worker)).toBe(0);
  });

  it("ends without a word when nobody reads the answers any more, though more lines may come", async () => {
    const worker = spawn(process.execPath, WORKER);
    worker.stdin.on("error", () => {});
    worker.stdout.once("data", () => worker.stdout.destroy());
    worker.stdin.write(`${GOOD}\n`.repeat(500));
    let said = "";
    worker.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    expect(await exitOf(worker)).toBe(0);
    expect(said).toBe("");
  });

  it.skipIf(!existsSync("/dev/full"))("says that the disk is full", () => {
    writeFileSync("one.ndjson", `${GOOD}\n`);
    const command = `exec "$0" "$@" < one.ndjson > /dev/full`;
    const { stderr, status } = spawnSync("sh", ["-c", command, process.execPath, ...WORKER], {
      encoding: "utf8",
    });
    expect(stderr).toContain("the disk is full");
    expect(status).toBe(2);
  });

  it.each([
    ["a plan that isn't there", ["--plan", "nowhere"], 'there is no plan "nowhere"'],
    ["layers that aren't there", ["--layers", "nowhere.yaml"], "nowhere.yaml: no such file"],
    ["a file", ["candidates.ndjson"], "--worker reads standard input only"],
    ["what is said of a whole run", ["--jobs", "2"], "'--worker' cannot be used with option '--jobs <n>'"],
    ["another format", ["--format", "csv"], "'--worker' cannot be used with option '--format <name>'"],
  ])("can't use %s", (_what, args, says) => {
    const { lines, stderr, status } = answers(`${GOOD}\n`, ...args);
    expect(lines).toEqual([]);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });
});

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  const [code] = (await once(child, "close")) as [number | null];
  return code;
}
