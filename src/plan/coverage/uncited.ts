import type { IdleUncited, TextCoverage, UncitedBecause } from "../../model/coverage.ts";
import type { Plan } from "../../model/plan.ts";
import { placesIn } from "../text/places.ts";
import { plain } from "../text/plain.ts";
import type { PlanText } from "../text/plan-text.ts";
import { normativeWords } from "./normative.ts";

/**
 * Holds a plan's clauses against its published text: every line with a normative word must be cited by a
 * clause, or left out with a reason. A clause cites the lines that its key phrase touches, where that phrase
 * stands once in the text: one that stands in several places points to none of them.
 */
export function textCoverage(
  { clauses, uncited }: Pick<Plan, "clauses" | "uncited">,
  published: PlanText,
): TextCoverage {
  const normative = published.lines
    .map(({ number, plain: line, raw }) => ({ line: number, words: normativeWords(line), text: raw.trim() }))
    .filter((one) => one.words.length > 0);
  const cited = new Set(
    clauses.flatMap(({ phrase }) =>
      phrase.flatMap((one) => {
        const [place = [], another] = placesIn(published, one);
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
    file: published.file,
    normative: normative.length,
    cited: normative.length - uncitedLines.length,
    explained: [...explained].sort(([a], [b]) => a - b).map(([line, because]) => ({ line, because })),
    open: uncitedLines.filter(({ line }) => !explained.has(line)),
    idle,
  };
}

/** The lines that a phrase of `uncited` is about: all that are nothing else, or the place that it stands in. */
function linesAbout(phrase: string, text: PlanText): readonly number[] | IdleUncited {
  const sought = plain(phrase);
  const same = text.lines.filter((line) => line.plain === sought).map(({ number }) => number);
  if (same.length > 0) return same;
  const [place, another] = placesIn(text, phrase);
  if (place === undefined) return "not-found";
  return another === undefined ? place : "several-lines";
}
