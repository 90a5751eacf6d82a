import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { unusable } from "../../input/problem.ts";
import { didYouMean, nearest } from "../../model/nearest.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { HOME } from "../../plan/home.ts";
import { PlanLibrary } from "../../plan/load/library.ts";
import { yamlFilesIn } from "./paths.ts";

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
    if (stat?.isDirectory()) return yamlFilesIn([arg]).map((path) => ({ name: path, path }));
    const plan = bundled.find(({ id, code }) => id === arg || code === arg);
    if (stat === undefined && plan !== undefined) return [plan];
    return stat === undefined && isId(arg) ? noSuch(arg, bundled) : [{ name: arg, path: arg }];
  });
  return [...new Map(files.map((file) => [file.path === "-" ? "-" : resolve(file.path), file])).values()];
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
    remedy: didYouMean(near) ?? words(`自带规划：${list}`, `the bundled plans are ${list}`),
  });
}
