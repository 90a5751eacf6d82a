import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Problem, Unusable } from "../input/problem.ts";
import { COMPILED, HOME } from "../plan/home.ts";
import { type Batch, Decision, isHere, type Work } from "./batch.ts";
import { type ClaimingRow, withClaimUnpacked } from "./claim.ts";
import type { Hearing } from "./cumulative.ts";

/** A thread's answer to a batch: its rows, or why nothing can be decided at all. */
export type Answer =
  | { readonly from: number; readonly rows: readonly ClaimingRow[] }
  | { readonly from: number; readonly problems: readonly Problem[] };

/** So many batches a thread has before it, so that it never waits. */
const AHEAD = 3;

/** Worker threads that decide batches side by side (并行筛查); rows come in the input's order. */
export class Pool {
  private readonly threads: readonly Worker[];
  private readonly waiting = new Map<number, Waiting>();
  /** Why a thread broke down; no batch is answered any more. */
  private failure: Error | undefined;

  /** Reads what candidates are decided by once for all threads. Throws `Unusable`. */
  static async start(jobs: number, work: Work): Promise<Pool> {
    const here = await Decision.prepare(work);
    return new Pool(jobs, { ...work, ground: here.share() }, here);
  }

  private constructor(
    jobs: number,
    work: Work,
    private readonly here: Decision,
  ) {
    this.threads = Array.from({ length: jobs }, () => startThread(work));
    for (const thread of this.threads) {
      thread.on("message", (answer: Answer) => {
        this.waiting.get(answer.from)?.resolve(received(answer));
        this.waiting.delete(answer.from);
      });
      thread.on("error", (error) => this.fail(error));
    }
  }

  /** By what rows are heard again in order. */
  get hearing(): Hearing {
    return this.here.hearing;
  }

  /** Takes no more batches from the input than the threads can hold. Throws `Unusable`. */
  async *rows(batches: AsyncIterable<Batch>): AsyncGenerator<readonly ClaimingRow[]> {
    const inFlight: Promise<Answer>[] = [];
    let next = 0;
    for await (const batch of batches) {
      const answer = this.send(batch, next++);
      // It may fail before its turn to be awaited comes.
      answer.catch(() => {});
      inFlight.push(answer);
      if (inFlight.length >= this.threads.length * AHEAD) yield rowsOf(await inFlight.shift());
    }
    while (inFlight.length > 0) yield rowsOf(await inFlight.shift());
  }

  private async decideHere(batch: Batch): Promise<Answer> {
    return { from: batch.from, rows: await this.here.rows(batch) };
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }

  private send(batch: Batch, turn: number): Promise<Answer> {
    const [first] = batch.units;
    if (first !== undefined && isHere(first)) return this.decideHere(batch);
    const answered = new Promise<Answer>((resolve, reject) => {
      if (this.failure !== undefined) reject(this.failure);
      else this.waiting.set(batch.from, { resolve, reject });
    });
    this.threads[turn % this.threads.length]?.postMessage(batch);
    return answered;
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Who waits for a batch. */
interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** The built program's thread starts from its one file, the sources' by way of the loader they run with. */
function startThread(work: Work): Worker {
  if (COMPILED !== undefined)
    return new Worker(`require(${JSON.stringify(join(HOME, "dist", "program.cjs"))}).thread()`, {
      eval: true,
      workerData: work,
    });
  return new Worker(new URL("./thread-main.ts", import.meta.url), { workerData: work });
}

/** Claims come packed. */
function received(answer: Answer): Answer {
  if ("problems" in answer) return answer;
  return { ...answer, rows: answer.rows.map(withClaimUnpacked) };
}

function rowsOf(answer: Answer | undefined): readonly ClaimingRow[] {
  if (answer === undefined) return [];
  if ("problems" in answer) throw new Unusable(answer.problems);
  return answer.rows;
}
