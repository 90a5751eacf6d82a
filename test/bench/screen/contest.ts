import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT } from "../../support/built.ts";
import { type Measured, measured, median } from "../measured.ts";
import { ALLOWED, type Areas, areasIn, largestDifference } from "./answer.ts";
import type { ScreenData } from "./data.ts";
import { type Loading, type PostGis, WAYS, type Way } from "./postgis.ts";
import { row } from "./table.ts";

export const OVERLAY = "mineright overlay";
/** Its second run, with a prepared layer. */
const PREPARED = "mineright overlay, prepared";
export const GEOS = "geos-wasm prepared, flatbush";
const SCREEN = { "mineright screen, 1 job": 1, "mineright screen, 2 jobs": 2 } as const;
const ALL_WAYS = Object.keys(WAYS) as readonly Way[];

/** The engines on the data of one size: each answers once for the others to be held against it, then in rounds. */
export class Contest {
  /** What each engine took in each round, in seconds. */
  readonly times = new Map<string, readonly number[]>();
  private readonly peaks = new Map<string, number>();
  private readonly loadings: Loading[] = [];
  /** How many pairs an engine, or a query, found when the answers were compared. */
  private readonly pairs = new Map<string, number>();

  /** @param runners the scripts of the engines that are processes of Node */
  constructor(
    private readonly folder: string,
    private readonly data: ScreenData,
    private readonly runners: Readonly<Record<string, string>>,
    private readonly postgis: PostGis | undefined,
  ) {}

  /** Holds the answers against each other, pair by pair, and returns what is to be said of that. */
  async agreement(): Promise<string> {
    const answers = await this.answers();
    const [first, ...others] = answers;
    if (first === undefined || first.size === 0) throw new Error("there is nothing to compare");
    const largest = Math.max(...others.map((areas) => largestDifference(first, areas)));
    const allowed = `${ALLOWED.squareMetres} m² and ${ALLOWED.share * 1e6} ppm`;
    return `answers agree: ${first.size} pairs (${answers.length} engines; largest difference ${largest.toFixed(4)} m², allowed ${allowed})`;
  }

  private async answers(): Promise<readonly Areas[]> {
    const answers: Areas[] = [];
    const keep = (engine: string, areas: Areas) => {
      answers.push(areas);
      this.pairs.set(engine, areas.size);
    };
    for (const [engine, runner] of Object.entries(this.runners)) {
      const pairs = join(this.folder, "pairs.txt");
      measured(this.folder, [runner, this.data.lines, this.data.zones, this.data.layers, pairs], [0]);
      keep(engine, areasIn(pairs));
    }
    if (this.postgis === undefined) return answers;
    await this.postgis.load(this.data.lines, this.data.zones);
    for (const way of ALL_WAYS)
      if (!this.pairs.has(WAYS[way].query)) keep(WAYS[way].query, await this.postgis.areas(way));
    return answers;
  }

  /** Each engine once. */
  async round(): Promise<void> {
    const { lines, zones, layers } = this.data;
    for (const [engine, runner] of Object.entries(this.runners)) {
      const { stdout } = this.run(engine, [runner, lines, zones, layers, ""], [0]);
      this.mustFind(engine, (JSON.parse(stdout) as { pairs: number }).pairs);
    }
    const again = [this.runners[OVERLAY] ?? "", lines, zones, layers, "", join(this.folder, "prepared")];
    // The first round finds nothing prepared.
    if (!this.times.has(PREPARED)) measured(this.folder, again, [0]);
    this.run(PREPARED, again, [0]);
    const rows = Object.entries(SCREEN).map(([engine, jobs]) => this.screen(engine, jobs));
    if (rows.some((text) => text !== rows[0])) throw new Error("2 jobs give other rows than 1");
    if (this.postgis === undefined) return;
    this.loadings.push(await this.postgis.load(lines, zones));
    for (const way of ALL_WAYS) {
      const { seconds, pairs } = await this.postgis.ask(way);
      this.mustFind(WAYS[way].query, pairs);
      this.note(way, seconds, await this.postgis.megabytes());
    }
  }

  private mustFind(engine: string, pairs: number): void {
    const before = this.pairs.get(engine);
    if (pairs !== before) throw new Error(`${engine}: ${pairs} pairs, which were ${before}`);
  }

  /** The engines' lines, and those of PostGIS once more with its loading. */
  lines(): readonly string[] {
    const loaded = ALL_WAYS.filter((way) => this.times.has(way)).map((way) => {
      const all = this.timesOf(way).map((seconds, round) => {
        const { tables, pieces } = this.loadings[round] as Loading;
        return seconds + tables + (WAYS[way].needsPieces ? pieces : 0);
      });
      return this.lineOf(`${way}, with loading`, all, way);
    });
    return [...[...this.times].map(([engine, seconds]) => this.lineOf(engine, seconds)), ...loaded];
  }

  private lineOf(name: string, seconds: readonly number[], of = name): string {
    const overlay = this.timesOf(OVERLAY);
    const ratio = median(seconds.map((time, round) => time / (overlay[round] as number)));
    const peak = this.peaks.get(of) ?? Number.NaN;
    return row(name, median(seconds).toFixed(2), peak.toFixed(0), ratio.toFixed(2));
  }

  private timesOf(engine: string): readonly number[] {
    return this.times.get(engine) ?? [];
  }

  private screen(engine: string, jobs: number): string {
    const rows = join(this.folder, `rows-${jobs}.ndjson`);
    const { lines, layers } = this.data;
    const decided = ["--plan", "fangcheng", "--as-of", "2024-05-01", "--layers", layers];
    const shared = ["--set", "right=mining", "operation=new", "mineral=建筑石料"];
    const output = ["--jobs", String(jobs), "-o", `ndjson=${rows}`];
    this.run(engine, [BUILT, "screen", lines, ...decided, ...shared, ...output], [0, 1, 3]);
    return readFileSync(rows, "utf8");
  }

  private run(engine: string, args: readonly string[], expected: readonly number[]): Measured {
    const run = measured(this.folder, args, expected);
    this.note(engine, run.seconds, run.megabytes);
    return run;
  }

  private note(engine: string, seconds: number, megabytes: number): void {
    this.times.set(engine, [...this.timesOf(engine), seconds]);
    this.peaks.set(engine, Math.max(megabytes, this.peaks.get(engine) ?? 0));
  }
}
