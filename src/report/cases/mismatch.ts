import { OUTCOME_WORDS, VERDICT_WORDS } from "../../locale/report-words.ts";
import type { Mismatch } from "../../model/case-result.ts";
import type { Outcome } from "../../model/finding.ts";
import { type Words, words } from "../../model/words.ts";

/** A mismatch in words: what was expected and what came out, and beneath it what the findings say. */
export interface SaidMismatch {
  readonly headline: Words;
  readonly details: readonly Words[];
}

export function sayMismatch(mismatch: Mismatch): SaidMismatch {
  switch (mismatch.of) {
    case "finding": {
      const { key, expected, got, says } = mismatch;
      return { headline: findingWords(key, expected, got), details: says };
    }
    case "verdict": {
      const { expected, got, open } = mismatch;
      return {
        headline: words(
          `结论：预期${VERDICT_WORDS[expected].zh}，实为${VERDICT_WORDS[got].zh}`,
          `verdict: expected ${VERDICT_WORDS[expected].en}, got ${VERDICT_WORDS[got].en}`,
        ),
        details: open.map(({ key, outcome, says }) =>
          words(`${key}（${OUTCOME_WORDS[outcome].zh}）：${says.zh}`, `${key} (${outcome}): ${says.en}`),
        ),
      };
    }
    case "arithmetic":
      return { headline: equationWords(mismatch.equation)[mismatch.is], details: [] };
  }
}

function findingWords(key: string, expected: Outcome, got: Outcome | undefined): Words {
  const wanted = words(
    `${key}：预期${OUTCOME_WORDS[expected].zh}（${expected}）`,
    `${key}: expected ${expected}`,
  );
  return got === undefined
    ? words(`${wanted.zh}，但没有以该条款为依据的判定`, `${wanted.en}, but no finding rests on this clause`)
    : words(`${wanted.zh}，实为${OUTCOME_WORDS[got].zh}（${got}）`, `${wanted.en}, got ${got}`);
}

function equationWords(equation: string): Readonly<Record<"wrong" | "unrelated", Words>> {
  return {
    wrong: words(`算式不成立：${equation}`, `the arithmetic is wrong: ${equation}`),
    unrelated: words(
      `算式中没有一个数出自该用例：${equation}`,
      `no number of the arithmetic is one of the case's own: ${equation}`,
    ),
  };
}
