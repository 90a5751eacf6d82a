import { statSync } from "node:fs";
import { words } from "../../model/words.ts";
import { unusable } from "../problem.ts";
import { chunksOf } from "../spatial/bytes.ts";
import { unitsInLines } from "./lines.ts";
import type { Meter } from "./meter.ts";
import type { Unit } from "./unit.ts";

/**
 * The lines that a file has when its reading begins: others may be added meanwhile, which a later run reads.
 * Throws `Unusable` for a file that becomes shorter.
 */
export async function* unitsInLinesFile(file: string, meter: Meter): AsyncGenerator<Unit> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) {
    yield* unitsInLines(chunksOf(file), file);
    return;
  }
  const { size } = stat;
  const sizeNow = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  yield* unitsInLines(upTo(size, chunksOf(file), file), file, {
    reached: (bytes) => meter.reach(Math.min(1, bytes / size)),
    isTorn: () => sizeNow() > size,
  });
}

function* upTo(size: number, pieces: Iterable<Buffer>, file: string): Generator<Buffer> {
  let left = size;
  for (const piece of pieces) {
    yield piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
  if (left > 0)
    unusable({
      file,
      message: words("读取时文件变短了", "the file became shorter while it was read"),
      remedy: words("待文件写完后重新筛查", "screen it again when it is complete"),
    });
}
