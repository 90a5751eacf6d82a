import type { ReadingOptions } from "../input/application.ts";
import type { Candidate } from "../input/candidates/candidate.ts";
import { candidatesIn } from "../input/candidates/candidates.ts";
import { Unusable } from "../input/problem.ts";
import type { Result, Row } from "../model/screen-row.ts";
import { words } from "../model/words.ts";
import type { Outlet } from "./outlet.ts";
import { Screener, type ScreenSettings } from "./screener.ts";
import { Tally } from "./tally.ts";

/** What a run screens, and which of its rows are put out. */
export interface ScreenRun {
  readonly files: readonly string[];
  readonly reading: ReadingOptions;
  readonly settings: ScreenSettings;
  /** A candidate that can't be used ends the run. */
  readonly strict: boolean;
  /** Absent: all. */
  readonly only?: ReadonlySet<Result>;
  readonly outlets: readonly Outlet[];
}

/** Decides every candidate of the files, in their order. Throws `Unusable`; outlets are then abandoned. */
export async function screen(run: ScreenRun): Promise<Tally> {
  const { outlets, only, strict } = run;
  const tally = new Tally();
  try {
    const screener = await Screener.prepare(run.settings);
    for await (const candidate of numbered(run)) {
      const row = await screener.decide(candidate);
      if (strict && row.verdict === "unusable") throw new Unusable(asProblems(row));
      tally.add(row);
      if (only === undefined || only.has(row.verdict)) for (const outlet of outlets) await outlet.add(row);
    }
    for (const outlet of outlets) await outlet.close();
  } catch (error) {
    for (const outlet of outlets) outlet.abandon();
    throw error;
  }
  return tally;
}

async function* numbered({ files, reading }: ScreenRun): AsyncGenerator<Candidate> {
  let number = 0;
  for (const file of files)
    for await (const one of candidatesIn(file, reading)) yield { ...one, number: ++number };
}

function asProblems({ file, line, problems = [] }: Row) {
  const at = { file, ...(line === undefined ? {} : { line }) };
  if (problems.length === 0)
    return [{ ...at, message: words("候选区块不可用", "the candidate can't be used") }];
  return problems.map((problem) => ({ ...at, ...problem }));
}
