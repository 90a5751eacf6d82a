import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { area, featureCollection, intersect, polygon as turfPolygon } from "@turf/turf";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { areaOf, commonArea } from "../../src/geometry/overlay/coverage.ts";
import { boxOf, type Polygon, type Ring } from "../../src/geometry/shape/shape.ts";
import { HOME } from "../../src/plan/home.ts";
import { loadGeos } from "../support/geos.ts";
import { FLAT, polygon, seeded, star } from "../support/shapes.ts";

/**
 * `npm run bench:overlay`: CPU time for the area in common of two polygons, ours on the ellipsoid, the
 * others on their planes and turf's sphere. Engines take turns in one run, medians; only the ratios mean
 * anything on a shared machine. Each engine starts from what its users hold: turf and GEOS in
 * WebAssembly from corners, shapely from its own ready objects (it runs where Python has it).
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const CORNERS = [10, 30, 100, 1000];
const PAIRS = 40;
const LEAST_MS = 150;

interface Pair {
  readonly a: Polygon;
  readonly b: Polygon;
}

/** Pairs near 111°E 35°N, a kilometre across, whose borders are as rough as their corners are far apart. */
function pairsOf(corners: number): readonly Pair[] {
  const random = seeded(corners);
  const one = (x: number, y: number) => polygon(star(random, corners, x, y, 0.005, 1 - 4 / corners));
  return Array.from({ length: PAIRS }, () => ({
    a: one(111, 35),
    b: one(111 + 0.007 * (random() - 0.5), 35 + 0.007 * (random() - 0.5)),
  }));
}

const cornersOf = (ring: Ring): number[][] =>
  Array.from({ length: ring.length / 2 }, (_, at) => [...ring.subarray(2 * at, 2 * at + 2)]);
const closed = (ring: Ring): number[][] => [...cornersOf(ring), [...ring.subarray(0, 2)]];

/** CPU µs a pair. */
function cpu(pairs: readonly Pair[], work: (pair: Pair) => unknown): number {
  let rounds = 0;
  let spent = 0;
  const start = process.cpuUsage();
  while (spent < LEAST_MS * 1000) {
    for (const pair of pairs) work(pair);
    rounds++;
    const { user, system } = process.cpuUsage(start);
    spent = user + system;
  }
  return spent / rounds / pairs.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const geos = await loadGeos();

function turfCommon(a: Polygon, b: Polygon) {
  return intersect(featureCollection([turfPolygon([closed(a.shell)]), turfPolygon([closed(b.shell)])]));
}

const NOTHING = featureCollection([]);

interface Shapely {
  readonly version: string;
  readonly each: number;
  readonly areas: readonly number[];
}

function shapely(pairs: readonly Pair[]): Shapely | undefined {
  const input = JSON.stringify(pairs.map(({ a, b }) => [cornersOf(a.shell), cornersOf(b.shell)]));
  const script = join(HOME, "test", "bench", "shapely-pairs.py");
  const { status, stdout } = spawnSync("/usr/bin/python3", [script], { input, encoding: "utf8" });
  return status === 0 ? (JSON.parse(stdout) as Shapely) : undefined;
}

/** The rings of turf's result as our polygons, so that all engines' areas are taken the same way. */
function turfArea(a: Polygon, b: Polygon): number {
  const geometry = turfCommon(a, b)?.geometry;
  const parts =
    geometry?.type === "MultiPolygon" ? geometry.coordinates : geometry ? [geometry.coordinates] : [];
  return areaOf(
    FLAT,
    parts.map(([first = [], ...others]) =>
      polygon(Float64Array.from(first.flat()), ...others.map((hole) => Float64Array.from(hole.flat()))),
    ),
  );
}

/** CPU µs a pair by engine, in the order they are printed; the first is ours. */
function timed(pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const plane = planeFor({ kind: "geographic", datum: "CGCS2000" }, boxOf(pairs.map(({ a }) => a.shell)));
  const python = shapely(pairs);
  return new Map([
    ["ours", cpu(pairs, ({ a, b }) => commonArea(plane, [a], [b]))],
    ["turf", cpu(pairs, ({ a, b }) => area(turfCommon(a, b) ?? NOTHING))],
    [`GEOS ${geos.version} in WebAssembly`, cpu(pairs, ({ a, b }) => geos.commonOfSound(a, b))],
    ...(python ? [[`shapely ${python.version}, ready objects`, python.each] as const] : []),
  ]);
}

/** The largest difference of the other engines' areas from ours, as a share of the smaller polygon. */
function difference(pairs: readonly Pair[]): number {
  const python = shapely(pairs);
  const off = pairs.flatMap(({ a, b }, index) => {
    const ours = commonArea(FLAT, [a], [b]);
    const smaller = Math.min(areaOf(FLAT, [a]), areaOf(FLAT, [b]));
    const others = [turfArea(a, b), geos.commonOfSound(a, b), python?.areas[index] ?? ours];
    return others.map((other) => Math.abs(other - ours) / smaller);
  });
  return Math.max(...off);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
print(`node ${process.version}, ${PAIRS} pairs of each size, ${ROUNDS} rounds in turn, medians of CPU time`);
for (const corners of CORNERS) {
  const pairs = pairsOf(corners);
  timed(pairs); // doesn't count: everything is compiled after it
  const rounds = Array.from({ length: ROUNDS }, () => timed(pairs));
  const taken = (engine: string) => median(rounds.map((round) => round.get(engine) ?? Number.NaN));
  print(`${corners} corners each: ours ${taken("ours").toFixed(1)} µs a pair`);
  for (const engine of [...(rounds[0]?.keys() ?? [])].slice(1)) {
    const times = (taken(engine) / taken("ours")).toFixed(1).padStart(7);
    print(`${times} × ours: ${engine}, ${taken(engine).toFixed(0)} µs`);
  }
  const off = difference(pairs);
  const agree = off < 1e-9;
  print(
    `        ${agree ? "all answers agree" : "ANSWERS DIFFER"}: by at most ${off.toExponential(0)} of the smaller area`,
  );
  if (!agree) process.exitCode = 1;
}
