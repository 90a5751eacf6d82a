/** What of two lists belongs together, and what of each is left. */
export interface Pairs<Item> {
  readonly pairs: readonly (readonly [old: Item, now: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * Pairs the items of two lists, the likest first; items of likeness 0 don't belong together. Of equally
 * like ones those that come first in their lists are paired.
 */
export function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
  likeness: (old: Item, now: Item) => number,
): Pairs<Item> {
  const candidates = before.flatMap((old, from) =>
    after
      .map((now, to) => ({ from, to, likeness: likeness(old, now) }))
      .filter((candidate) => candidate.likeness > 0),
  );
  candidates.sort((a, b) => b.likeness - a.likeness || a.from - b.from || a.to - b.to);
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const { from, to } of candidates) {
    if (taken.has(from) || used.has(to)) continue;
    taken.set(from, to);
    used.add(to);
  }
  return {
    pairs: before.flatMap((old, from) => {
      const now = after[taken.get(from) ?? -1];
      return now === undefined ? [] : [[old, now] as const];
    }),
    removed: before.filter((_, from) => !taken.has(from)),
    added: after.filter((_, to) => !used.has(to)),
  };
}
