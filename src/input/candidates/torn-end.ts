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
  if (stat?.isFile() !== true) return undefined;
  const { size } = stat;
  const last = Buffer.alloc(1);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, last, 0, 1, Math.max(0, size - 1));
  } finally {
    closeSync(descriptor);
  }
  return { size, isLineEnd: last[0] === NEW_LINE };
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
