import { RULES } from "../../../rules/registry.ts";
import { readLayerEntries } from "../../input/layers.ts";
import { unusable } from "../../input/problem.ts";
import { readMappings, readSettings } from "../../input/settings.ts";
import { nearest } from "../../model/nearest.ts";
import { RESULTS, type Result } from "../../model/screen-row.ts";
import { words } from "../../model/words.ts";
import { COLUMNS, type RowColumn } from "../../report/screen/columns.ts";
import { csvRows } from "../../report/screen/csv.ts";
import { geojsonRows } from "../../report/screen/geojson.ts";
import { ndjsonRows } from "../../report/screen/ndjson.ts";
import type { RowFormat } from "../../report/screen/row-format.ts";
import { summaryText } from "../../report/screen/summary.ts";
import { Outlet, type Sink } from "../../screen/outlet.ts";
import { screen } from "../../screen/run.ts";
import type { ScreenSettings } from "../../screen/screener.ts";
import type { Tally } from "../../screen/tally.ts";
import { type Context, contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes, type Target, targetsOf } from "../output.ts";
import { WholeFile, writeWhole } from "../whole-file.ts";
import { SCREEN_FORMATS, type ScreenFormat } from "./formats.ts";
import { StandardOutput } from "./standard-output.ts";

export interface ScreenOptions extends SharedOptions {
  readonly plan?: string;
  readonly plans?: string;
  readonly register?: string;
  readonly layers?: string;
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
  readonly postgis?: string;
  readonly sql?: boolean;
  readonly jobs?: number;
  readonly format: ScreenFormat;
  readonly output?: readonly string[];
}

/** `mineright screen`: decides candidate blocks and returns the exit code of their verdicts. */
export async function screenBlocks(files: readonly string[], options: ScreenOptions): Promise<number> {
  const context = contextFor(options);
  const { postgis } = options;
  if (options.sql === true) return printSql(files, options, context);
  if (postgis !== undefined && (options.jobs ?? 1) > 1) refuseJobs();
  const targets = targetsOf(options.format, options.output ?? [], SCREEN_FORMATS);
  const { register, plan, layers, only } = options;
  refuseClashes(
    targets,
    [...files, register, plan, layers].filter((file) => file !== undefined),
  );
  const columns = columnsOf(options.columns);
  const settings = readSettings(options.set ?? []);
  const mappings = readMappings(options.map ?? []);
  const tally = await screen({
    files,
    ...(postgis === undefined ? {} : { database: postgis }),
    reading: { ...readingOf(options), settings, mappings },
    settings: settingsOf(options),
    outlines: targets.some(({ format }) => format === "geojson"),
    jobs: options.jobs ?? 1,
    strict: options.strict === true,
    ...(only === undefined ? {} : { only: resultsOf(only) }),
    outlets: targets.flatMap((target) => {
      const rows = rowsIn(target.format, columns, context);
      return rows === undefined ? [] : [() => new Outlet(sinkFor(target), rows)];
    }),
  });
  for (const target of targets) if (target.format === "text") writeSummary(target, tally, context);
  return exitCode(tally);
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

function refuseJobs(): never {
  unusable({
    file: "--jobs",
    message: words(
      "--postgis 由数据库计算，不用 --jobs",
      "with --postgis the database does the work, not --jobs",
    ),
    remedy: words("去掉 --jobs", "leave --jobs out"),
  });
}

/** Options as plain data, which other threads can take. */
function settingsOf(options: ScreenOptions): ScreenSettings {
  const { plan, plans, register, layers, asOf, tolerance } = options;
  return defined({ plan, plans, register, layers, asOf, tolerance, ...readingOf(options) });
}

function readingOf({ crs, encoding, layer }: ScreenOptions) {
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

function sinkFor({ file }: Target<ScreenFormat>): Sink {
  return file === undefined ? new StandardOutput() : new WholeFile(file);
}

/** How rows are printed; a summary has none. */
function rowsIn(
  format: ScreenFormat,
  columns: readonly RowColumn[],
  { lang }: Context,
): RowFormat | undefined {
  switch (format) {
    case "text":
      return undefined;
    case "ndjson":
      return ndjsonRows;
    case "csv":
      return csvRows(columns, lang);
    case "geojson":
      return geojsonRows(columns, lang);
  }
}

function writeSummary({ file }: Target<ScreenFormat>, tally: Tally, { lang, width }: Context): void {
  const titles = new Map(RULES.map(({ id, title }) => [id, title]));
  const text = summaryText(tally, { lang, width: file === undefined ? width : 80, titles });
  if (file === undefined) process.stdout.write(text);
  else writeWhole(file, [text]);
}

function columnsOf(given: string | undefined): readonly RowColumn[] {
  if (given === undefined) return COLUMNS;
  return given.split(",").map((name) => {
    const found = COLUMNS.find((column) => column.name === name.trim());
    const names = COLUMNS.map((column) => column.name);
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

/** 1: some fail; 3: none fails, some are open or can't be used; 0: all pass. */
function exitCode({ verdicts }: Tally): number {
  if (verdicts.fail > 0) return 1;
  return verdicts.review > 0 || verdicts.unusable > 0 ? 3 : 0;
}
