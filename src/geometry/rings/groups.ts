import type { Polygon } from "../shape/shape.ts";
import type { NumberedRing } from "./numbered-ring.ts";

/** A shell and the holes in it, as indexes into a list of rings. */
export interface Group {
  readonly shell: number;
  readonly holes: readonly number[];
}

/**
 * Tells shells from holes by how many of the other rings each lies in (even-odd, 奇偶规则), whichever
 * way they run: none, two, four … a shell; one, three … a hole of the innermost ring around it.
 * @param members the rings to group; none of them crosses or repeats another.
 */
export function groupByContainment(
  members: readonly number[],
  inside: readonly ReadonlySet<number>[],
): readonly Group[] {
  const among = new Set(members);
  const around = new Map(
    members.map((ring) => [ring, [...(inside[ring] ?? [])].filter((r) => among.has(r))]),
  );
  const depth = (ring: number): number => around.get(ring)?.length ?? 0;
  const holes = new Map<number, number[]>();
  for (const ring of members) if (depth(ring) % 2 === 0) holes.set(ring, []);
  for (const ring of members) {
    if (depth(ring) % 2 === 0) continue;
    const shell = around.get(ring)?.find((outer) => depth(outer) === depth(ring) - 1);
    if (shell !== undefined) holes.get(shell)?.push(ring);
  }
  return [...holes].map(([shell, own]) => ({ shell, holes: own }));
}

export function polygonsOf(rings: readonly NumberedRing[], groups: readonly Group[]): readonly Polygon[] {
  const ringOf = (index: number): Float64Array => rings[index]?.ring ?? new Float64Array();
  return groups.map(({ shell, holes }) => ({ shell: ringOf(shell), holes: holes.map(ringOf) }));
}
