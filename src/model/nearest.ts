import { distance } from "fastest-levenshtein";

/** Up to three of `words` within `most` edits of `text`, nearest first, ties in the given order. */
export function nearest(text: string, words: readonly string[], most = 3): readonly string[] {
  return [...new Set(words)]
    .map((word) => ({ word, edits: distance(text, word) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ word }) => word);
}
