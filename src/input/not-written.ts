import { type Words, words } from "../model/words.ts";
import { unusable } from "./problem.ts";

/** Turns what the system says of a file that it can't write into `Unusable`. */
export function notWritten(file: string, error: unknown): never {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
  const reason = REASONS.get(code) ?? words(code, code);
  unusable({
    file,
    message: words(`无法写入：${reason.zh}`, `can't be written: ${reason.en}`),
    remedy:
      code === "ENOSPC" || code === "EDQUOT"
        ? words("腾出空间，或写到别处", "free some space, or write it elsewhere")
        : words("检查目录和权限", "check the folder and its permissions"),
  });
}

const REASONS: ReadonlyMap<string, Words> = new Map([
  ["ENOENT", words("没有这个目录", "there is no such folder")],
  ["ENOTDIR", words("没有这个目录", "there is no such folder")],
  ["EACCES", words("没有权限", "not permitted")],
  ["EPERM", words("没有权限", "not permitted")],
  ["EROFS", words("磁盘只读", "the disk is read-only")],
  ["ENOSPC", words("磁盘已满", "the disk is full")],
  ["EDQUOT", words("超出磁盘配额", "the disk quota is used up")],
  ["EIO", words("磁盘读写出错", "the disk failed")],
]);
