import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Row } from "../../src/model/screen-row.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

inScratch();
beforeEach(() => {
  for (const name of readdirSync(".")) rmSync(name);
});

const GOOD = { right: "mining", operation: "new", mineral: "岩金", depositSize: "large" };
const good = (id: string, output = 300) =>
  JSON.stringify({ id, ...GOOD, output: { value: output, unit: "万吨/年", of: "ore" } });
const PLAN = ["--plan", "fangcheng", "--as-of", "2024-05-20"];

async function rowsOf(...args: readonly string[]): Promise<readonly Row[]> {
  const { stdout, stderr } = await run(["screen", ...args, ...PLAN, "--format", "ndjson"]);
  expect(stderr).toBe("");
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Row]));
}

const ring = (...corners: readonly (readonly [number, number])[]) => ({
  type: "Polygon",
  coordinates: [corners],
});
const feature = (geometry: unknown) =>
  JSON.stringify({ type: "Feature", properties: { id: "图", ...GOOD }, geometry });

/** Lines that are no candidate, each in its own way, and what is said of them. */
const BROKEN: readonly (readonly [line: string | Buffer, says: string])[] = [
  ['{"id":"断', "JSON"],
  [Buffer.from([0x7b, 0x22, 0xb2, 0xe2, 0x22, 0x3a, 0x31, 0x7d]), "UTF-8"],
  ['{"id":"空"}', "right"],
  ["null", "is missing"],
  ["[]", "but is a list"],
  [`${good("多").slice(0, -1)},"minerals":"铁"}`, "unknown field"],
  [good("类").replace('"new"', '"newest"'), "newest"],
  [good("数").replace("300", '"很多"'), "很多"],
  [good("规").slice(0, -1).concat(',"plan":"nowhere"}'), "nowhere"],
  [`${"[".repeat(5000)}`, "deep"],
  [feature({ type: "Polygone", coordinates: [] }), "Polygone"],
  [feature(ring([113, 33], [113.01, 33.01], [113.01, 33], [113, 33.01], [113, 33])), "crosses the edge"],
];

describe("candidates of which a tenth can't be read", () => {
  it("are each a row, and each broken one tells why", async () => {
    const count = 360;
    const lines: (string | Buffer)[] = [];
    const expected: (string | undefined)[] = [];
    for (let index = 0; index < count; index += 1) {
      const [line, says] = index % 10 === 7 ? (BROKEN[((index / 10) % BROKEN.length) | 0] ?? []) : [];
      lines.push(line ?? good(`好${index}`, index + 1));
      expected.push(says);
    }
    writeFileSync(
      "all.ndjson",
      Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from("\n")]))),
    );
    // A plan of an application's own is only asked for where the command line names none.
    const { stdout, exit } = await run([
      "screen",
      "all.ndjson",
      "--set",
      "county=411322",
      "--format",
      "ndjson",
    ]);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
    expect(rows.map(({ number, line }) => [number, line])).toEqual(
      expected.map((_, index) => [index + 1, index + 1]),
    );
    for (const [index, { verdict, problems }] of rows.entries()) {
      const says = expected[index];
      expect({ index, unusable: verdict === "unusable" }).toEqual({ index, unusable: says !== undefined });
      expect(JSON.stringify(problems ?? "")).toContain(says ?? "");
    }
    expect(exit).toBe(rows.some(({ verdict }) => verdict === "fail") ? 1 : 3);
  }, 60_000);
});

describe("ids that come again", () => {
  it("are decided each, with a note, also across files", async () => {
    writeFileSync("a.ndjson", `${good("甲")}\n${good("乙")}\n${good("甲", 1)}\n`);
    writeFileSync("b.ndjson", `${good("丙")}\n${good("乙")}\n`);
    const rows = await rowsOf("a.ndjson", "b.ndjson");
    expect(rows.map(({ number, id, notes = [] }) => [number, id, ...notes.map(({ en }) => en)])).toEqual([
      [1, "甲"],
      [2, "乙"],
      [3, "甲", 'the id "甲" is also that of candidate 1'],
      [4, "丙"],
      [5, "乙", 'the id "乙" is also that of candidate 2'],
    ]);
    expect(rows[2]?.margins[0]?.left).not.toBe(rows[0]?.margins[0]?.left);
  });
});

