import { parentPort, workerData } from "node:worker_threads";
import { Unusable } from "../input/problem.ts";
import { type Batch, Decision, type Work } from "./batch.ts";
import { withClaimPacked } from "./claim.ts";
import type { Answer } from "./pool.ts";

/** What a worker thread does: decides the batches it is sent, and answers each with its rows. */
export function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error("this isn't a worker thread");
  const decision = Decision.prepare(workerData as Work);
  port.on("message", async (batch: Batch) => {
    port.postMessage(await answerTo(batch, decision));
  });
}

/** Errors lose their class on the way between threads, so that what is unusable goes as data. */
async function answerTo(batch: Batch, decision: Promise<Decision>): Promise<Answer> {
  try {
    const rows = await (await decision).rows(batch);
    return { from: batch.from, rows: rows.map(withClaimPacked) };
  } catch (error) {
    if (error instanceof Unusable) return { from: batch.from, problems: error.problems };
    throw error;
  }
}
