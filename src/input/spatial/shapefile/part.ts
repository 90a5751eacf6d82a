import { createReadStream } from "node:fs";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";

/** One file of a shapefile (.shp, .shx, .dbf …), on disk or unpacked from a zip. */
export interface Part {
  /** As messages name it: its path, or the path of the zip and the name in it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes from an offset on, in pieces. Throws `Unusable` where it can't be read. */
  from(offset: number): AsyncIterable<Buffer>;
}

const PIECE = 512 * 1024;

export function partOnDisk(path: string, size: number): Part {
  return {
    name: path,
    size,
    async *from(offset) {
      try {
        yield* createReadStream(path, { start: offset, highWaterMark: PIECE }) as AsyncIterable<Buffer>;
      } catch (error) {
        unreadable(path, error);
      }
    },
  };
}

export function partInMemory(name: string, bytes: Buffer): Part {
  return {
    name,
    size: bytes.length,
    async *from(offset) {
      yield bytes.subarray(offset);
    },
  };
}

/** The first `length` bytes of a part, or all if it is shorter. */
export async function startOf(part: Part, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let have = 0;
  for await (const piece of part.from(0)) {
    pieces.push(piece);
    have += piece.length;
    if (have >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

const EXPORT_AGAIN = words(
  "请用原软件重新导出整套 shapefile，或向提供单位重新索取",
  "export the whole shapefile again from the program it came from, or ask for it anew",
);

/** A part that isn't as the format has it. Nothing is repaired by guess. */
export function corrupt(part: Part, message: Words, remedy: Words = EXPORT_AGAIN): never {
  unusable({ file: part.name, message, remedy });
}

/** A part that was sound when it was opened and isn't any longer. */
export function changed(part: Part): never {
  corrupt(
    part,
    words("文件在读取过程中被改动", "the file was changed while it was being read"),
    words("等其他程序写完后再运行", "run again when no other program is writing it"),
  );
}

/** Turns an error of the file system into one with its remedy. */
export function unreadable(file: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const [message, remedy] = REASONS[code] ?? [
    words(`无法读取（${code}）`, `can't be read (${code})`),
    words("检查文件和磁盘", "check the file and the disk"),
  ];
  unusable({ file, message, remedy });
}

const NO_PERMISSION = [
  words("没有读取权限", "no permission to read it"),
  words("检查文件和目录的权限", "check the permissions of the file and its folder"),
] as const;

const REASONS: Readonly<Record<string, readonly [message: Words, remedy: Words]>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ENOENT: [words("找不到该文件", "no such file"), words("检查路径和文件名", "check the path and the name")],
  ENOTDIR: [
    words("找不到该文件：路径中有一段不是目录", "no such file: a part of the path is no folder"),
    words("检查路径和文件名", "check the path and the name"),
  ],
  EISDIR: [
    words("这是目录，不是文件", "this is a directory, not a file"),
    words("移走该目录，或指定其中的文件", "move it away, or name a file in it"),
  ],
};
