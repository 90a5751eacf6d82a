import { createHash } from "node:crypto";
import { unusable } from "../../input/problem.ts";
import { readBytes } from "../../input/text.ts";
import { words } from "../../model/words.ts";
import { plain } from "./plain.ts";

/** A line of a plan's published text. */
export interface TextLine {
  /** From 1, as editors count. */
  readonly number: number;
  /** As printed. */
  readonly raw: string;
  /** As compared. */
  readonly plain: string;
}

/** A plan's published text (TXT). */
export interface PlanText {
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly lines: readonly TextLine[];
  /** The whole as compared. */
  readonly plain: string;
}

/** Reads a plan's text, UTF-8 or GB18030 (GBK). Throws {@link Unusable} for what isn't text, or is empty. */
export function readPlanText(file: string): PlanText {
  const bytes = readBytes(file);
  const text = parsePlanText(decode(bytes, file), file, createHash("sha256").update(bytes).digest("hex"));
  if (text.plain === "")
    unusable({
      file,
      message: words("规划文本是空的", "the plan's text is empty"),
      remedy: words("指定规划全文的 TXT 文件", "name a TXT file with the whole text of the plan"),
    });
  return text;
}

export function parsePlanText(text: string, file: string, sha256: string): PlanText {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((raw, index): TextLine => ({ number: index + 1, raw, plain: plain(raw) }));
  return { file, sha256, lines, plain: lines.map((line) => line.plain).join("") };
}

function decode(bytes: Buffer, file: string): string {
  if (!bytes.includes(0))
    for (const encoding of ["utf-8", "gb18030"]) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {
        // The next encoding is tried.
      }
    }
  return unusable({
    file,
    message: words("不是 UTF-8 或 GBK 文本", "neither UTF-8 nor GBK text"),
    remedy: words("将规划文本另存为 UTF-8 的 TXT", "save the plan's text as TXT in UTF-8"),
  });
}
