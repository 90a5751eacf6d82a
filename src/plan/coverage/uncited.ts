import type { IdleUncited, TextCoverage, UncitedBecause } from "../../model/coverage.ts";
import type { Plan } from "../../model/plan.ts";
import { normativeWords } from "./normative.ts";
import { plain, TextLines } from "./text-lines.ts";

/**
 * Holds a plan's clauses against its published text: every line with a normative word must be cited by a
 * clause, or left out with a reason. A clause cites the lines that its key phrase touches, where that phrase
 * stands once in the text: one that stands in several places points to none of them.
 */
export function textCoverage(
  { clauses, uncited }: Pick<Plan, "clauses" | "uncited">,
  text: string,
  file: string,
): TextCoverage {
  const published = new TextLines(text);
  const normative = published.lines
    .map(({ number, plain: line }) => ({ line: number, words: normativeWords(line), text: line }))
    .filter((one) => one.words.length > 0);
  const cited = new Set(
    clauses.flatMap(({ phrase }) =>
      phrase.flatMap((one) => {
        const [place = [], another] = published.places(one);
        return another === undefined ? place : [];
      }),
    ),
  );
  const uncitedLines = normative.filter(({ line }) => !cited.has(line));
  const open = new Set(uncitedLines.map(({ line }) => line));
  const explained = new Map<number, UncitedBecause>();
  const idle: { phrase: string; why: IdleUncited }[] = [];
  for (const { because, phrases } of uncited)
    for (const phrase of phrases) {
      const lines = linesAbout(phrase, published);
      const meant = typeof lines === "string" ? [] : lines.filter((line) => open.has(line));
      for (const line of meant) explained.set(line, because);
      if (typeof lines === "string") idle.push({ phrase, why: lines });
      else if (meant.length === 0) idle.push({ phrase, why: "nothing-to-explain" });
    }
  return {
    file,
    normative: normative.length,
    cited: normative.length - uncitedLines.length,
    explained: [...explained].sort(([a], [b]) => a - b).map(([line, because]) => ({ line, because })),
    open: uncitedLines.filter(({ line }) => !explained.has(line)),
    idle,
  };
}

/** The lines that a phrase of `uncited` is about: all that are nothing else, or the place that it stands in. */
function linesAbout(phrase: string, text: TextLines): readonly number[] | IdleUncited {
  const sought = plain(phrase);
  const same = text.lines.filter((line) => line.plain === sought).map(({ number }) => number);
  if (same.length > 0) return same;
  const [place, another] = text.places(phrase);
  if (place === undefined) return "not-found";
  return another === undefined ? place : "several-lines";
}