describe("the order and the number of rows", () => {
  const GIVEN: readonly (readonly [args: readonly string[], ids: readonly string[]])[] = [
    [[], ["甲10", "甲2", "甲1"]],
    [
      ["--limit", "2"],
      ["甲10", "甲2"],
    ],
    [
      ["--limit", "9"],
      ["甲10", "甲2", "甲1"],
    ],
    [
      ["--sort", "id"],
      ["甲1", "甲2", "甲10"],
    ],
    [
      ["--sort", "margin"],
      ["甲2", "甲10", "甲1"],
    ],
    [["--sort", "margin", "--limit", "1"], ["甲2"]],
    [["--sort", "number", "--limit", "1"], ["甲10"]],
    [["--only", "fail", "--limit", "1"], ["甲1"]],
    [["--only", "pass", "--limit", "1"], []],
  ];

  it.each(GIVEN)("%s", async (args, ids) => {
    writeFileSync("a.ndjson", [good("甲10", 20), good("甲2", 290), good("甲1", 10), ""].join("\n"));
    const rows = await rowsOf("a.ndjson", ...args);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it("don't change what the summary counts, nor the exit code", async () => {
    writeFileSync("a.ndjson", [good("甲", 20), good("乙", 290), ""].join("\n"));
    const all = await run(["screen", "a.ndjson", ...PLAN]);
    const one = await run([
      "screen",
      "a.ndjson",
      ...PLAN,
      "--sort",
      "margin",
      "--limit",
      "1",
      "-o",
      "csv=a.csv",
    ]);
    expect(one).toEqual(all);
    expect(readFileSync("a.csv", "utf8").trimEnd().split("\r\n")).toHaveLength(2);
  });

  it.each([
    ["--sort", "distance"],
    ["--limit", "0"],
    ["--limit", "some"],
  ])("%s %s can't be used", async (option, value) => {
    const { exit, stderr } = await run(["screen", "a.ndjson", ...PLAN, option, value]);
    expect(exit).toBe(2);
    expect(stderr).toContain(option);
  });
});

describe("an input without a candidate", () => {
  it.each([
    ["an empty file of lines", "a.ndjson", ""],
    ["blank lines", "a.ndjson", "\n \n\r\n"],
    ["an empty list", "a.json", "[]"],
    ["a collection of nothing", "a.geojson", '{"type":"FeatureCollection","features":[]}'],
    ["a heading alone", "a.csv", "编号,主矿种\n"],
  ])("isn't one in which all is well: %s", async (_what, file, text) => {
    writeFileSync(file, text);
    const { exit, stderr } = await run(["screen", file, ...PLAN, "-o", "csv=out.csv"]);
    expect(exit).toBe(2);
    expect(stderr).toContain(file);
    expect(readdirSync(".")).toEqual([file]);
  });
});

describe("--resume", () => {
  it.each([
    ["for standard output", [], "what goes to standard output or a pipe can't be gone on with"],
    ["for rows on standard output", ["--format", "ndjson", "-o", "csv=out.csv"], "standard output"],
    ["for a device", ["-o", "csv=/dev/null"], "standard output or a pipe"],
  ])("is refused %s", async (_what, args, says) => {
    writeFileSync("a.ndjson", `${good("甲")}\n`);
    const { exit, stderr } = await run(["screen", "a.ndjson", ...PLAN, ...args, "--resume"]);
    expect(exit).toBe(2);
    expect(stderr).toContain(`--resume: `);
    expect(stderr).toContain(says);
  });

  it("is refused for standard input", async () => {
    const { exit, stderr } = await run(["screen", "-", ...PLAN, "-o", "csv=out.csv", "--resume"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("standard input and pipes can't be read again");
  });

  it("begins where there is nothing to go on with", async () => {
    writeFileSync("a.ndjson", `${good("甲", 1)}\n`);
    const { exit, stderr } = await run(["screen", "a.ndjson", ...PLAN, "-o", "csv=out.csv", "--resume"]);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "" });
    expect(readdirSync(".").sort()).toEqual(["a.ndjson", "out.csv"]);
  });
});

describe("where nothing can be written", () => {
  const blocks = () => writeFileSync("a.ndjson", `${good("甲")}\n`);

  it.skipIf(!existsSync("/dev/full"))("a full disk is said, and no output is left", async () => {
    blocks();
    const outputs = ["-o", "csv=out.csv", "-o", "ndjson=/dev/full"];
    const { exit, stderr } = await run(["screen", "a.ndjson", ...PLAN, ...outputs]);
    expect(exit).toBe(2);
    expect(stderr).toContain("/dev/full: can't be written: the disk is full");
    expect(readdirSync(".")).toEqual(["a.ndjson"]);
  });

  it.skipIf(!existsSync("/sys/kernel"))("a folder that nobody may write to is said", async () => {
    blocks();
    const { exit, stderr } = await run(["screen", "a.ndjson", ...PLAN, "-o", "csv=/sys/kernel/out.csv"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^\/sys\/kernel\/out\.csv: can't be written: (?:not permitted|the disk is read-only)\n/,
    );
  });

  it("what another program left unfinished is cleared away once it lives no more", async () => {
    blocks();
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const host = (await import("node:os")).hostname();
    for (const maker of [gone, process.ppid]) writeFileSync(`.out.csv.${host}-${maker}.tmp`, "id\n");
    await run(["screen", "a.ndjson", ...PLAN, "-o", "csv=out.csv"]);
    expect(readdirSync(".").sort()).toEqual([`.out.csv.${host}-${process.ppid}.tmp`, "a.ndjson", "out.csv"]);
  });
});
