import type { Part } from "./part.ts";

/** One stretch of a part that belongs together: a record, a row. */
export interface Item {
  /** Where it begins in the file. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Where an item begins in the file, and how many were before it. */
export interface ItemPlace {
  readonly offset: number;
  readonly index: number;
}

/**
 * Cuts a part into items one after the other, from an offset to its end, and hands them over in batches
 * of what is in memory at a time. `lengthOf` tells the length of the item at `at` by its first `head` bytes;
 * it must have checked that the item ends within the file. Bytes too few for an item at the end are left.
 */
export async function* itemsOf(
  part: Part,
  start: number,
  head: number,
  lengthOf: (bytes: Buffer, at: number, place: ItemPlace) => number,
): AsyncGenerator<readonly Item[]> {
  let offset = start;
  let index = 0;
  let pending: Buffer[] = [];
  let have = 0;
  let wanted = head;
  for await (const piece of part.from(start)) {
    pending.push(piece);
    have += piece.length;
    // Pieces are joined only when an item is complete: a large one would be copied over and over.
    if (have < wanted) continue;
    const bytes = pending.length === 1 ? piece : Buffer.concat(pending);
    const items: Item[] = [];
    let at = 0;
    wanted = head;
    while (bytes.length - at >= head) {
      const length = lengthOf(bytes, at, { offset, index });
      if (bytes.length - at < length) {
        wanted = length;
        break;
      }
      items.push({ offset, bytes: bytes.subarray(at, at + length) });
      index += 1;
      at += length;
      offset += length;
    }
    pending = [bytes.subarray(at)];
    have = bytes.length - at;
    yield items;
  }
}
