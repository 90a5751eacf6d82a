import { unusable } from "../../input/problem.ts";
import { readMappings, readSettings } from "../../input/settings.ts";
import { nearest } from "../../model/nearest.ts";
import { RESULTS, type Result } from "../../model/screen-row.ts";
import { words } from "../../model/words.ts";
import { COLUMNS, IN_ORDER_COLUMNS, type RowColumn } from "../../report/screen/columns.ts";
import { screen } from "../../screen/run.ts";
import type { ScreenSettings } from "../../screen/screener.ts";
import type { Tally } from "../../screen/tally.ts";
import { contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes } from "../output.ts";
import { DRAWN, type ScreenFormat } from "./formats.ts";
import { filesOf, outletFor, screenTargets } from "./outlets.ts";

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
  readonly cumulative?: boolean;
  readonly jobs?: number;
  readonly format?: ScreenFormat;
  readonly output?: readonly string[];
}

/** `mineright screen`: decides candidate blocks and returns the exit code of their verdicts. */
export async function screenBlocks(files: readonly string[], options: ScreenOptions): Promise<number> {
  const context = contextFor(options);
  const targets = screenTargets(options.format, options.output ?? []);
  const { register, plan, layers, only } = options;
  refuseClashes(
    filesOf(targets),
    [...files, register, plan, layers].filter((file) => file !== undefined),
  );
  const columns = columnsOf(options.columns, options.cumulative === true);
  const settings = readSettings(options.set ?? []);
  const mappings = readMappings(options.map ?? []);
  const tally = await screen({
    files,
    reading: { ...readingOf(options), settings, mappings },
    settings: settingsOf(options),
    outlines: targets.some(({ format }) => DRAWN.includes(format)),
    jobs: options.jobs ?? 1,
    strict: options.strict === true,
    ...(only === undefined ? {} : { only: resultsOf(only) }),
    // The summary on a terminal is the last thing to be written.
    outlets: [...targets]
      .sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined))
      .map((target) => () => outletFor(target, columns, context)),
  });
  return exitCode(tally);
}

/** Options as plain data, which other threads can take. */
function settingsOf(options: ScreenOptions): ScreenSettings {
  const { plan, plans, register, layers, asOf, tolerance, cumulative } = options;
  return defined({ plan, plans, register, layers, asOf, tolerance, cumulative, ...readingOf(options) });
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
