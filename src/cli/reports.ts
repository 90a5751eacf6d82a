import { paintWith } from "../report/paint.ts";
import type { Context } from "./context.ts";
import type { Target } from "./output.ts";
import { writeWhole } from "./whole-file.ts";

/** A file has no terminal's width or colours. */
const PAGE_WIDTH = 80;

/** Writes a report to each of its targets, in the format that each asks for. */
export function writeReports<Name extends string>(
  targets: readonly Target<Name>[],
  context: Context,
  print: Readonly<Record<Name, (page: Context) => string>>,
): void {
  for (const { format, file } of targets) {
    if (file === undefined) process.stdout.write(print[format](context));
    else writeWhole(file, [print[format]({ ...context, width: PAGE_WIDTH, paint: paintWith(0) })]);
  }
}
