import { words } from "../../model/words.ts";
import { type ReadingOptions, soundOne } from "../application.ts";
import { readDocument } from "../document.ts";
import { unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { candidateAt } from "./candidate.ts";
import type { Meter } from "./meter.ts";
import type { Unit } from "./unit.ts";

/** The applications of a JSON or YAML file, each a candidate. Throws `Unusable` for the file. */
export async function* unitsInDocument(
  file: string,
  options: ReadingOptions,
  meter?: Meter,
): AsyncGenerator<Unit> {
  const document = withSettings(await readDocument(file), options.settings);
  const { value } = document;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0)
    unusable({
      file,
      message: words("列表中没有候选区块", "the list holds no candidate"),
      remedy: words("至少写一个", "write at least one"),
    });
  for (const [index, one] of list.entries()) {
    meter?.reach((index + 1) / list.length);
    const path = Array.isArray(value) ? [index] : [];
    const { line } = document.locate(path);
    const id = (one as { id?: unknown } | null)?.id;
    const called = typeof id === "string" ? id : `${file}#${index + 1}`;
    yield {
      kind: "read",
      candidate: candidateAt({ file, line }, called, () => soundOne({ document, path })),
    };
  }
}
