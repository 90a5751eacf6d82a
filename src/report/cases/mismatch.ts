import { OUTCOME_WORDS, VERDICT_WORDS } from "../../locale/report-words.ts";
import type { Mismatch } from "../../model/case-result.ts";
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
      const wanted = OUTCOME_WORDS[expected];
      const found = got === undefined ? NO_FINDING : OUTCOME_WORDS[got];
      return {
        headline: expectedGot(
          words(key, key),
          words(`${wanted.zh}（${expected}）`, expected),
          got === undefined ? found : words(`${found.zh}（${got}）`, got),
        ),
        details: says,
      };
    }
    case "verdict": {
      const { expected, got, open } = mismatch;
      return {
        headline: expectedGot(words("结论", "verdict"), VERDICT_WORDS[expected], VERDICT_WORDS[got]),
        details: open.map(({ key, outcome, says }) =>
          words(`${key}（${OUTCOME_WORDS[outcome].zh}）：${says.zh}`, `${key} (${outcome}): ${says.en}`),
        ),
      };
    }
    case "arithmetic":
      return { headline: equationWords(mismatch.equation)[mismatch.is], details: [] };
  }
}

function expectedGot(what: Words, expected: Words, got: Words): Words {
  return words(
    `${what.zh}：预期${expected.zh}，实为${got.zh}`,
    `${what.en}: expected ${expected.en}, got ${got.en}`,
  );
}

const NO_FINDING = words("没有以该条款为依据的判定", "no finding rests on this clause");

function equationWords(equation: string): Readonly<Record<"wrong" | "unrelated", Words>> {
  return {
    wrong: words(`算式不成立：${equation}`, `the arithmetic is wrong: ${equation}`),
    unrelated: words(
      `算式中没有一个数出自该用例：${equation}`,
      `no number of the arithmetic is one of the case's own: ${equation}`,
    ),
  };
}
