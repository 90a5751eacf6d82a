import type { Box } from "../shape/shape.ts";

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** The part of an edge that lies in a box (Liang and Barsky 1984); undefined if none does. */
export function clipped([ax, ay, bx, by]: Edge, { minX, minY, maxX, maxY }: Box): Edge | undefined {
  const [dx, dy] = [bx - ax, by - ay];
  let [first, last] = [0, 1];
  for (const [along, room] of [
    [-dx, ax - minX],
    [dx, maxX - ax],
    [-dy, ay - minY],
    [dy, maxY - ay],
  ] as const) {
    if (along === 0 && room < 0) return undefined;
    if (along < 0) first = Math.max(first, room / along);
    if (along > 0) last = Math.min(last, room / along);
  }
  return first > last ? undefined : [ax + first * dx, ay + first * dy, ax + last * dx, ay + last * dy];
}
