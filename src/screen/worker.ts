import { createHash } from "node:crypto";
import { unitsInLines } from "../input/candidates/lines.ts";
import type { Unit } from "../input/candidates/unit.ts";
import { workerLine } from "../report/screen/worker-line.ts";
import { Decision, type Work } from "./batch.ts";
import type { Sink } from "./outlet.ts";

/** What the lines of a worker are read from, to whoever asks. */
const STANDARD_INPUT = "-";

/**
 * Decides candidates line by line as they come (工作进程), and writes the row of each before it reads on, so
 * that whoever waits for an answer gets it. Ends with the lines, or once nobody reads the rows any more.
 * Throws `Unusable` if plans, register or layers can't be used, or the lines not be read.
 */
export async function answerLines(work: Work, bytes: AsyncIterable<Buffer>, answers: Sink): Promise<void> {
  const decision = await Decision.prepare(work);
  for await (const unit of unitsInLines(bytes, STANDARD_INPUT)) {
    for (const row of await decision.rows({ from: 1, units: [named(unit)] }))
      await answers.write(workerLine(row));
    if (answers.isClosed === true) return;
  }
}

/**
 * A candidate without an id can't be called by its line: which lines went to this worker is chance. It is
 * called by what stands in its line.
 */
function named(unit: Unit): Unit {
  if (unit.kind === "unread") return { ...unit, called: "-" };
  if (unit.kind !== "line") return unit;
  const digest = createHash("sha256").update(unit.bytes).digest("hex").slice(0, 16);
  return { ...unit, called: `sha256:${digest}` };
}
