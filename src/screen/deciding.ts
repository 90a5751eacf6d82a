import { type Batch, Decision, type Work } from "./batch.ts";
import type { ClaimingRow } from "./claim.ts";
import type { Hearing } from "./cumulative.ts";
import { Pool } from "./pool.ts";

/** Decides candidates each by itself, in this thread or in several. */
export interface Deciding {
  /** The rows of each batch, in the order of the batches. Throws `Unusable`. */
  rows(batches: AsyncIterable<Batch>): AsyncIterable<readonly ClaimingRow[]>;
  /** By what rows are heard again in order. Throws `Unusable`. */
  hearing(): Promise<Hearing>;
  close(): Promise<void>;
}

/** Throws `Unusable` if plans, register or layers can't be used. */
export async function decidingBy({ reading, settings, outlines }: Work, jobs: number): Promise<Deciding> {
  const work: Work = { reading, settings, outlines };
  if (jobs > 1) {
    const pool = await Pool.start(jobs, work);
    return {
      rows: (batches) => pool.rows(batches),
      hearing: async () => pool.hearing,
      close: () => pool.close(),
    };
  }
  const decision = await Decision.prepare(work);
  return {
    async *rows(batches) {
      for await (const batch of batches) yield await decision.rows(batch);
    },
    hearing: async () => decision.hearing,
    close: async () => {},
  };
}
