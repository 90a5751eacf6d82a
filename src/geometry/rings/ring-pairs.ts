import type { Crs } from "../crs/crs.ts";
import { groundAt } from "../shape/ground.ts";
import { forMeetingBoxes } from "../shape/meeting-boxes.ts";
import type { Ring } from "../shape/shape.ts";
import type { EdgeContact } from "./contacts.ts";
import { RingIndex } from "./ring-index.ts";
import { type RingRelation, relationOf } from "./ring-relation.ts";

/** Two rings whose boxes meet, by their index, and how the first lies to the second. */
export interface RingPair {
  readonly one: number;
  readonly other: number;
  readonly relation: RingRelation;
  /** An edge that the two have in common, as far as it goes. */
  readonly shared?: EdgeContact;
}

/** All pairs of rings that aren't far apart. `indexes` are of the same rings, for further questions. */
export interface RingPairs {
  readonly indexes: readonly RingIndex[];
  readonly pairs: readonly RingPair[];
  /** False if there are more pairs than can be looked at. */
  readonly complete: boolean;
}

/** Pairs of rings to look at: a shell with a million holes, or a thousand rings around each other. */
const MOST_PAIRS = 1_500_000;

export function ringPairs(rings: readonly Ring[], contacts: readonly EdgeContact[], crs: Crs): RingPairs {
  const indexes = rings.map((ring) => new RingIndex(ring, groundAt(crs, ring[1] ?? 0)));
  if (rings.length < 2) return { indexes, pairs: [], complete: true };
  const met = new Map<number, EdgeContact[]>();
  for (const contact of contacts) {
    if (contact.one === contact.other) continue;
    const pair = contact.one * rings.length + contact.other;
    const list = met.get(pair);
    if (list === undefined) met.set(pair, [contact]);
    else list.push(contact);
  }
  const pairs: RingPair[] = [];
  const boxes = Float64Array.from(
    indexes.flatMap(({ box: { minX, minY, maxX, maxY } }) => [minX, minY, maxX, maxY]),
  );
  forMeetingBoxes(boxes, (one, other) => {
    const between = met.get(one * rings.length + other) ?? [];
    const relation = relationOf(indexes[one] as RingIndex, indexes[other] as RingIndex, between);
    const shared = between.find(({ contact }) => contact.kind === "overlap");
    pairs.push({ one, other, relation, ...(shared !== undefined && { shared }) });
    return pairs.length <= MOST_PAIRS;
  });
  return { indexes, pairs, complete: pairs.length <= MOST_PAIRS };
}

/** For every ring the rings that it lies in. */
export function containers(count: number, pairs: readonly RingPair[]): readonly ReadonlySet<number>[] {
  const inside = Array.from({ length: count }, () => new Set<number>());
  for (const { one, other, relation } of pairs) {
    if (relation.kind === "inside") inside[one]?.add(other);
    if (relation.kind === "around") inside[other]?.add(one);
  }
  return inside;
}
