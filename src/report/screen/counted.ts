import { VERDICT_MEANING, VERDICT_WORDS } from "../../locale/report-words.ts";
import { askFor } from "../../model/labels.ts";
import type { Result } from "../../model/screen-row.ts";
import { verbatim, type Words, words } from "../../model/words.ts";

/** How what a candidate comes to is called. */
export const RESULT_WORDS: Readonly<Record<Result, Words>> = {
  ...VERDICT_WORDS,
  unusable: words("无法使用（UNUSABLE）", "UNUSABLE"),
};

/** What that means, in a sentence. */
export const RESULT_MEANING: Readonly<Record<Result, Words>> = {
  ...VERDICT_MEANING,
  unusable: words("读不了或无法判定，原因见结果表。", "Can't be read or decided: the results say why."),
};

/** The headings of a summary, whatever prints it. */
export const SUMMARY_WORDS = {
  candidates: words("候选区块", "Candidates"),
  alone: words("（各自单独判定）", "(each alone)"),
  inOrder: words("依次累计（在先的占用余量）", "In order (those before take room)"),
  rules: words("决定性规则（未通过或须复核）", "Rules that decide against them"),
  missing: words("缺少的事实", "Facts that are missing"),
  best: words("通过的，余量最大的", "Largest margins among those that pass"),
} as const;

/** What was counted, the most frequent first; equals by their names. */
export function ranked(counts: ReadonlyMap<string, number>): readonly (readonly [key: string, n: number])[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** What a missing fact is called; its field, where it has no name. */
export function factWords(field: string): Words {
  return askFor(field) ?? verbatim(field);
}

/** `12.5 %`; what there is little of isn't shown as nothing; nothing of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "";
  const share = ((100 * part) / whole).toFixed(1);
  return part > 0 && share === "0.0" ? "< 0.1 %" : `${share} %`;
}
