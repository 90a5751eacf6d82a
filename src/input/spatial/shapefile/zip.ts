import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { unreadable } from "./part.ts";

/** A file in a zip. Nothing of it is ever written to disk, so its name is but a label. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacks it in memory, checked against its size and sum. Throws `Unusable`. */
  unpack(): Buffer;
}

/** As much as is unpacked from one zip, all in all, and as large as the zip itself may be. */
const MOST_BYTES = 1024 ** 3;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_COMMENT = 0xffff;

/**
 * The files of a zip by its central directory, which is the part that holds when a tool writes names,
 * sizes and sums only after the data. The platform's own inflate does the rest.
 */
export async function openZip(file: string): Promise<readonly ZipEntry[]> {
  const bytes = await readZip(file);
  const end = endOfDirectory(bytes);
  if (end === undefined)
    damaged(
      file,
      words("不是完整的 zip 压缩包（找不到目录）", "not a complete zip (its directory isn't found)"),
    );
  const count = bytes.readUInt16LE(end + 10);
  const budget = { left: MOST_BYTES };
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
      damaged(file, words(`目录第 ${index + 1} 项损坏`, `entry ${index + 1} of its directory is damaged`));
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push(entryAt(file, bytes, at, budget));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !name.endsWith("/"));
}

async function readZip(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > MOST_BYTES) tooLarge(file);
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error) unreadable(file, error);
    throw error;
  }
}

/** The directory's end is found from behind, before a comment of any length. */
function endOfDirectory(bytes: Buffer): number | undefined {
  const last = bytes.length - 22;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  return undefined;
}

function entryAt(file: string, bytes: Buffer, at: number, budget: { left: number }): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const sum = bytes.readUInt32LE(at + 16);
  const packed = bytes.readUInt32LE(at + 20);
  const size = bytes.readUInt32LE(at + 24);
  const offset = bytes.readUInt32LE(at + 42);
  const name = nameOf(bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)), flags);
  const label = `${file}/${name}`;
  return {
    name,
    unpack() {
      if ((flags & 1) !== 0) cannotUnpack(label, words("已加密", "it is encrypted"));
      if (method !== 0 && method !== 8)
        cannotUnpack(
          label,
          words(`压缩方法 ${method} 不支持`, `its compression method ${method} isn't known`),
        );
      if ([packed, size, offset].includes(0xffffffff))
        cannotUnpack(label, words("是 Zip64 格式", "it is Zip64"));
      if (size > budget.left) tooLarge(file);
      const data = packedBytes(bytes, offset, packed) ?? damaged(label);
      const unpacked = method === 0 ? data : inflate(data, size, label);
      if (unpacked.length !== size || crc32(unpacked) !== sum) damaged(label);
      budget.left -= size;
      return unpacked;
    },
  };
}

function packedBytes(bytes: Buffer, offset: number, length: number): Buffer | undefined {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) return undefined;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return start + length > bytes.length ? undefined : bytes.subarray(start, start + length);
}

/** Inflating stops at the size that the directory states, so a bomb can't go off behind a small number. */
function inflate(data: Buffer, size: number, label: string): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return damaged(label);
  }
}

/** Chinese Windows writes names in GBK and says nothing; some tools write UTF-8 and say nothing. */
function nameOf(bytes: Buffer, flags: number): string {
  const isStatedUtf8 = (flags & 0x800) !== 0;
  const name = new TextDecoder(isStatedUtf8 || isUtf8(bytes) ? "utf-8" : "gb18030").decode(bytes);
  return name.replaceAll("\\", "/");
}

function damaged(file: string, found = words("压缩数据损坏", "its packed data is damaged")): never {
  unusable({
    file,
    message: found,
    remedy: words("重新打包或重新传输", "pack it again, or transfer it again"),
  });
}

function cannotUnpack(file: string, why: Words): never {
  unusable({
    file,
    message: words(`无法解压：${why.zh}`, `can't be unpacked: ${why.en}`),
    remedy: words("先自行解压，再指定其中的 .shp", "unpack it yourself and name the .shp"),
  });
}

function tooLarge(file: string): never {
  unusable({
    file,
    message: words("解压后超过 1 GB 的上限", "it unpacks to more than 1 GB, which is the limit"),
    remedy: words("先自行解压，再指定其中的 .shp", "unpack it yourself and name the .shp"),
  });
}
