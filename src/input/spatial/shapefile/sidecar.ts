import { isUtf8 } from "node:buffer";
import { words } from "../../../model/words.ts";
import { corrupt, type Part, startOf } from "./part.ts";

/** No .prj or .cpg is anywhere near as long. */
const MOST_BYTES = 64 * 1024;

/** The text of the .prj; undefined if there is none or it is empty. */
export async function projectionText(prj: Part | undefined): Promise<string | undefined> {
  return prj === undefined ? undefined : textOf(prj);
}

/** What the .cpg names; undefined if there is none or it is empty. */
export async function codePageText(
  cpg: Part | undefined,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  const text = cpg === undefined ? undefined : await textOf(cpg);
  return cpg === undefined || text === undefined ? undefined : { file: cpg.name, text };
}

async function textOf(part: Part): Promise<string | undefined> {
  if (part.size > MOST_BYTES)
    corrupt(
      part,
      words(`有 ${part.size} 字节，应为一小段文字`, `it has ${part.size} bytes; a short text is expected`),
      words("检查该文件，或把它移走", "check this file, or move it away"),
    );
  const bytes = await startOf(part, part.size);
  const text = new TextDecoder(isUtf8(bytes) ? "utf-8" : "gb18030").decode(bytes).replace(/\0/g, "").trim();
  return text === "" ? undefined : text;
}
