import { Meter } from "../input/candidates/meter.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import { type Result, type Row, resultOf } from "../model/screen-row.ts";
import { words } from "../model/words.ts";
import type { Work } from "./batch.ts";
import { batchesOf } from "./batches.ts";
import { type Checkpoint, keptIn } from "./checkpoint/checkpoint.ts";
import type { ClaimingRow } from "./claim.ts";
import { InOrder } from "./cumulative.ts";
import { type Deciding, decidingBy } from "./deciding.ts";
import { KnownIds } from "./known-ids.ts";
import { type Ordering, orderOf } from "./order/order.ts";
import type { Outlet } from "./outlet.ts";
import { breathe, Stopped, untilStopped } from "./stop.ts";
import { Tally } from "./tally.ts";

/** How far a run has come. */
export interface Progress {
  readonly decided: number;
  /** So many of them had been decided by an earlier run. */
  readonly recorded: number;
  /** How much of the input was read, from 0 to 1; absent where an input has no size. */
  readonly share?: number;
}

/** Shows how far a run has come. */
export interface Watcher {
  show(progress: Progress): void;
  /** All is decided. */
  clear(): void;
}

/** What a run screens, and which of its rows are put out. */
export interface ScreenRun extends Work, Ordering {
  readonly files: readonly string[];
  /** How a database is reached whose tables `files` name. */
  readonly database?: string;
  /** How many threads decide. */
  readonly jobs: number;
  /** A candidate that can't be used ends the run. */
  readonly strict: boolean;
  /** Absent: all. */
  readonly only?: ReadonlySet<Result>;
  /** Each opens where rows go. */
  readonly outlets: readonly (() => Outlet | Promise<Outlet>)[];
  /** Opens the file that keeps what was decided; absent: nothing is kept. */
  readonly checkpoint?: () => Promise<Checkpoint>;
  /** Ends the run. */
  readonly stop?: AbortSignal;
  readonly watcher?: Watcher | undefined;
}

/** Rows are put out so many at a time before signals are heard again. */
const BREATH = 512;

/**
 * Decides every candidate of the files, and stops early only where nobody reads the rows any more:
 * decided (or recorded by an earlier run) → heard in order → noted → counted → chosen → ordered → put out.
 * Throws `Unusable`, or {@link Stopped}; nothing is then put out.
 */
export async function screen(run: ScreenRun): Promise<Tally> {
  const { only, strict, stop, watcher } = run;
  const meter = new Meter(run.database === undefined ? run.files : []);
  const tally = new Tally();
  const ids = new KnownIds();
  const outlets: Outlet[] = [];
  const stopped = () => new Stopped(tally.total, meter.share);
  let put = 0;
  const order = orderOf(run, async (row) => {
    for (const outlet of outlets) await outlet.add(row);
    put += 1;
    if (put % BREATH !== 0) return;
    await breathe();
    if (stop?.aborted) throw stopped();
  });
  let checkpoint: Checkpoint | undefined;
  try {
    // What can't be written is told before anything is decided.
    for (const open of run.outlets) outlets.push(await open());
    checkpoint = await run.checkpoint?.();
    for await (const rows of untilStopped(rowsOf(run, meter, checkpoint), stop, stopped)) {
      for (const decided of rows) {
        const row = ids.noted(decided);
        if (strict && row.verdict === "unusable") {
          // The input must be mended, and then nothing of this fits it.
          checkpoint?.remove();
          checkpoint = undefined;
          throw new Unusable(asProblems(row));
        }
        tally.add(row);
        if (only === undefined || only.has(resultOf(row))) await order.add(row);
      }
      watcher?.show(progressOf(tally, meter, checkpoint));
      await breathe();
      if (outlets.length > 0 && outlets.every(({ isClosed }) => isClosed)) break;
    }
    watcher?.clear();
    await order.end();
    for (const outlet of outlets) await outlet.end(tally);
    for (const outlet of outlets) outlet.commit();
    checkpoint?.remove();
  } catch (error) {
    watcher?.clear();
    for (const outlet of outlets) outlet.abandon();
    if (checkpoint?.keep() !== true || !(error instanceof Unusable)) throw error;
    throw new Unusable([...error.problems, keptIn(checkpoint)]);
  } finally {
    order.close();
  }
  return tally;
}

/** Rows in the input's order, whoever decides them and when, a few at a time. */
async function* rowsOf(
  run: ScreenRun,
  meter: Meter,
  checkpoint: Checkpoint | undefined,
): AsyncGenerator<readonly Row[]> {
  if (run.database !== undefined) {
    yield* rowsInDatabase(run, run.database);
    return;
  }
  const deciding = await decidingBy(run, run.jobs);
  try {
    yield* heard(alone(run, { meter, deciding, checkpoint }), run, deciding);
  } finally {
    await deciding.close();
  }
}

async function* rowsInDatabase(run: ScreenRun, dsn: string): AsyncGenerator<readonly Row[]> {
  const { decidingInDatabase } = await import("./database/database-rows.ts");
  const deciding = await decidingInDatabase(dsn, run.files, run);
  try {
    yield* heard(deciding.rows(), run, deciding);
  } finally {
    await deciding.close();
  }
}

/** What is needed to decide candidates each by itself. */
interface Alone {
  readonly meter: Meter;
  readonly deciding: Deciding;
  readonly checkpoint: Checkpoint | undefined;
}

/** The rows that an earlier run recorded, and then the others, which are recorded as they are decided. */
async function* alone(
  { files, reading }: ScreenRun,
  { meter, deciding, checkpoint }: Alone,
): AsyncGenerator<readonly ClaimingRow[]> {
  if (checkpoint !== undefined) yield* checkpoint.recorded();
  const batches = batchesOf({ files, reading, meter }, checkpoint?.rows ?? 0);
  for await (const rows of deciding.rows(batches)) {
    checkpoint?.record(rows);
    yield rows;
  }
}

/** Rows as they were decided alone or, where counts are taken in order, heard again one after the other. */
async function* heard(
  rows: AsyncIterable<readonly ClaimingRow[]>,
  { settings }: Work,
  deciding: Pick<Deciding, "hearing">,
): AsyncGenerator<readonly Row[]> {
  if (settings.cumulative !== true) yield* rows;
  else for await (const row of new InOrder(await deciding.hearing()).rows(each(rows))) yield [row];
}

async function* each<Item>(batches: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const batch of batches) yield* batch;
}

function progressOf({ total }: Tally, { share }: Meter, checkpoint: Checkpoint | undefined): Progress {
  return {
    decided: total,
    recorded: checkpoint?.recordedBefore ?? 0,
    ...(share === undefined ? {} : { share }),
  };
}

function asProblems({ file, line, problems = [] }: Row): readonly Problem[] {
  const at = { file, ...(line === undefined ? {} : { line }) };
  if (problems.length === 0)
    return [{ ...at, message: words("候选区块不可用", "the candidate can't be used") }];
  return problems.map((problem) => ({ ...at, ...problem }));
}
