import { HAIR } from "../shape/ground.ts";
import { type Box, cornersOf, type Ring, xOf, yOf } from "../shape/shape.ts";
import type { EdgeContact } from "./contacts.ts";
import type { RingIndex } from "./ring-index.ts";

/** How one ring lies to another: within it, around it, on it all along, apart, or across. */
export type RingRelation =
  | { readonly kind: "inside" | "around" | "same" | "apart" }
  | { readonly kind: "crossing"; readonly at: EdgeContact };

/**
 * How ring `one` lies to ring `other`, whatever corners and edges they have in common. It is decided by
 * points that lie strictly on a side, never by one that may be on the boundary: between the places
 * where the rings meet, each stretch of one lies on one side of the other; if they differ, it crosses.
 * @param contacts all contacts of the two, `one` of each being the first.
 */
export function relationOf(one: RingIndex, other: RingIndex, contacts: readonly EdgeContact[]): RingRelation {
  if (contacts.length === 0) {
    if (holds(other.box, one.box) && startsInside(one, other)) return { kind: "inside" };
    if (holds(one.box, other.box) && startsInside(other, one)) return { kind: "around" };
    return { kind: "apart" };
  }
  const crossing = contacts.find(({ contact }) => contact.kind === "crossing");
  if (crossing !== undefined) return { kind: "crossing", at: crossing };
  const ofOne = sides(one.ring, other, stops(contacts, "one"));
  if (ofOne.change !== undefined) return { kind: "crossing", at: ofOne.change };
  if (ofOne.side === undefined) return { kind: "same" };
  if (ofOne.side === "inside") return { kind: "inside" };
  const ofOther = sides(other.ring, one, stops(contacts, "other"));
  if (ofOther.change !== undefined) return { kind: "crossing", at: ofOther.change };
  return { kind: ofOther.side === "inside" ? "around" : "apart" };
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.minX <= inner.minX &&
    outer.minY <= inner.minY &&
    outer.maxX >= inner.maxX &&
    outer.maxY >= inner.maxY
  );
}

/** Only for rings that don't meet: then any corner tells. */
function startsInside(inner: RingIndex, outer: RingIndex): boolean {
  return outer.side(xOf(inner.ring, 0), yOf(inner.ring, 0), 0) === "inside";
}

/** Where a ring meets another: the number of the edge plus how far along it, to where it leaves it. */
interface Stop {
  readonly from: number;
  readonly until: number;
  readonly contact: EdgeContact;
}

/** Where the rings meet, in the order of the corners of one of them. */
function stops(contacts: readonly EdgeContact[], which: "one" | "other"): readonly Stop[] {
  return contacts
    .map((contact) => {
      const edge = which === "one" ? contact.oneEdge : contact.otherEdge;
      const share = which === "one" ? "alongOne" : "alongOther";
      const met = contact.contact;
      const shares = met.kind === "overlap" ? [met.from[share], met.to[share]] : [met[share]];
      return { from: edge + Math.min(...shares), until: edge + Math.max(...shares), contact };
    })
    .sort((a, b) => a.from - b.from);
}

/** The side that all stretches of `ring` between its stops lie on, or the stop where it changes. */
function sides(
  ring: Ring,
  to: RingIndex,
  at: readonly Stop[],
): { readonly side?: "inside" | "outside"; readonly change?: EdgeContact } {
  let side: "inside" | "outside" | undefined;
  let left = 0;
  for (const [index, stop] of at.entries()) {
    left = Math.max(left, stop.until);
    const next = at[index + 1]?.from ?? (at[0] as Stop).from + cornersOf(ring);
    const here = sideOfStretch(ring, to, left, next);
    if (here === undefined) continue;
    if (side !== undefined && side !== here) return { change: stop.contact };
    side = here;
  }
  return side === undefined ? {} : { side };
}

/** The side of the first point between two places on a ring that isn't on the other ring. */
function sideOfStretch(
  ring: Ring,
  to: RingIndex,
  from: number,
  until: number,
): "inside" | "outside" | undefined {
  for (let start = from; start < until; ) {
    const end = Math.min(Math.floor(start) + 1, until);
    const [x, y] = pointAlong(ring, start, end);
    const side = to.side(x, y, HAIR);
    if (side !== "on") return side;
    start = end;
  }
  return undefined;
}

/** The point halfway between two places on one edge. */
function pointAlong(ring: Ring, start: number, end: number): readonly [number, number] {
  const count = cornersOf(ring);
  const edge = Math.floor(start);
  const share = (start + end) / 2 - edge;
  const [from, to] = [edge % count, (edge + 1) % count];
  return [
    xOf(ring, from) + share * (xOf(ring, to) - xOf(ring, from)),
    yOf(ring, from) + share * (yOf(ring, to) - yOf(ring, from)),
  ];
}
