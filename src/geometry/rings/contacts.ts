import type { Crs } from "../crs/crs.ts";
import { distanceToEdge, groundAt, HAIR } from "../shape/ground.ts";
import { forMeetingBoxes } from "../shape/meeting-boxes.ts";
import { cornersOf, type Ring, xOf, yOf } from "../shape/shape.ts";
import { type Contact, contactOf } from "./contact.ts";

/** Two edges that meet: rings by their index, edges by the corner they start from, both from 0. */
export interface EdgeContact {
  readonly one: number;
  readonly oneEdge: number;
  readonly other: number;
  readonly otherEdge: number;
  readonly contact: Contact;
}

export interface Contacts {
  /** In the order of the file; `one` is never above `other`, nor `oneEdge` above `otherEdge` in one ring. */
  readonly found: readonly EdgeContact[];
  /** False if so many edges lie across each other's path that looking had to end. */
  readonly complete: boolean;
}

/** Of rings as broken as this, no more needs to be known. */
const MOST_FAULTS = 1000;
/** Pairs of edges to look at before giving up: a sound boundary has some five for each edge. */
function mostPairs(edges: number): number {
  return 1e7 + 50 * edges;
}

/**
 * All places where edges meet that aren't neighbours in their ring. A crossing of two rings that is no
 * deeper than a hair is a touch: calculated corners lie on an edge only nearly.
 */
export function contactsOf(rings: readonly Ring[], crs: Crs): Contacts {
  const total = rings.reduce((sum, ring) => sum + cornersOf(ring), 0);
  const ringOf = new Int32Array(total);
  const startOf = new Int32Array(total);
  const boxes = new Float64Array(4 * total);
  let edge = 0;
  rings.forEach((ring, number) => {
    for (let corner = 0; corner < cornersOf(ring); corner++, edge++) {
      ringOf[edge] = number;
      startOf[edge] = corner;
      const next = after(ring, corner);
      boxes[4 * edge] = Math.min(xOf(ring, corner), xOf(ring, next));
      boxes[4 * edge + 1] = Math.min(yOf(ring, corner), yOf(ring, next));
      boxes[4 * edge + 2] = Math.max(xOf(ring, corner), xOf(ring, next));
      boxes[4 * edge + 3] = Math.max(yOf(ring, corner), yOf(ring, next));
    }
  });

  const found: EdgeContact[] = [];
  let faults = 0;
  let pairs = 0;
  const most = mostPairs(total);
  forMeetingBoxes(boxes, (first, second) => {
    // Edges are numbered through all rings, so the first is also the earlier in the file.
    if (++pairs > most) return false;
    const one = ringOf[first] as number;
    const other = ringOf[second] as number;
    const oneEdge = startOf[first] as number;
    const otherEdge = startOf[second] as number;
    const ringOne = rings[one] as Ring;
    const ringOther = rings[other] as Ring;
    if (one === other && areNeighbours(oneEdge, otherEdge, cornersOf(ringOne))) return true;
    const contact = edgeContact(ringOne, oneEdge, ringOther, otherEdge, one === other ? undefined : crs);
    if (contact === undefined) return true;
    found.push({ one, oneEdge, other, otherEdge, contact });
    if (one === other || contact.kind === "crossing") faults++;
    return faults < MOST_FAULTS;
  });
  found.sort(
    (a, b) => a.one - b.one || a.oneEdge - b.oneEdge || a.other - b.other || a.otherEdge - b.otherEdge,
  );
  return { found, complete: pairs <= most };
}

function after(ring: Ring, corner: number): number {
  return corner + 1 === cornersOf(ring) ? 0 : corner + 1;
}

function areNeighbours(one: number, other: number, corners: number): boolean {
  return other - one === 1 || other - one === corners - 1;
}

/** @param forgiving the CRS by which hair-deep crossings are made touches; absent: they stay crossings. */
function edgeContact(
  one: Ring,
  oneEdge: number,
  other: Ring,
  otherEdge: number,
  forgiving: Crs | undefined,
): Contact | undefined {
  const oneEnd = after(one, oneEdge);
  const otherEnd = after(other, otherEdge);
  const ax = xOf(one, oneEdge);
  const ay = yOf(one, oneEdge);
  const bx = xOf(one, oneEnd);
  const by = yOf(one, oneEnd);
  const cx = xOf(other, otherEdge);
  const cy = yOf(other, otherEdge);
  const dx = xOf(other, otherEnd);
  const dy = yOf(other, otherEnd);
  const contact = contactOf(ax, ay, bx, by, cx, cy, dx, dy);
  if (contact?.kind !== "crossing" || forgiving === undefined) return contact;
  const ground = groundAt(forgiving, contact.y);
  const depth = Math.min(
    distanceToEdge(ground, ax, ay, cx, cy, dx, dy),
    distanceToEdge(ground, bx, by, cx, cy, dx, dy),
    distanceToEdge(ground, cx, cy, ax, ay, bx, by),
    distanceToEdge(ground, dx, dy, ax, ay, bx, by),
  );
  return depth <= HAIR ? { ...contact, kind: "touch" } : contact;
}
