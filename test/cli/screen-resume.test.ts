import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BUILT, ensureBuilt } from "../support/built.ts";
import { inScratch } from "../support/scratch.ts";

inScratch();
beforeAll(ensureBuilt, 120_000);

const COUNT = 400;
const PART = "结果.csv.part";

const candidate = (index: number) => ({
  id: `甲${index}`,
  right: "mining",
  operation: "new",
  mineral: index % 3 === 0 ? "岩金" : "建筑用花岗岩",
  output: { value: index, unit: "万吨/年", of: "ore" },
});
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${JSON.stringify(candidate(from + index))}\n`).join(
    "",
  );

const SCREEN = [BUILT, "screen", "blocks.ndjson", "--plan", "fangcheng", "-o", "csv=结果.csv"];
const ENVIRONMENT = { PATH: process.env["PATH"], LANG: "C.UTF-8" };

const finished = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...SCREEN, ...args], {
    encoding: "utf8",
    env: ENVIRONMENT,
  });
  return { status, stdout, stderr };
};

function started(args: readonly string[], stdin: "ignore" | "pipe" = "ignore"): ChildProcess {
  return spawn(process.execPath, args, { stdio: [stdin, "pipe", "pipe"], env: ENVIRONMENT });
}

/** The whole lines of the checkpoint: the first says what was asked, the others are rows. */
function wholeLines(): readonly string[] {
  return existsSync(PART) ? readFileSync(PART, "utf8").split("\n").slice(0, -1) : [];
}

/** Starts a run, and sends it a signal as soon as so many rows are recorded. */
async function stoppedAfter(rows: number, signal: NodeJS.Signals, ...args: readonly string[]) {
  const watcher = watch(".");
  try {
    const child = started([...SCREEN, ...args]);
    let stderr = "";
    child.stderr?.on("data", (piece: Buffer) => {
      stderr += piece.toString("utf8");
    });
    const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
    watcher.on("change", () => {
      if (wholeLines().length > rows) child.kill(signal);
    });
    const [code, killedBy] = await ended;
    return { code, killedBy, stderr };
  } finally {
    watcher.close();
  }
}

let whole: { readonly csv: string; readonly ended: ReturnType<typeof finished> };

beforeAll(() => {
  writeFileSync("blocks.ndjson", lines(1, COUNT));
  const ended = finished();
  whole = { csv: readFileSync("结果.csv", "utf8"), ended };
});

beforeEach(() => {
  for (const name of readdirSync(".")) if (name !== "blocks.ndjson") rmSync(name);
});

describe("a run that is killed", () => {
  it("goes on from where it was, and comes to the same bytes", async () => {
    let before: readonly string[] = [];
    for (const [rows, args] of [
      [0, []],
      [100, ["--resume"]],
      [250, ["--resume", "--jobs", "2"]],
    ] as const) {
      expect(await stoppedAfter(rows, "SIGKILL", ...args)).toMatchObject({ killedBy: "SIGKILL" });
      const now = wholeLines();
      // Nothing that was recorded is lost, and the next run has something left to do.
      expect(now.slice(0, before.length)).toEqual(before);
      expect(now.length).toBeGreaterThan(rows);
      expect(now.length).toBeLessThanOrEqual(COUNT);
      expect(existsSync("结果.csv")).toBe(false);
      // It may be killed in the middle of a line.
      appendFileSync(PART, '{"schema":"mineright/scr');
      before = now;
    }
    expect(finished("--resume")).toEqual(whole.ended);
    expect(readFileSync("结果.csv", "utf8")).toBe(whole.csv);
    expect(readdirSync(".").sort()).toEqual(["blocks.ndjson", "结果.csv"]);
  }, 60_000);

  it("may be sorted otherwise, or put out in another format, when it goes on", async () => {
    await stoppedAfter(50, "SIGKILL");
    expect(finished("--resume", "--sort", "id", "--limit", "3", "--columns", "number").status).toBe(1);
    expect(readFileSync("结果.csv", "utf8")).toBe("\uFEFFnumber\r\n1\r\n2\r\n3\r\n");
  });

  const WITHOUT: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
    ["without --resume", [], /结果\.csv\.part: an earlier run didn't come to its end; the \d+ candidates/],
    ["with another option", ["--resume", "--as-of", "2024-05-01"], /no longer the same: --as-of\n/],
    ["with other facts", ["--resume", "--set", "method=open-pit"], /no longer the same: --set\n/],
    [
      "with boundaries, which were not kept",
      ["--resume", "-o", "geojson=a.geojson"],
      /an output draws boundaries/,
    ],
  ];

  it("isn't replaced, and isn't gone on with as another run", async () => {
    await stoppedAfter(1, "SIGKILL");
    const kept = readFileSync(PART);
    for (const [what, args, says] of WITHOUT) {
      const { status, stderr } = finished(...args);
      expect({ what, status }).toEqual({ what, status: 2 });
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/delete the file to begin anew/);
    }
    appendFileSync("blocks.ndjson", lines(COUNT + 1, COUNT + 1));
    expect(finished("--resume", "--lang", "zh")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/结果\.csv\.part: 与上次筛查相比有变化，不能接着筛查：blocks\.ndjson\n/),
    });
    writeFileSync("blocks.ndjson", lines(1, COUNT));
    expect(readFileSync(PART)).toEqual(kept);
    expect(existsSync("结果.csv")).toBe(false);
  }, 60_000);

  it("is begun anew where nothing was recorded yet", () => {
    writeFileSync(PART, '{"schema":"mineright/screen-part@1","as');
    expect(finished("--limit", "1", "--columns", "id")).toEqual(whole.ended);
    expect(readFileSync("结果.csv", "utf8")).toBe("\uFEFFid\r\n甲1\r\n");
    expect(existsSync(PART)).toBe(false);
  });

  it("is told from a file of somebody else", () => {
    writeFileSync(PART, "notes of mine\n");
    for (const args of [[], ["--resume"]]) {
      const { status, stderr } = finished(...args);
      expect(status).toBe(2);
      expect(stderr).toContain("this isn't an unfinished run of mineright");
    }
    expect(readFileSync(PART, "utf8")).toBe("notes of mine\n");
  });
});

describe("a run that is asked to end", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s says what was done, and goes on later", async (signal, code) => {
    const stopped = await stoppedAfter(1, signal);
    expect(stopped).toMatchObject({ code, killedBy: null });
    const [, decided, share] =
      /^stopped: (\d+) candidates were decided, (\d+) % of the input was read; no file of results was written\n {2}→ what was decided is kept in 结果\.csv\.part: go on from there with --resume, or delete the file to begin anew\n$/.exec(
        stopped.stderr,
      ) ?? [];
    expect(Number(decided)).toBeGreaterThan(0);
    expect(Number(decided)).toBeLessThanOrEqual(wholeLines().length - 1);
    expect(Number(share)).toBeLessThanOrEqual(100);
    expect(readdirSync(".").sort()).toEqual(["blocks.ndjson", PART]);
    expect(finished("--resume")).toEqual(whole.ended);
    expect(readFileSync("结果.csv", "utf8")).toBe(whole.csv);
  });

  it("ends also while it waits for its input", async () => {
    const child = started([BUILT, "screen", "-", "--plan", "fangcheng", "--format", "ndjson"], "pipe");
    let stderr = "";
    child.stderr?.on("data", (piece: Buffer) => {
      stderr += piece.toString("utf8");
    });
    child.stdin?.write(lines(1, 200));
    const closed = once(child, "close");
    child.stdout?.once("data", () => child.kill("SIGTERM"));
    child.stdout?.resume();
    expect(await closed).toEqual([143, null]);
    expect(stderr).toMatch(
      /^stopped: \d+ candidates were decided; no file of results was written\n {2}→ nothing is kept/,
    );
  });
});
