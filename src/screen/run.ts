import type { Unit } from "../input/candidates/unit.ts";
import { unitsIn } from "../input/candidates/units.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import type { Result, Row } from "../model/screen-row.ts";
import { words } from "../model/words.ts";
import { type Batch, Decision, isHere, type Work } from "./batch.ts";
import type { Outlet } from "./outlet.ts";
import { Pool } from "./pool.ts";
import { Tally } from "./tally.ts";

/** What a run screens, and which of its rows are put out. */
export interface ScreenRun extends Work {
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
  readonly outlets: readonly (() => Outlet)[];
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
    for (const open of run.outlets) outlets.push(open());
    for await (const row of rowsOf(run)) {
      if (strict && row.verdict === "unusable") throw new Unusable(asProblems(row));
      tally.add(row);
      if (only === undefined || only.has(row.verdict)) for (const outlet of outlets) await outlet.add(row);
      if (outlets.length > 0 && outlets.every(({ isClosed }) => isClosed)) break;
    }
    for (const outlet of outlets) await outlet.end();
    for (const outlet of outlets) outlet.commit();
  } catch (error) {
    for (const outlet of outlets) outlet.abandon();
    throw error;
  }
  return tally;
}

/** Rows in the input's order, whoever decides them. */
async function* rowsOf(run: ScreenRun): AsyncGenerator<Row> {
  const { reading, settings, outlines, jobs, database, files } = run;
  const work: Work = { reading, settings, outlines };
  if (database !== undefined) {
    const { databaseRows } = await import("./database/database-rows.ts");
    yield* databaseRows(database, files, work);
    return;
  }
  if (jobs === 1) {
    const decision = await Decision.prepare(work);
    for await (const batch of batchesOf(run)) yield* await decision.rows(batch);
    return;
  }
  const pool = new Pool(jobs, work);
  try {
    yield* pool.rows(batchesOf(run));
  } finally {
    await pool.close();
  }
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
