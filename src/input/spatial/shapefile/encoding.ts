import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { encodingNamed } from "../encoding.ts";

/** Encodings that attribute tables come in, as the platform names them. */
const ENCODINGS = ["gb18030", "utf-8", "big5", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const USUAL = "gbk、gb18030、utf-8、big5、windows-1252";

/** What a name of an encoding means; undefined if no table is in it. */
function tableEncoding(name: string): Encoding | undefined {
  const found = encodingNamed(name);
  return ENCODINGS.find((one) => one === found);
}

/**
 * Byte 29 of a .dbf, where it says Chinese. The others are what programs write without a thought (0x57,
 * 0x03 …) whatever the text is, so they say nothing.
 */
const LANGUAGES: Readonly<Record<number, Encoding>> = {
  77: "gb18030",
  122: "gb18030",
  79: "big5",
  120: "big5",
};

/** An encoding that somebody states, and who. */
export interface StatedEncoding {
  readonly encoding: Encoding;
  readonly by: Words;
  readonly isOption: boolean;
}

/** Who states the encoding: the user before the .cpg before the table. Throws for a name nobody knows. */
export function statedEncoding(
  option: string | undefined,
  cpg: { readonly file: string; readonly text: string } | undefined,
  language: number,
): StatedEncoding | undefined {
  if (option !== undefined)
    return {
      encoding: tableEncoding(option) ?? unknownEncoding("--encoding", option),
      by: words("按指定", "as specified"),
      isOption: true,
    };
  if (cpg !== undefined)
    return {
      encoding: tableEncoding(cpg.text) ?? unknownEncoding(cpg.file, cpg.text),
      by: words("依 .cpg", "by the .cpg"),
      isOption: false,
    };
  const encoding = LANGUAGES[language];
  const byte = language.toString(16).padStart(2, "0");
  return encoding === undefined
    ? undefined
    : {
        encoding,
        by: words(`依 .dbf 第 29 字节 ${byte}`, `by byte 29 of the .dbf, ${byte}`),
        isOption: false,
      };
}

function unknownEncoding(file: string, name: string): never {
  unusable({
    file,
    message: words(`不认识的编码“${name}”`, `“${name}” is no known encoding`),
    remedy: words(`用 --encoding 指定：${USUAL}`, `name one by --encoding: ${USUAL.replaceAll("、", ", ")}`),
  });
}

/**
 * Whether bytes are sound text. Of a value that fills its field the last character may be cut: programs
 * cut by bytes.
 */
export function isText(bytes: Uint8Array, encoding: Encoding, mayBeCut: boolean): boolean {
  if (encoding === "windows-1252") return true;
  if (encoding === "utf-8" && isUtf8(bytes)) return true;
  if (encoding === "utf-8" && !mayBeCut) return false;
  try {
    // As a part of a stream, an unfinished character at the end is no fault.
    decoderOf(encoding, mayBeCut).decode(bytes, { stream: mayBeCut });
    return true;
  } catch {
    return false;
  }
}

/** A decoder that may hold an unfinished character can't be used again. */
function decoderOf(encoding: Encoding, isSpent: boolean): TextDecoder {
  const kept = isSpent ? undefined : decoders.get(encoding);
  if (kept !== undefined) return kept;
  const made = new TextDecoder(encoding, { fatal: true });
  if (!isSpent) decoders.set(encoding, made);
  return made;
}

const decoders = new Map<Encoding, TextDecoder>();

/** Decoded text, with what a cut character leaves taken off. */
export function tidied(text: string): string {
  const end = text.indexOf("\0");
  return (end < 0 ? text : text.slice(0, end)).replace(/\ufffd$/, "").trim();
}
