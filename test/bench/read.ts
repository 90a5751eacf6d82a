import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "shapefile";
import { openShapefile } from "../../src/input/spatial/shapefile/shapefile.ts";
import { type ShapefileSpec, shapefileBytes } from "../support/write-shapefile.ts";

/**
 * `npm run bench:read [rounds]`: how long a spatial file of about 100 MB takes with our reader against a
 * bare library, and the most memory each took. Each run is a process of its own, taken in turn; only
 * ratios of one run mean anything on a shared machine.
 */
const POLYGONS = 200_000;
const CORNERS = 30;

type Reader = (file: string) => Promise<number>;

interface Contest {
  readonly what: string;
  /** Writes the file into a folder and tells its path. */
  readonly write: (folder: string) => string;
  readonly ours: Reader;
  readonly bare: Reader;
  /** How many times as long ours may take. */
  readonly aim: number;
}

const CONTESTS: Readonly<Record<string, Contest>> = {
  shapefile: {
    what: "shapefile",
    write: writeLargeShapefile,
    ours: async (file) => {
      let count = 0;
      for await (const _ of (await openShapefile(file, {})).features()) count += 1;
      return count;
    },
    bare: async (file) => {
      let count = 0;
      const source = await open(file, undefined, { encoding: "gb18030" });
      while (!(await source.read()).done) count += 1;
      return count;
    },
    aim: 3,
  },
};

/** A square grid of small parcels; one is written by the fixtures' writer, and repeated in new places. */
function writeLargeShapefile(folder: string): string {
  const base = join(folder, "parcels");
  const shapes = openSync(`${base}.shp`, "w");
  const rows = openSync(`${base}.dbf`, "w");
  const block = 1000;
  for (let first = 0; first < POLYGONS; first += block) {
    const { shp, dbf } = shapefileBytes(parcels(first, block));
    const headerLength = dbf.readUInt16LE(8);
    if (first === 0) {
      const length = (100 + (shp.length - 100) * (POLYGONS / block)) / 2;
      shp.writeInt32BE(length, 24);
      [0, 0, 1e7, 1e7].forEach((value, index) => {
        shp.writeDoubleLE(value, 36 + 8 * index);
      });
      dbf.writeUInt32LE(POLYGONS, 4);
      writeSync(shapes, shp, 0, 100);
      writeSync(rows, dbf, 0, headerLength);
    }
    const recordLength = (shp.length - 100) / block;
    for (let index = 0; index < block; index += 1)
      shp.writeInt32BE(first + index + 1, 100 + index * recordLength);
    writeSync(shapes, shp, 100);
    writeSync(rows, dbf, headerLength, dbf.length - headerLength - 1);
  }
  closeSync(shapes);
  closeSync(rows);
  return `${base}.shp`;
}

function parcels(first: number, count: number): ShapefileSpec {
  return {
    fields: [
      { name: "编号", type: "C", length: 12 },
      { name: "名称", type: "C", length: 40 },
      { name: "面积", type: "N", length: 12, decimals: 4 },
    ],
    encoding: "gbk",
    features: Array.from({ length: count }, (_, index) => {
      const number = first + index;
      const [x, y] = [(number % 1000) * 100 + 50, Math.floor(number / 1000) * 100 + 50];
      const ring = Array.from({ length: CORNERS }, (_, corner): [number, number] => {
        const angle = (-2 * Math.PI * (corner % (CORNERS - 1))) / (CORNERS - 1);
        return [x + 40 * Math.cos(angle), y + 40 * Math.sin(angle)];
      });
      return {
        rings: [ring],
        attributes: { 编号: `${number}`, 名称: `第${number}号地块`, 面积: number / 7 },
      };
    }),
  };
}

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly features: number;
}

/** What a child does: reads once, and says how it went. */
async function measure(read: Reader, file: string): Promise<Measured> {
  const start = process.hrtime.bigint();
  const features = await read(file);
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, features };
}

function inChild(contest: string, side: "ours" | "bare", file: string): Measured {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), "--child", contest, side, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function report(contest: string, rounds: number, folder: string): string {
  const { what, write, aim } = CONTESTS[contest] as Contest;
  const file = write(folder);
  const pairs = Array.from({ length: rounds }, () => ({
    ours: inChild(contest, "ours", file),
    bare: inChild(contest, "bare", file),
  }));
  const line = (side: "ours" | "bare") => {
    const time = median(pairs.map((pair) => pair[side].milliseconds));
    const memory = Math.max(...pairs.map((pair) => pair[side].megabytes));
    return `  ${side}  ${time.toFixed(0)} ms, at most ${memory.toFixed(0)} MB, ${pairs[0]?.[side].features} features`;
  };
  const ratio = median(pairs.map(({ ours, bare }) => ours.milliseconds / bare.milliseconds));
  const size = (statSync(file).size / 1e6).toFixed(0);
  return [
    `${what}, ${size} MB, ${rounds} rounds in turn, medians`,
    line("ours"),
    line("bare"),
    `  ${ratio.toFixed(2)} × bare (aim: at most ${aim})`,
  ].join("\n");
}

if (process.argv[2] === "--child") {
  const [contest = "", side = "", file = ""] = process.argv.slice(3);
  const { ours, bare } = CONTESTS[contest] as Contest;
  process.stdout.write(JSON.stringify(await measure(side === "ours" ? ours : bare, file)));
} else {
  const folder = mkdtempSync(join(tmpdir(), "mineright-read-"));
  try {
    for (const contest of Object.keys(CONTESTS))
      process.stdout.write(`${report(contest, Number(process.argv[2] ?? 5), folder)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
