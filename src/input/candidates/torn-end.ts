import { closeSync, openSync, readSync, statSync } from "node:fs";
import { words } from "../../model/words.ts";
import { unusable } from "../problem.ts";

const NEW_LINE = 0x0a;

/** How a text file ends when its reading begins. */
interface End {
  readonly size: number;
  /** Its last line is whole. */
  readonly isLineEnd: boolean;
}

/** Undefined: not a file that has lines. */
export function endOf(file: string): End | undefined {
  if (!/\.(?:csv|tsv|txt)$/i.test(file)) return undefined;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size === 0) return undefined;
  const { size } = stat;
  return { size, isLineEnd: lastByte(file, size) === NEW_LINE };
}

/** Undefined where it can't be read, which whoever reads the file will tell. */
function lastByte(file: string, size: number): number | undefined {
  const byte = Buffer.alloc(1);
  try {
    const descriptor = openSync(file, "r");
    try {
      return readSync(descriptor, byte, 0, 1, size - 1) === 1 ? byte[0] : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/**
 * Half of a row may be a sound row: 300 for 3000. Throws `Unusable` where the last one had no end when the
 * reading began, and more came since.
 */
export function refuseTorn(file: string, end: End | undefined): void {
  if (end === undefined || end.isLineEnd) return;
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === end.size) return;
  unusable({
    file,
    message: words(
      "读取时文件仍在增长，末行可能未写完",
      "the file grew while it was read, and its last row may not have been complete",
    ),
    remedy: words("待文件写完后重新筛查", "screen it again when it is complete"),
  });
}
