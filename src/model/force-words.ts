import type { Force } from "./finding.ts";
import { type Words, words } from "./words.ts";

/** How strongly a provision binds, in words. */
export const FORCE_WORDS: Readonly<Record<Force, Words>> = {
  mandatory: words("强制性", "mandatory"),
  principle: words("原则性", "principle"),
  expected: words("预期性、引导性", "expected"),
};
