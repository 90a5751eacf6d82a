import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { unusable } from "../../input/problem.ts";
import { nearest } from "../../model/nearest.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { HOME } from "../../plan/home.ts";
import { planFilesIn } from "../../plan/load/folder.ts";
import { PlanLibrary } from "../../plan/load/library.ts";

/** A plan file that a command is to look at. */
export interface PlanFile {
  /** As reports name it. */
  readonly name: string;
  /** Where it is read from; `-` is standard input. */
  readonly path: string;
}

/**
 * The plan files that arguments name: files, folders of them, ids or county codes of bundled plans; all bundled
 * plans if there are none. Each once. Throws `Unusable` where an argument names none.
 */
export async function planFilesOf(
  args: readonly string[],
  standards: Standards,
): Promise<readonly PlanFile[]> {
  const bundled = (await new PlanLibrary(standards).names()).map(({ id, code, file }) => ({
    id,
    code,
    name: file,
    path: join(HOME, file),
  }));
  if (args.length === 0) return bundled;
  const files = args.flatMap((arg): readonly PlanFile[] => {
    if (arg === "-") return [{ name: arg, path: arg }];
    const stat = statSync(arg, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return inFolder(arg);
    const plan = bundled.find(({ id, code }) => id === arg || code === arg);
    if (stat === undefined && plan !== undefined) return [plan];
    return stat === undefined && isId(arg) ? noSuch(arg, bundled) : [{ name: arg, path: arg }];
  });
  return [...new Map(files.map((file) => [file.path === "-" ? "-" : resolve(file.path), file])).values()];
}

function inFolder(folder: string): readonly PlanFile[] {
  const files = planFilesIn(folder);
  if (files.length === 0)
    unusable({
      file: folder,
      message: words("目录中没有规划文件（.yaml）", "the folder holds no plan files (.yaml)"),
      remedy: words("指定规划所在的目录", "name the folder that the plans are in"),
    });
  return files.map((path) => ({ name: path, path }));
}

/** Neither the path of a file nor a name with an ending. */
function isId(arg: string): boolean {
  return !/[\\/.]/.test(arg);
}

function noSuch(arg: string, bundled: readonly { readonly id: string; readonly code: string }[]): never {
  const near = nearest(
    arg,
    bundled.flatMap(({ id, code }) => [id, code]),
    2,
  );
  const list = bundled.map(({ id, code }) => `${id} (${code})`).join(", ");
  unusable({
    file: arg,
    message: words("没有这个文件或规划", "there is no such file or plan"),
    remedy:
      near[0] === undefined
        ? words(`自带规划：${list}`, `the bundled plans are ${list}`)
        : words(`是否为 ${near[0]}？`, `did you mean ${near[0]}?`),
  });
}
