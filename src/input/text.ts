import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { words } from "../model/words.ts";
import { unusable } from "./problem.ts";

/** Larger files are not applications, plans or registers; boundaries belong in files of their own. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a whole file, or standard input for `-`, as UTF-8 text. Throws {@link Unusable}. */
export function readText(file: string): string {
  return decode(readBytes(file), file);
}

let standardInput: Buffer | undefined;

/** Standard input can be read only once: whoever had to read it gives it to those who ask for it next. */
export function holdStandardInput(bytes: Buffer): void {
  standardInput = bytes;
}

/** The bytes of a file, or of standard input for `-`: at most 64 MB. Throws {@link Unusable}. */
export function readBytes(file: string): Buffer {
  if (file === "-") {
    standardInput ??= readUpToMost(0, file, 0);
    return standardInput;
  }
  const size = sizeOf(file);
  refuseLarger(MOST_BYTES, size, file);
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    return unreadable(file, error);
  }
  try {
    const before = fstatSync(descriptor);
    const bytes = readUpToMost(descriptor, file, size);
    if (before.isFile() && isOther(before, fstatSync(descriptor))) changed(file);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

function isOther(before: Stats, now: Stats): boolean {
  return before.size !== now.size || before.mtimeMs !== now.mtimeMs;
}

/** Half of the old and half of the new would be read as one. */
function changed(file: string): never {
  unusable({
    file,
    message: words("读取时文件正被改写", "the file changed while it was read"),
    remedy: words("待文件写完后重新运行", "run again when it is complete"),
  });
}

/**
 * A pipe or standard input may have no end: it is read no further than a file may be long.
 *
 * @param size how long the file says it is; 0 where nobody knows
 */
function readUpToMost(descriptor: number, file: string, size: number): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  // One byte more than the file has, by which its end is seen.
  let piece = Buffer.allocUnsafe(size === 0 ? PIECE : size + 1);
  let filled = 0;
  for (;;) {
    if (filled === piece.length) {
      pieces.push(piece);
      piece = Buffer.allocUnsafe(PIECE);
      filled = 0;
    }
    const read = readPiece(descriptor, piece.subarray(filled), file);
    if (read === 0) {
      const last = piece.subarray(0, filled);
      return pieces.length === 0 ? last : Buffer.concat([...pieces, last], length);
    }
    filled += read;
    length += read;
    refuseLarger(MOST_BYTES, length, file);
  }
}

const PIECE = 1 << 20;

function readPiece(descriptor: number, piece: Buffer, file: string): number {
  try {
    return readSync(descriptor, piece);
  } catch (error) {
    // The end of a console's or a closed pipe's input.
    if (error instanceof Error && "code" in error && error.code === "EOF") return 0;
    return unreadable(file, error);
  }
}

/** The size of a file in bytes. Throws {@link Unusable} if there is none. */
export function sizeOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined)
    unusable({
      file,
      message: words("找不到该文件", "no such file"),
      remedy: words("检查路径和文件名", "check the path and the name"),
    });
  if (stat.isDirectory())
    unusable({
      file,
      message: words("这是目录，不是文件", "this is a directory, not a file"),
      remedy: words("指定其中的文件", "name a file in it"),
    });
  if (!stat.isFile() && !stat.isFIFO())
    unusable({
      file,
      message: words("这是设备，不是文件", "this is a device, not a file"),
      remedy: words("给出文件、管道或标准输入（-）", "give a file, a pipe or standard input (-)"),
    });
  return stat.size;
}

/** Turns what the system says of a file that it can't read into {@link Unusable}. */
export function unreadable(file: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  unusable({
    file,
    message: words(`无法读取：${reason}`, `can't be read: ${reason}`),
    remedy: words("检查文件权限", "check its permissions"),
  });
}

/** Throws {@link Unusable} if a file of so many bytes is larger than `most`, which is some whole megabytes. */
export function refuseLarger(most: number, bytes: number, file: string): void {
  if (bytes <= most) return;
  const [is, limit] = [bytes, most].map((one) => Math.round(one / MEGABYTE));
  unusable({
    code: "too-large",
    file,
    message: words(
      `文件过大（${is} MB，上限 ${limit} MB）`,
      `the file is too large (${is} MB, at most ${limit} MB)`,
    ),
    remedy: words("拆分申请，或将范围坐标另存文件", "split it, or keep boundaries in files of their own"),
  });
}

const MEGABYTE = 1024 * 1024;

/** Strict UTF-8 without a mark; every other encoding is named, none is guessed. Throws {@link Unusable}. */
export function decode(bytes: Uint8Array, file: string): string {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) wrongEncoding(file, marked);
  if (bytes.includes(0)) notText(bytes, file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return wrongEncoding(file, looksLikeGbk(bytes) ? "GBK/GB18030" : words("不是 UTF-8 编码", "not UTF-8"));
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "UTF-8 BOM";
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // A file begins with a plain letter or bracket, of which UTF-16 makes two bytes, one of them empty.
  const isWide = bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0);
  return isUtf16 || isWide ? "UTF-16" : undefined;
}

function notText(bytes: Uint8Array, file: string): never {
  const before = Buffer.from(bytes.subarray(0, bytes.indexOf(0)))
    .toString("utf8")
    .split("\n");
  unusable({
    code: "not-text",
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: words("此处有空字节（NUL），不是文本", "there is a NUL byte here: it isn't text"),
    remedy: words("检查是否为 JSON 或 YAML 文件", "check that it is a JSON or YAML file"),
  });
}

function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function wrongEncoding(file: string, found: string | ReturnType<typeof words>): never {
  const message =
    typeof found === "string" ? words(`文件编码为 ${found}`, `the file is encoded as ${found}`) : found;
  unusable({
    code: "not-utf-8",
    file,
    message,
    remedy: words("另存为不带 BOM 的 UTF-8", "save it as UTF-8 without a byte-order mark"),
  });
}
