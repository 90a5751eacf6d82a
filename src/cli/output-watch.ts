import { notWritten } from "../input/not-written.ts";
import type { Lang } from "../model/words.ts";
import { reportError } from "./errors.ts";

/**
 * Watches standard output, and returns what the exit code is if the run itself came to `code`: a report that
 * can't be written (a full disk) wasn't given, whatever it says. But a reader that closes the pipe early (head,
 * less) has seen enough: that is no error.
 */
export function watchOutput(lang: Lang, args: readonly string[]): (code: number) => number {
  let failed: number | undefined;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || failed !== undefined) return;
    try {
      notWritten(lang === "zh" ? "标准输出" : "standard output", error);
    } catch (unusable) {
      failed = reportError(unusable, lang, args);
      process.exitCode = failed;
    }
  });
  return (code) => failed ?? code;
}
