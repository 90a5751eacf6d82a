import { Meter } from "../input/candidates/meter.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import type { Result, Row } from "../model/screen-row.ts";
import { words } from "../model/words.ts";
import { Decision, type Work } from "./batch.ts";
import { batchesOf, type Reading } from "./batches.ts";
import { type Checkpoint, keptIn } from "./checkpoint/checkpoint.ts";
import { KnownIds } from "./known-ids.ts";
import { type Ordering, orderOf } from "./order/order.ts";
import type { Outlet } from "./outlet.ts";
import { Pool } from "./pool.ts";
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

/** What a run screens, and which of its rows are put out. */
export interface ScreenRun extends Work, Ordering {
  readonly files: readonly string[];
  /** How many threads decide. */
  readonly jobs: number;
  /** A candidate that can't be used ends the run. */
  readonly strict: boolean;
  /** Absent: all. */
  readonly only?: ReadonlySet<Result>;
  /** Each opens where rows go. */
  readonly outlets: readonly (() => Outlet)[];
  /** Opens the file that keeps what was decided; absent: nothing is kept. */
  readonly checkpoint?: () => Promise<Checkpoint>;
  /** Ends the run. */
  readonly stop?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Rows are put out so many at a time before signals are heard again. */
const BREATH = 512;

/**
 * Decides every candidate of the files, and stops early only where nobody reads the rows any more:
 * decided (or recorded by an earlier run) → noted → counted → chosen → ordered → put out.
 * Throws `Unusable`, or {@link Stopped}; nothing is then put out.
 */
export async function screen(run: ScreenRun): Promise<Tally> {
  const { only, strict, stop } = run;
  const meter = new Meter(run.files);
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
    for (const open of run.outlets) outlets.push(open());
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
        if (only === undefined || only.has(row.verdict)) await order.add(row);
      }
      run.onProgress?.(progressOf(tally, meter, checkpoint));
      await breathe();
      if (outlets.length > 0 && outlets.every(({ isClosed }) => isClosed)) break;
    }
    await order.end();
    for (const outlet of outlets) await outlet.end();
    for (const outlet of outlets) outlet.commit();
    checkpoint?.remove();
  } catch (error) {
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
  if (checkpoint !== undefined) yield* checkpoint.recorded();
  const { files, reading } = run;
  for await (const rows of decided(run, { files, reading, meter }, checkpoint?.rows ?? 0)) {
    checkpoint?.record(rows);
    yield rows;
  }
}

/** Decides all candidates but the first ones. */
async function* decided(run: ScreenRun, input: Reading, behind: number): AsyncGenerator<readonly Row[]> {
  const { reading, settings, outlines, jobs } = run;
  const work: Work = { reading, settings, outlines };
  if (jobs === 1) {
    const decision = await Decision.prepare(work);
    for await (const batch of batchesOf(input, behind)) yield await decision.rows(batch);
    return;
  }
  const pool = new Pool(jobs, work);
  try {
    yield* pool.rows(batchesOf(input, behind));
  } finally {
    await pool.close();
  }
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
