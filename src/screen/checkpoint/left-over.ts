import { createReadStream, statSync } from "node:fs";
import { LineSplitter } from "../../input/line-splitter.ts";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import type { Asked } from "./asked.ts";

export const SCHEMA = "mineright/screen-part@1";

/** The first line of the file. */
export interface Head {
  readonly schema: typeof SCHEMA;
  readonly asked: Asked;
}

/** How every such file begins. */
const BEGINNING = `{"schema":"${SCHEMA}"`;

/** What a run that didn't come to its end left behind. */
export interface LeftOver {
  readonly asked: Asked;
  readonly rows: number;
  /** How many bytes its first line takes. */
  readonly begin: number;
}

/** Undefined: nothing is there, or nothing that was begun. Throws `Unusable` for a file that isn't one of ours. */
export async function inspect(file: string): Promise<LeftOver | undefined> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile()) return foreign(file);
  let found: LeftOver | undefined;
  for await (const line of wholeLines(file, 0)) {
    if (found === undefined) found = { asked: headIn(line, file).asked, rows: 0, begin: line.length + 1 };
    else found = { ...found, rows: found.rows + 1 };
  }
  if (found === undefined && !(await isBegun(file))) return foreign(file);
  return found;
}

/** Whole lines only: what a killed run began to write of another has no end. */
export async function* wholeLines(file: string, start: number): AsyncGenerator<Buffer> {
  const lines = new LineSplitter();
  for await (const piece of createReadStream(file, { start, highWaterMark: 1 << 18 }))
    yield* lines.push(piece as Buffer);
}

function headIn(line: Buffer, file: string): Head {
  const text = line.toString("utf8");
  if (!text.startsWith(BEGINNING)) return foreign(file);
  try {
    return JSON.parse(text) as Head;
  } catch {
    return foreign(file);
  }
}

/** Whether a file without a whole line can be one that was being begun. */
async function isBegun(file: string): Promise<boolean> {
  for await (const piece of createReadStream(file, { end: BEGINNING.length - 1 }))
    return BEGINNING.startsWith((piece as Buffer).toString("utf8"));
  return true;
}

/** Nobody's work is replaced without being asked. */
export function leftOver(file: string, rows: number): never {
  unusable({
    file,
    message: words(
      `上次筛查未完成，已判定的 ${rows} 个候选区块保存在此`,
      `an earlier run didn't come to its end; the ${rows} candidates that it decided are kept here`,
    ),
    remedy: words(
      "加 --resume 接着筛查，或删除该文件重新开始",
      "go on from there with --resume, or delete the file to begin anew",
    ),
  });
}

/** @param differ options and files that aren't what they were */
export function otherRun(file: string, differ: readonly string[]): never {
  unusable({
    file,
    message: words(
      `与上次筛查相比有变化，不能接着筛查：${differ.map((name) => NAMES[name]?.zh ?? name).join("、")}`,
      `this run can't be gone on with, since these are no longer the same: ${differ.map((name) => NAMES[name]?.en ?? name).join(", ")}`,
    ),
    remedy: words(
      "恢复原来的选项和文件，或删除该文件重新开始",
      "give the options and files that it began with, or delete the file to begin anew",
    ),
  });
}

/** What isn't called by an option or a file. */
const NAMES: Readonly<Record<string, ReturnType<typeof words>>> = {
  mineright: words("mineright 的版本", "mineright's version"),
  blocks: words("候选区块文件", "the files of candidates"),
  "-o": words("输出是否带范围图形", "whether an output draws boundaries"),
};

function foreign(file: string): never {
  unusable({
    file,
    message: words("这不是 mineright 未完成的筛查", "this isn't an unfinished run of mineright"),
    remedy: words("移走该文件，或另取输出文件名", "move it away, or give the output another name"),
  });
}
