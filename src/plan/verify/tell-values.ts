import type { Document } from "../../input/document.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Words, words } from "../../model/words.ts";
import type { Bound } from "../text/numbers.ts";
import type { PlanText } from "../text/plan-text.ts";
import type { WrittenEntry } from "./departures.ts";
import type { Passage } from "./passage.ts";
import { fieldOf, type PlanValue } from "./values.ts";
import type { Result } from "./verifier.ts";

/** What is said of a value that wasn't verified; nothing of the others. */
export function tellValue(
  document: Document,
  { path, value }: PlanValue,
  { kind, status, clause, bound, textLine }: Result,
  passages: ReadonlyMap<string, Passage>,
  text: PlanText,
): readonly Diagnostic[] {
  if (status !== "absent" && status !== "not-found" && status !== "no-citation") return [];
  const passage = clause === undefined ? undefined : passages.get(clause);
  const place = placeOf(textLine ?? passage?.line, text);
  return [
    {
      code: bound === undefined ? codeOf(kind, status) : "bound-differs",
      level: "error",
      file: document.file,
      ...document.locate(path),
      field: fieldOf(path),
      ...(clause === undefined ? {} : { clause }),
      message: messageOf(String(value), status, bound, place, clause),
      remedy: REMEDIES[status],
    },
  ];
}

/** `figure-absent`, `place-not-found`; of what rests on a clause that wasn't found, `clause-not-found`. */
function codeOf(kind: Result["kind"], status: "absent" | "not-found" | "no-citation"): string {
  if (status === "no-citation") return status;
  if (status === "absent") return `${kind}-absent`;
  return kind === "place" || kind === "phrase" ? `${kind}-not-found` : "clause-not-found";
}

function messageOf(
  value: string,
  status: "absent" | "not-found" | "no-citation",
  bound: Bound | undefined,
  place: Words,
  clause: string | undefined,
): Words {
  if (bound !== undefined)
    return words(
      `“${value}”的界限与文本不同：文本为${BOUND_WORDS[bound].zh}${place.zh}`,
      `"${value}" is bounded otherwise in the text: ${BOUND_WORDS[bound].en}${place.en}`,
    );
  if (status === "absent" && clause === undefined)
    return words(`文本所指之处没有“${value}”`, `"${value}" isn't where the text should have it`);
  if (status === "absent")
    return words(
      `条款所在处没有“${value}”${place.zh}`,
      `"${value}" isn't where its clause stands${place.en}`,
    );
  if (status === "not-found")
    return words(`文本中找不到“${value}”所据之处`, `what "${value}" rests on wasn't found in the text`);
  return words(`“${value}”没有引用条款`, `"${value}" cites no clause`);
}

const REMEDIES = {
  absent: words(
    "对照文本改正；文本另有写法的，在 written 中说明",
    "correct it by the text; where the text writes it otherwise, say so under written",
  ),
  "not-found": words("按文本改正 at 和 phrase", "correct at and phrase by the text"),
  "no-citation": words("为该项写 clause", "give the entry its clause"),
} as const;

const BOUND_WORDS: Readonly<Record<Bound, Words>> = {
  "at-most": words("不超过（≤、以内）", "at most (≤, 以内)"),
  below: words("低于（＜）", "below (＜)"),
  "at-least": words("不低于（≥、以上）", "at least (≥, 以上)"),
  above: words("超过（＞）", "above (＞)"),
  about: words("左右（±）", "about (左右, ±)"),
  "unclear-below": words("以下，未说明是否含本数", "以下, which doesn't say whether the figure is meant"),
  "not-below": words("（不含）以下", "(不含)以下: the figure itself isn't meant"),
  none: words("没有界限用语", "without a bound"),
};

/** The line of the text, and what it says: short, for the reader to see it there. */
function placeOf(line: number | undefined, text: PlanText): Words {
  const found = line === undefined ? undefined : text.lines[line - 1];
  if (found === undefined) return words("", "");
  const shown = found.plain.length > 40 ? `${found.plain.slice(0, 40)}…` : found.plain;
  return words(`（${text.file}:${found.number}：${shown}）`, ` (${text.file}:${found.number}: ${shown})`);
}

/** A departure that nothing needs is a mistake: of the value, of the clause, or of the text's words. */
export function tellUnusedWritten(
  document: Document,
  written: readonly WrittenEntry[],
  used: ReadonlySet<WrittenEntry>,
): readonly Diagnostic[] {
  return written
    .filter((entry) => !used.has(entry))
    .map(({ line, column, clauses, value }) => ({
      code: "written-unused",
      level: "warning",
      file: document.file,
      line,
      column,
      field: "written",
      ...(clauses[0] === undefined ? {} : { clause: clauses[0] }),
      message: words(
        `“${String(value)}”的写法说明没有用到：该条款没有此值，文本已有此值，或文本没有所写的词语`,
        `what is said of "${String(value)}" isn't used: the clause has no such value, or the text has it as it is, or hasn't these words`,
      ),
      remedy: words("删去或改正", "remove or correct it"),
    }));
}
