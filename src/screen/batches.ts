import type { ReadingOptions } from "../input/application.ts";
import type { Meter } from "../input/candidates/meter.ts";
import type { Unit } from "../input/candidates/unit.ts";
import { unitsIn } from "../input/candidates/units.ts";
import { type Batch, isHere } from "./batch.ts";

/** So many candidates go to a thread at a time. */
const BATCH = 32;

/** What is read, and how far it has been. */
export interface Reading {
  readonly files: readonly string[];
  readonly reading: ReadingOptions;
  readonly meter: Meter;
}

/**
 * The candidates of all files in batches; those of a document, which stay in this thread, by themselves.
 *
 * @param behind the number of the last candidate that is left out, since it was decided by an earlier run
 */
export async function* batchesOf({ files, reading, meter }: Reading, behind: number): AsyncGenerator<Batch> {
  let from = behind + 1;
  let number = 0;
  let units: Unit[] = [];
  for (const file of files)
    for await (const unit of unitsIn(file, reading, meter)) {
      number += 1;
      if (number <= behind) continue;
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
