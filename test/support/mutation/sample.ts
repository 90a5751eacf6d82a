import { createHash } from "node:crypto";

/** So many of a list, the same ones in every run for one seed, in the list's order. */
export function sampleOf<Item extends { readonly key: string; readonly to: string }>(
  all: readonly Item[],
  count: number,
  seed: string,
): readonly Item[] {
  const drawn = [...all.entries()]
    .map(([index, item]) => ({ index, item, lot: lotOf(`${seed} ${index} ${item.key} ${item.to}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count);
  return drawn.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

function lotOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
