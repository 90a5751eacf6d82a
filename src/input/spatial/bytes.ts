import { closeSync, openSync, readSync } from "node:fs";
import { readBytes, sizeOf, unreadable } from "../text.ts";

/** The bytes of a spatial file that is read as a whole (at most 64 MB). Throws {@link Unusable}. */
export function bytesOf(file: string): Buffer {
  return readBytes(file);
}

/** The first bytes of a file, by which its format is known. Throws {@link Unusable}. */
export function headOf(file: string, length: number): Buffer {
  if (file === "-") return bytesOf(file).subarray(0, length);
  for (const chunk of chunksOf(file, length)) return chunk;
  return Buffer.alloc(0);
}

/** The bytes of a file of any size, piece by piece. Throws {@link Unusable}. */
export function* chunksOf(file: string, size = 1 << 20): Generator<Buffer> {
  if (file === "-") {
    yield bytesOf(file);
    return;
  }
  sizeOf(file);
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    return unreadable(file, error);
  }
  try {
    for (;;) {
      // A piece of its own each time: what was cut from the last one may still be held.
      const chunk = Buffer.allocUnsafeSlow(size);
      const length = read(descriptor, chunk, file);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor: number, chunk: Buffer, file: string): number {
  try {
    return readSync(descriptor, chunk);
  } catch (error) {
    return unreadable(file, error);
  }
}
