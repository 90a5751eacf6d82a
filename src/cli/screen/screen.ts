import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { readLayerEntries } from "../../input/layers.ts";
import { unusable } from "../../input/problem.ts";
import { readMappings, readSettings } from "../../input/settings.ts";
import { nearest } from "../../model/nearest.ts";
import type { SortKey } from "../../model/screen-order.ts";
import { RESULTS, type Result } from "../../model/screen-row.ts";
import { words } from "../../model/words.ts";
import { programMark } from "../../plan/home.ts";
import { COLUMNS, IN_ORDER_COLUMNS, type RowColumn } from "../../report/screen/columns.ts";
import type { Work } from "../../screen/batch.ts";
import { askedOf } from "../../screen/checkpoint/asked.ts";
import { type ScreenRun, screen } from "../../screen/run.ts";
import type { ScreenSettings } from "../../screen/screener.ts";
import { Stopped } from "../../screen/stop.ts";
import type { Tally } from "../../screen/tally.ts";
import { type Context, contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes } from "../output.ts";
import { VERSION } from "../version.ts";
import { DRAWN, type ScreenFormat } from "./formats.ts";
import { filesOf, outletFor, screenTargets } from "./outlets.ts";
import { openPart, partFor } from "./part-file.ts";
import { progressLine } from "./progress-line.ts";
import { StopSignals, stoppedText } from "./stop-signals.ts";

export interface ScreenOptions extends SharedOptions {
  readonly plan?: string;
  readonly plans?: string;
  readonly register?: string;
  readonly layers?: string;
  readonly prepared?: string;
  readonly asOf?: string;
  readonly set?: readonly string[];
  readonly map?: readonly string[];
  readonly layer?: string;
  readonly crs?: string;
  readonly encoding?: string;
  readonly tolerance?: number;
  readonly only?: string;
  readonly columns?: string;
  readonly strict?: boolean;
  readonly sort?: SortKey;
  readonly limit?: number;
  readonly resume?: boolean;
  readonly cumulative?: boolean;
  readonly postgis?: string;
  readonly sql?: boolean;
  readonly jobs?: number;
  readonly worker?: boolean;
  readonly format?: ScreenFormat;
  readonly output?: readonly string[];
}

/** `mineright screen`: decides candidate blocks and returns the exit code of their verdicts. */
export async function screenBlocks(files: readonly string[], options: ScreenOptions): Promise<number> {
  const context = contextFor(options);
  const { postgis } = options;
  if (options.sql === true) return printSql(files, options, context);
  if (postgis !== undefined) refuseBesideDatabase(options);
  const targets = screenTargets(options.format, options.output ?? []);
  const { register, plan, layers, only } = options;
  const inputs = [...files, register, plan, layers].filter((file) => file !== undefined);
  refuseClashes(filesOf(targets), inputs);
  const columns = columnsOf(options.columns, options.cumulative === true);
  const settings = readSettings(options.set ?? []);
  const mappings = readMappings(options.map ?? []);
  const work: Work = {
    reading: { ...readingOf(options), settings, mappings },
    settings: settingsOf(options),
    outlines: targets.some(({ format }) => DRAWN.includes(format)),
  };
  const isResumed = options.resume === true;
  const part = postgis === undefined ? partFor(targets, inputs, isResumed) : undefined;
  const signals = new StopSignals();
  const run: ScreenRun = {
    ...work,
    ...defined({ sort: options.sort, limit: options.limit, database: postgis }),
    files,
    folder: part === undefined ? tmpdir() : dirname(part),
    jobs: options.jobs ?? 1,
    strict: options.strict === true,
    ...(only === undefined ? {} : { only: resultsOf(only) }),
    // The summary on a terminal is the last thing to be written.
    outlets: [...targets]
      .sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined))
      .map((target) => () => outletFor(target, columns, context)),
    ...(part === undefined
      ? {}
      : {
          checkpoint: async () =>
            openPart(part, await askedOf(files, work, `${VERSION} ${programMark()}`), isResumed),
        }),
    stop: signals.stop,
    watcher: progressLine(context),
  };
  try {
    return exitCode(await screen(run));
  } catch (error) {
    if (error instanceof Stopped) signals.end(stoppedText(error, part, context.lang));
    throw error;
  } finally {
    signals.release();
  }
}

/** The statements alone: nothing is connected and nothing decided. */
async function printSql(
  tables: readonly string[],
  { layers, tolerance }: ScreenOptions,
  { lang }: Context,
): Promise<number> {
  const { printedSql } = await import("../../screen/database/print-sql.ts");
  const entries = layers === undefined ? [] : await readLayerEntries(layers);
  process.stdout.write(printedSql({ tables, entries, tolerance }, lang));
  return 0;
}

/** What is for files alone, or for threads. */
function refuseBesideDatabase({ jobs = 1, resume }: ScreenOptions): void {
  if (jobs > 1)
    unusable({
      file: "--jobs",
      message: words(
        "--postgis 由数据库计算，不用 --jobs",
        "with --postgis the database does the work, not --jobs",
      ),
      remedy: words("去掉 --jobs", "leave --jobs out"),
    });
  if (resume === true)
    unusable({
      file: "--resume",
      message: words(
        "--postgis 的筛查不留 .part，不能接着做",
        "a run with --postgis keeps no .part to go on from",
      ),
      remedy: words("去掉 --resume", "leave --resume out"),
    });
}

/** Options as plain data, which other threads can take. */
export function settingsOf(options: ScreenOptions): ScreenSettings {
  const { plan, plans, register, layers, prepared, asOf, tolerance, cumulative } = options;
  return defined({
    ...{ plan, plans, register, layers, prepared, asOf, tolerance, cumulative },
    ...readingOf(options),
  });
}

export function readingOf({ crs, encoding, layer }: ScreenOptions) {
  return defined({ crs, encoding, layer });
}

/** Without what isn't given. */
function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}

function columnsOf(given: string | undefined, isCumulative: boolean): readonly RowColumn[] {
  const columns = isCumulative ? [...COLUMNS, ...IN_ORDER_COLUMNS] : COLUMNS;
  if (given === undefined) return columns;
  return given.split(",").map((name) => {
    const found = columns.find((column) => column.name === name.trim());
    const names = columns.map((column) => column.name);
    return found ?? unknownWord(`--columns ${given}`, name, names);
  });
}

function resultsOf(given: string): ReadonlySet<Result> {
  return new Set(
    given
      .split(",")
      .map(
        (name) =>
          RESULTS.find((result) => result === name.trim()) ?? unknownWord(`--only ${given}`, name, RESULTS),
      ),
  );
}

function unknownWord(option: string, word: string, known: readonly string[]): never {
  const near = nearest(word, known);
  const list = near.length > 0 ? near : known;
  unusable({
    file: option,
    message: words(`没有“${word}”`, `there is no "${word}"`),
    remedy: words(`可用：${list.join("、")}`, `there are ${list.join(", ")}`),
  });
}

/** 1: some fail; 3: none fails, some are open or can't be used; 0: all pass. In order, where counts are taken so. */
function exitCode({ verdicts: alone, inOrder }: Tally): number {
  const verdicts = inOrder?.verdicts ?? alone;
  if (verdicts.fail > 0) return 1;
  return verdicts.review > 0 || verdicts.unusable > 0 ? 3 : 0;
}
