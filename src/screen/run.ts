import type { Unit } from "../input/candidates/unit.ts";
import { unitsIn } from "../input/candidates/units.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import { type Result, type Row, resultOf } from "../model/screen-row.ts";
import { words } from "../model/words.ts";
import { type Batch, Decision, isHere, type Work } from "./batch.ts";
import type { ClaimingRow } from "./claim.ts";
import { type Hearing, InOrder } from "./cumulative.ts";
import type { Outlet } from "./outlet.ts";
import { Pool } from "./pool.ts";
import { hearingBy, type ScreenSettings } from "./screener.ts";
import { Tally } from "./tally.ts";

/** What a run screens, and which of its rows are put out. */
export interface ScreenRun extends Work {
  readonly files: readonly string[];
  /** How many threads decide. */
  readonly jobs: number;
  /** A candidate that can't be used ends the run. */
  readonly strict: boolean;
  /** Absent: all. */
  readonly only?: ReadonlySet<Result>;
  /** Each opens where rows go. */
  readonly outlets: readonly (() => Outlet | Promise<Outlet>)[];
}

/**
 * Decides every candidate of the files, in their order, and stops early only where nobody reads the rows any
 * more. Throws `Unusable`; nothing is then put out.
 */
export async function screen(run: ScreenRun): Promise<Tally> {
  const { only, strict } = run;
  const tally = new Tally();
  const outlets: Outlet[] = [];
  try {
    // What can't be written is told before anything is decided.
    for (const open of run.outlets) outlets.push(await open());
    for await (const row of rowsOf(run)) {
      if (strict && row.verdict === "unusable") throw new Unusable(asProblems(row));
      tally.add(row);
      if (only === undefined || only.has(resultOf(row))) for (const outlet of outlets) await outlet.add(row);
      if (outlets.length > 0 && outlets.every(({ isClosed }) => isClosed)) break;
    }
    for (const outlet of outlets) await outlet.end(tally);
    for (const outlet of outlets) outlet.commit();
  } catch (error) {
    for (const outlet of outlets) outlet.abandon();
    throw error;
  }
  return tally;
}

/** Rows in the input's order, whoever decides them. */
async function* rowsOf(run: ScreenRun): AsyncGenerator<Row> {
  const { reading, settings, outlines, jobs } = run;
  const work: Work = { reading, settings, outlines };
  if (jobs === 1) {
    const decision = await Decision.prepare(work);
    yield* heard(decided(run, decision), settings, () => decision.hearing);
    return;
  }
  const pool = new Pool(jobs, work);
  try {
    yield* heard(pool.rows(batchesOf(run)), settings, () => hearingBy(settings));
  } finally {
    await pool.close();
  }
}

async function* decided(run: ScreenRun, decision: Decision): AsyncGenerator<ClaimingRow> {
  for await (const batch of batchesOf(run)) yield* await decision.rows(batch);
}

/** Rows as they were decided alone or, where counts are taken in order, heard again one after the other. */
async function* heard(
  rows: AsyncIterable<ClaimingRow>,
  { cumulative }: ScreenSettings,
  hearing: () => Hearing | Promise<Hearing>,
): AsyncGenerator<Row> {
  yield* cumulative ? new InOrder(await hearing()).rows(rows) : rows;
}

/** So many candidates go to a thread at a time. */
const BATCH = 32;

/** The candidates of all files in batches; those of a document, which stay in this thread, by themselves. */
async function* batchesOf({ files, reading }: ScreenRun): AsyncGenerator<Batch> {
  let from = 1;
  let units: Unit[] = [];
  for (const file of files)
    for await (const unit of unitsIn(file, reading)) {
      const [first] = units;
      if (units.length === BATCH || (first !== undefined && isHere(first) !== isHere(unit))) {
        yield { from, units };
        from += units.length;
        units = [];
      }
      units.push(unit);
    }
  if (units.length > 0) yield { from, units };
}

function asProblems({ file, line, problems = [] }: Row): readonly Problem[] {
  const at = { file, ...(line === undefined ? {} : { line }) };
  if (problems.length === 0)
    return [{ ...at, message: words("候选区块不可用", "the candidate can't be used") }];
  return problems.map((problem) => ({ ...at, ...problem }));
}
