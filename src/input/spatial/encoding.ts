import { isUtf8 } from "node:buffer";
import { type Words, words } from "../../model/words.ts";
import { unusable } from "../problem.ts";

/** A text and what had to be concluded to read it. */
export interface DecodedText {
  /** Without a byte-order mark. */
  readonly text: string;
  readonly notes: readonly Words[];
}

const ALIASES: Readonly<Record<string, string>> = {
  "936": "gb18030",
  gbk: "gb18030",
  gb2312: "gb18030",
  gb18030: "gb18030",
  euccn: "gb18030",
  "65001": "utf-8",
  utf8: "utf-8",
  "950": "big5",
  big5hkscs: "big5",
  "1252": "windows-1252",
  "88591": "windows-1252",
  "1200": "utf-16le",
  utf16: "utf-16le",
};

/**
 * The name under which the platform knows an encoding, for any of the names it goes by in files and
 * options: GBK, CP936, `ANSI 936` and 936 are gb18030; 65001 is utf-8. Undefined: nobody knows it.
 */
export function encodingNamed(name: string): string | undefined {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, "");
  const alias = ALIASES[bare.replace(/^(?:ansi|oem|cp|ms|windows|x)(?=\d)/, "")];
  if (alias !== undefined) return alias;
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** The encoding that the user names, checked. Throws {@link Unusable} for one that nobody knows. */
export function givenEncoding(name: string, file: string): string {
  return (
    encodingNamed(name) ??
    unusable({
      file,
      message: words(`不认识编码“${name}”`, `the encoding "${name}" isn't known`),
      remedy: words("例如 utf-8、gbk、gb18030、big5", "give one like utf-8, gbk, gb18030, big5"),
    })
  );
}

/** The encoding that a byte-order mark at the beginning tells. */
export function markedEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Said where a file is read as GB18030 because it isn't UTF-8 and says nothing. */
export const READ_AS_GB18030 = words(
  "文件不是 UTF-8，也未说明编码，按 GB18030（GBK）读取",
  "the file isn't UTF-8 and doesn't say what it is; it was read as GB18030 (GBK)",
);

/**
 * Decodes a text file: as the user says, else by its byte-order mark, else as strict UTF-8, else as
 * GB18030, which is noted. Throws {@link Unusable} for what is no text in that encoding.
 */
export function decodeText(bytes: Buffer, file: string, option?: string): DecodedText {
  const known = option === undefined ? markedEncoding(bytes) : givenEncoding(option, file);
  if (known === undefined || !known.startsWith("utf-16")) refuseNul(bytes, file);
  const encoding = known ?? (isUtf8(bytes) ? "utf-8" : "gb18030");
  const text = decodeAs(bytes, encoding);
  if (text === undefined) return undecodable(file, known);
  const notes = known === undefined && encoding === "gb18030" ? [READ_AS_GB18030] : [];
  return { text, notes };
}

function decodeAs(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Refuses bytes that are text in no encoding, or not in the one that the file or the user says. */
export function undecodable(file: string, encoding: string | undefined): never {
  unusable({
    file,
    message:
      encoding === undefined
        ? words("既不是 UTF-8 也不是 GB18030 文本", "this is text in neither UTF-8 nor GB18030")
        : words(`内容不是有效的 ${encoding}`, `its content isn't valid ${encoding}`),
    remedy: words(
      "用 --encoding 说明编码，或另存为 UTF-8",
      "give its encoding by --encoding, or save it as UTF-8",
    ),
  });
}

function refuseNul(bytes: Buffer, file: string): void {
  const at = bytes.indexOf(0);
  if (at >= 0)
    unusable({
      file,
      message: words(
        `第 ${at + 1} 个字节为空字节（NUL），不是文本`,
        `byte ${at + 1} is NUL: this isn't text`,
      ),
      remedy: words(
        "检查文件类型；UTF-16 文本请另存为 UTF-8",
        "check what kind of file it is; save UTF-16 text as UTF-8",
      ),
    });
}
