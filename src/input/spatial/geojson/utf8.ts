import { isUtf8 } from "node:buffer";
import type { Words } from "../../../model/words.ts";
import { chunksOf } from "../bytes.ts";
import { givenEncoding, markedEncoding, READ_AS_GB18030, undecodable } from "../encoding.ts";

/** A large text file whose bytes can be read again and again as UTF-8, whatever it is encoded in. */
export interface Utf8File {
  readonly notes: readonly Words[];
  chunks(): Generator<Buffer>;
}

/** Finds out the encoding as for any text file, without holding the file. Throws {@link Unusable}. */
export function utf8File(file: string, option?: string): Utf8File {
  const [head = Buffer.alloc(0)] = chunksOf(file);
  const known = option === undefined ? markedEncoding(head) : givenEncoding(option, file);
  const isUtf8Text = isAllUtf8(file);
  if (known === "utf-8" && !isUtf8Text) return undecodable(file, known);
  const encoding = known ?? (isUtf8Text ? "utf-8" : "gb18030");
  return {
    notes: known === undefined && encoding === "gb18030" ? [READ_AS_GB18030] : [],
    chunks: () => (encoding === "utf-8" ? withoutMark(file) : recoded(file, encoding, known)),
  };
}

function isAllUtf8(file: string): boolean {
  let left: Buffer = Buffer.alloc(0);
  for (const chunk of chunksOf(file)) {
    const bytes = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    left = bytes.subarray(whole);
  }
  return left.length === 0;
}

/** How many bytes come before a character that the end cuts off. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const lead = bytes[bytes.length - back] as number;
    if (lead < 0x80) return bytes.length;
    if (lead >= 0xc0) {
      const needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function* withoutMark(file: string): Generator<Buffer> {
  let isFirst = true;
  for (const chunk of chunksOf(file)) {
    yield isFirst && markedEncoding(chunk) === "utf-8" ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

function* recoded(file: string, encoding: string, known: string | undefined): Generator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decoded = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      return undecodable(file, known);
    }
  };
  for (const chunk of chunksOf(file)) yield decoded(chunk);
  yield decoded();
}
