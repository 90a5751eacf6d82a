import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../src/model/screen-row.ts";
import { HOME } from "../../src/plan/home.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";

inScratch();

const FANGCHENG = join(HOME, "fixtures", "fangcheng");
const LAYERS = join(HOME, "fixtures", "layers", "fangcheng", "layers.yaml");
const REGISTER = join(HOME, "fixtures", "registers", "fangcheng.json");
const BESIDE = ["--register", REGISTER, "--layers", LAYERS];

interface Feature {
  readonly type: "Feature";
  readonly properties: Record<string, unknown> | null;
  readonly geometry: unknown;
}

/** An application that passes where it lies, without its place. */
const { geometry: _, ...PASSING } = JSON.parse(
  readFileSync(join(FANGCHENG, "pass-granite-decided-from-layers.json"), "utf8"),
) as Record<string, unknown>;
const SHARED = ["--set", ...settings({ ...PASSING, id: undefined, plan: undefined })];

function settings(fields: Record<string, unknown>): string[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${typeof value === "string" ? value : JSON.stringify(value)}`],
  );
}

/** The boundary of that application in degrees; moved by so many degrees to the east. */
let corners: readonly (readonly [number, number])[] = [];
function block(id: string, east = 0): Feature {
  const ring = corners.map(([x, y]) => [x + east, y]);
  return { type: "Feature", properties: { 编号: id }, geometry: { type: "Polygon", coordinates: [ring] } };
}

async function screened(...args: string[]): Promise<{ exit: number; rows: readonly Row[]; stderr: string }> {
  const { exit, stdout, stderr } = await run(["screen", ...args, "--format", "ndjson"]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { exit, stderr, rows: lines.map((line) => JSON.parse(line) as Row) };
}

const collection = (features: readonly unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const short = (rows: readonly Row[]) => rows.map(({ id, verdict }) => `${id} ${verdict}`);

beforeAll(async () => {
  const { stdout } = await run([
    "check",
    join(FANGCHENG, "pass-granite-decided-from-layers.json"),
    ...BESIDE,
    "--format",
    "geojson",
  ]);
  const [boundary] = (JSON.parse(stdout) as { features: { geometry: { coordinates: number[][][][] } }[] })
    .features;
  corners = (boundary?.geometry.coordinates[0]?.[0] ?? []) as unknown as [number, number][];
  writeFileSync("blocks.geojson", collection([block("甲"), block("乙", 0.5), block("丙", 0.0001)]));
}, 60_000);

describe("screen", () => {
  it("decides each application of a folder as check does", async () => {
    const { rows } = await screened(FANGCHENG, "--plan", "fangcheng", ...BESIDE);
    const files = readdirSync(FANGCHENG).filter((name) => /\.(json|yaml)$/.test(name));
    expect(rows).toHaveLength(files.length);
    const checked = await run([
      "check",
      ...files.map((name) => join(FANGCHENG, name)),
      ...["--plan", "fangcheng", "--format", "json"],
      ...BESIDE,
    ]);
    const reports = JSON.parse(checked.stdout) as { application: { id: string }; verdict: string }[];
    expect(short(rows)).toEqual(reports.map(({ application: { id }, verdict }) => `${id} ${verdict}`));
  });

  it("decides the features of a file by facts that all share, and tells what binds", async () => {
    const { rows, exit } = await screened("blocks.geojson", "--plan", "fangcheng", ...BESIDE, ...SHARED);
    expect(short(rows).slice(0, 1)).toEqual(["甲 pass"]);
    expect(rows[1]?.verdict).not.toBe("pass");
    expect(rows[1]?.binding).toMatchObject({ rule: "plan-area", outcome: "review" });
    // 300 万吨 a year is just what the plan asks for.
    expect(rows[0]?.margins[0]).toMatchObject({ rule: "minimum-scale", left: "0", share: 0 });
    expect(exit).toBe(rows.some(({ verdict }) => verdict === "fail") ? 1 : 3);
  });

  it("gives the same rows from GeoJSON and from lines", async () => {
    const features = [block("甲"), block("乙", 0.5), block("丙", 0.0001)];
    writeFileSync("blocks.ndjson", features.map((one) => `${JSON.stringify(one)}\n`).join(""));
    const options = ["--plan", "fangcheng", ...BESIDE, ...SHARED];
    const plain = (rows: readonly Row[]) => rows.map(({ file, line, ...row }) => row);
    const { rows } = await screened("blocks.geojson", ...options);
    expect(plain((await screened("blocks.ndjson", ...options)).rows)).toEqual(plain(rows));
  });

  const BROKEN: readonly (readonly [name: string, feature: unknown, says: string])[] = [
    ["no geometry where layers are asked for is only unknown", { ...block("无"), geometry: null }, ""],
    ["a ring that crosses itself", bowtie(), "crosses the edge"],
    [
      "a bad type",
      { type: "Feature", properties: {}, geometry: { type: "Polygone", coordinates: [] } },
      "Polygone",
    ],
    ["no feature", { type: "Feechur" }, "a Feature is expected"],
    [
      "coordinates that are words",
      { ...block("字"), geometry: { type: "Polygon", coordinates: "x" } },
      "coordinates",
    ],
  ];

  it.each(BROKEN)("%s: one row tells it, and the others are decided", async (_name, feature, says) => {
    writeFileSync("broken.geojson", collection([block("甲"), feature, block("丙")]));
    const options = ["--plan", "fangcheng", ...BESIDE, ...SHARED];
    const { rows, exit, stderr } = await screened("broken.geojson", ...options);
    expect(rows.map(({ verdict }) => verdict)).toEqual(["pass", says === "" ? "review" : "unusable", "pass"]);
    expect(JSON.stringify(rows[1]?.problems ?? "")).toContain(says);
    expect(exit).toBe(3);
    expect(stderr).toBe("");
    if (says === "") return;
    const strict = await run(["screen", "broken.geojson", ...options, "--strict", "-o", "csv=out.csv"]);
    expect(strict.exit).toBe(2);
    expect(strict.stderr).toContain(says);
    expect(readdirSync(".").filter((name) => name.includes("out.csv"))).toEqual([]);
  });

  it("reads a table of attributes alone, a line a candidate", async () => {
    writeFileSync(
      "表.csv",
      "编号,主矿种,生产规模,规模单位\n一,建筑用花岗岩,300,万吨/年\n二,,300,万吨/年\n三,建筑用花岗岩,1,光年\n",
    );
    const { rows } = await screened(
      "表.csv",
      "--plan",
      "fangcheng",
      "--set",
      "right=mining",
      "operation=new",
    );
    expect(rows.map(({ id, line, verdict }) => [id, line, verdict])).toEqual([
      ["一", 2, "review"],
      ["二", 3, "unusable"],
      ["三", 4, "unusable"],
    ]);
    expect(rows[1]?.problems?.[0]).toMatchObject({ field: "mineral" });
    expect(rows[2]?.problems?.[0]?.message.zh).toContain("光年");
  });

  it("writes tables that spreadsheets open, without formulas, and only what is asked for", async () => {
    const evil = { ...block("=cmd|' /C calc'!A0"), properties: { 编号: "=1+1" } };
    writeFileSync("evil.geojson", collection([block("甲"), evil]));
    const { stdout, exit } = await run([
      ...["screen", "evil.geojson", "--plan", "fangcheng", ...BESIDE, ...SHARED],
      ...[
        "--only",
        "pass",
        "--columns",
        "id,verdict,message",
        "-o",
        "csv=out.csv",
        "-o",
        "geojson=out.geojson",
      ],
    ]);
    expect(exit).toBe(0);
    const csv = readFileSync("out.csv", "utf8");
    expect(csv.startsWith("\uFEFFid,verdict,message\r\n甲,pass,")).toBe(true);
    expect(csv).toContain("\r\n'=1+1,pass,");
    expect(stdout).toMatch(/^Candidates {2}2\n {2}PASS +2 {2}100\.0 %\n/);
    const drawn = JSON.parse(readFileSync("out.geojson", "utf8")) as { features: Feature[] };
    expect(drawn.features.map(({ properties }) => properties?.["verdict"])).toEqual(["pass", "pass"]);
  });

  it.each([
    ["--only", "good", 'there is no "good"'],
    ["--columns", "id,verdikt", "verdict"],
    ["--jobs", "0", "--jobs"],
  ])("%s %s can't be used", async (option, value, says) => {
    const { exit, stderr } = await run(["screen", "blocks.geojson", "--plan", "fangcheng", option, value]);
    expect(exit).toBe(2);
    expect(stderr).toContain(says);
  });

  it.each([
    ["a folder that isn't there", "csv=nowhere/out.csv", "there is no such folder"],
    ["a folder", "csv=.", "the output is a directory"],
  ])(
    "says before anything is decided that it can't write to %s, and writes nothing else",
    async (_name, output, says) => {
      const outputs = ["-o", "ndjson=first.ndjson", "-o", output];
      const { exit, stderr } = await run(["screen", "blocks.geojson", "--plan", "fangcheng", ...outputs]);
      expect(exit).toBe(2);
      expect(stderr).toContain(says);
      expect(readdirSync(".").filter((name) => name.includes("first.ndjson"))).toEqual([]);
    },
  );

  it("writes to a pipe as such, and doesn't put a file in its place", async () => {
    execFileSync("mkfifo", ["pipe"]);
    const reader = spawn("cat", ["pipe"], { stdio: ["ignore", "pipe", "inherit"] });
    let read = "";
    reader.stdout.on("data", (chunk: Buffer) => {
      read += chunk.toString("utf8");
    });
    const ended = once(reader, "close");
    await run(["screen", "blocks.geojson", "--plan", "fangcheng", ...SHARED, "-o", "csv=pipe"]);
    await ended;
    expect(read.split("\r\n")).toHaveLength(5);
    expect(statSync("pipe").isFIFO()).toBe(true);
  });

  it("reads a folder of files of several kinds, in the order of their names", async () => {
    mkdirSync("folder");
    cpSync("blocks.geojson", "folder/2.geojson");
    writeFileSync("folder/1.ndjson", `${JSON.stringify(block("行"))}\n`);
    writeFileSync("folder/notes.md", "not a candidate");
    const { rows } = await screened("folder", "--plan", "fangcheng", ...BESIDE, ...SHARED);
    expect(rows.map(({ number, id }) => `${number} ${id}`)).toEqual(["1 行", "2 甲", "3 乙", "4 丙"]);
  });

  it("says what is wrong with a file as a whole", async () => {
    mkdirSync("empty");
    for (const [file, says] of [
      ["missing.geojson", "no such file"],
      ["empty", "holds no file of candidates"],
    ] as const) {
      const { exit, stderr } = await run(["screen", file, "--plan", "fangcheng"]);
      expect(exit).toBe(2);
      expect(stderr).toContain(says);
    }
  });
});

function bowtie(): Feature {
  const ring = [
    [113, 33],
    [113.01, 33.01],
    [113.01, 33],
    [113, 33.01],
    [113, 33],
  ];
  return { type: "Feature", properties: { 编号: "结" }, geometry: { type: "Polygon", coordinates: [ring] } };
}
