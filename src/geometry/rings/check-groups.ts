import type { Words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { RawShape } from "../shape/raw.ts";
import {
  across,
  adjoining,
  holeInHole,
  outsideShell,
  overlapping,
  repeats,
  sharing,
} from "./group-problems.ts";
import type { Group } from "./groups.ts";
import type { NumberedRing } from "./numbered-ring.ts";
import { containers, type RingPair, type RingPairs } from "./ring-pairs.ts";

/** What {@link checkGroups} is about: rings, how they lie to each other and what they are said to be. */
export interface Grouped {
  readonly rings: readonly NumberedRing[];
  readonly pairs: RingPairs;
  readonly groups: readonly Group[];
  /** Whether the file says itself which rings are parts, or containment does. */
  readonly roles: RawShape["roles"];
  readonly crs: Crs;
  /** Rings may share edges wherever that leaves no doubt which ground is meant. */
  readonly lenient: boolean;
}

/**
 * Holds the rings to what they are said to be: holes lie in their shell and not in each other, shells
 * don't overlap, no ring crosses another or runs on it. Rings may touch at corners.
 */
export function checkGroups(grouped: Grouped): {
  readonly problems: readonly GeometryProblem[];
  readonly notes: readonly Words[];
} {
  const group = new Map<number, Group>();
  for (const one of grouped.groups) for (const ring of [one.shell, ...one.holes]) group.set(ring, one);
  const isShell = (ring: number): boolean => group.get(ring)?.shell === ring;
  const inside = containers(grouped.rings.length, grouped.pairs.pairs);
  const same = partners(grouped.pairs.pairs, "same");
  const crossing = partners(grouped.pairs.pairs, "crossing");
  const problems: GeometryProblem[] = [];
  const notes: Words[] = [];

  for (const pair of grouped.pairs.pairs) {
    const { one, other, relation } = pair;
    const parts = group.get(one) !== group.get(other);
    const shells = isShell(one) && isShell(other);
    if (relation.kind === "crossing")
      problems.push(across(grouped, relation.at, parts && grouped.roles === "given"));
    else if (relation.kind === "same") {
      const fills = grouped.lenient && parts && !shells;
      if (!fills) problems.push(repeats(grouped.rings, pair, shells));
    } else if (pair.shared !== undefined && !grouped.lenient) {
      if (!shells) problems.push(sharing(grouped, pair.shared));
      else if (relation.kind === "apart") notes.push(adjoining(grouped.rings, pair));
    }
    if (!shells || !parts) continue;
    if (relation.kind === "inside") check(one, other);
    if (relation.kind === "around") check(other, one);
  }

  /** A part within another's shell must lie in one of its holes. */
  function check(inner: number, outer: number): void {
    const isHole = (ring: number): boolean => ring !== outer && group.get(ring)?.shell === outer;
    // Where it comes out of a hole has been said.
    if (crossing(inner).some(isHole)) return;
    const around = [...(inside[inner] ?? []), ...(grouped.lenient ? same(inner) : [])];
    if (!around.some(isHole)) problems.push(overlapping(grouped, inner, outer));
  }

  for (const { shell, holes } of grouped.groups) {
    const own = new Set(holes);
    for (const hole of holes) {
      if (same(hole).includes(shell) || crossing(hole).includes(shell)) continue;
      if (inside[hole]?.has(shell) !== true)
        problems.push(outsideShell(grouped, hole, shell, grouped.pairs.indexes[shell]));
      const around = [...(inside[hole] ?? [])].find((outer) => own.has(outer));
      if (around !== undefined) problems.push(holeInHole(grouped, hole, around));
    }
  }
  return { problems, notes };
}

/** For a ring, the others that it lies to in this way. */
function partners(
  pairs: readonly RingPair[],
  kind: "same" | "crossing",
): (ring: number) => readonly number[] {
  const all = new Map<number, number[]>();
  const add = (ring: number, other: number): void => {
    const list = all.get(ring);
    if (list === undefined) all.set(ring, [other]);
    else list.push(other);
  };
  for (const { one, other, relation } of pairs)
    if (relation.kind === kind) {
      add(one, other);
      add(other, one);
    }
  return (ring) => all.get(ring) ?? [];
}
