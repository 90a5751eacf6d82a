import { statSync } from "node:fs";
import { filesOf } from "../../input/candidates/files-of.ts";
import { unusable } from "../../input/problem.ts";
import { type Words, words } from "../../model/words.ts";
import type { Asked } from "../../screen/checkpoint/asked.ts";
import { Checkpoint } from "../../screen/checkpoint/checkpoint.ts";
import type { Target } from "../output.ts";

/**
 * The file that keeps what was decided until the output is whole: beside the first one, `result.csv.part`.
 * Undefined where a run can't be gone on with; that is refused if it is asked for.
 */
export function partFor(
  targets: readonly Target<string>[],
  inputs: readonly string[],
  isAskedFor: boolean,
): string | undefined {
  const why = hindrance(targets, inputs);
  if (why !== undefined && isAskedFor) unusable({ file: "--resume", ...why });
  const file = targets.find((target) => target.file !== undefined)?.file;
  return why !== undefined || file === undefined ? undefined : `${file}.part`;
}

interface Hindrance {
  readonly message: Words;
  readonly remedy: Words;
}

function hindrance(targets: readonly Target<string>[], inputs: readonly string[]): Hindrance | undefined {
  const files = targets.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const streams = targets.some(({ file, format }) => file === undefined && format !== "text");
  if (streams || files.length === 0 || files.some(isDevice))
    return {
      message: words(
        "标准输出或管道不能接着上次写",
        "what goes to standard output or a pipe can't be gone on with",
      ),
      remedy: words("用 -o 写到文件，如 -o csv=result.csv", "write to a file, like -o csv=result.csv"),
    };
  if (inputs.some((input) => input === "-" || filesOf(input).some(({ stat }) => !stat.isFile())))
    return {
      message: words("标准输入和管道不能再读一遍", "standard input and pipes can't be read again"),
      remedy: words("把输入存为文件", "save the input as a file"),
    };
  return undefined;
}

/** A folder is refused as an output elsewhere. */
function isDevice(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

export function openPart(part: string, asked: Asked, isResumed: boolean): Promise<Checkpoint> {
  return isResumed ? Checkpoint.resume(part, asked) : Checkpoint.begin(part, asked);
}
