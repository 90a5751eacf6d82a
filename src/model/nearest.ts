import { distance } from "fastest-levenshtein";
import { type Words, words } from "./words.ts";

/** Up to three of the known words within `most` edits of `text`, nearest first, ties in the given order. */
export function nearest(text: string, known: readonly string[], most = 3): readonly string[] {
  return [...new Set(known)]
    .map((word) => ({ word, edits: distance(text, word) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** What to ask of somebody who wrote none of the words that there are; undefined if none is near. */
export function didYouMean(near: readonly string[]): Words | undefined {
  return near.length === 0
    ? undefined
    : words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`);
}
