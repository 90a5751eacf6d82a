import { orientation } from "../shape/orientation.ts";

/** A point that two edges have in common, and how far along each it lies: 0 at its start, 1 at its end. */
interface Meeting {
  readonly x: number;
  readonly y: number;
  readonly alongOne: number;
  readonly alongOther: number;
}

/**
 * How two edges meet: they cross inside both; a corner of one lies on the other; or they run on each
 * other from one point to another.
 */
export type Contact =
  | ({ readonly kind: "crossing" } & Meeting)
  | ({ readonly kind: "touch" } & Meeting)
  | { readonly kind: "overlap"; readonly from: Meeting; readonly to: Meeting };

/**
 * How the edges a–b and c–d meet, decided exactly. An edge has its start but not its end, which is the
 * start of the next edge: so every corner that touches something is found once.
 */
export function contactOf(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Contact | undefined {
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if (c * d > 0) return undefined;
  if (c === 0 && d === 0) return onOneLine(ax, ay, bx, by, cx, cy, dx, dy);
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  if (a * b > 0) return undefined;
  if (c * d < 0 && a * b < 0) return { kind: "crossing", ...crossing(ax, ay, bx, by, cx, cy, dx, dy) };
  // All but parallel edges have one point in common at most; here it is a corner of one of them.
  if (c === 0 && between(ax, ay, bx, by, cx, cy) && !(cx === bx && cy === by))
    return { kind: "touch", x: cx, y: cy, alongOne: share(ax, ay, bx, by, cx, cy), alongOther: 0 };
  if (a === 0 && between(cx, cy, dx, dy, ax, ay) && !(ax === dx && ay === dy))
    return { kind: "touch", x: ax, y: ay, alongOne: 0, alongOther: share(cx, cy, dx, dy, ax, ay) };
  return undefined;
}

function onOneLine(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Contact | undefined {
  const ends = [
    [ax, ay],
    [bx, by],
    [cx, cy],
    [dx, dy],
  ] as const;
  const common = ends
    .filter(([x, y]) => between(ax, ay, bx, by, x, y) && between(cx, cy, dx, dy, x, y))
    .map(([x, y]): Meeting => {
      return { x, y, alongOne: share(ax, ay, bx, by, x, y), alongOther: share(cx, cy, dx, dy, x, y) };
    })
    .sort((one, other) => one.alongOne - other.alongOne);
  const from = common[0];
  const to = common.at(-1);
  if (from === undefined || to === undefined) return undefined;
  if (from.x !== to.x || from.y !== to.y) return { kind: "overlap", from, to };
  return ax === cx && ay === cy ? { kind: "touch", ...from } : undefined;
}

/** Whether p, which lies on the line a–b, lies between the two. */
function between(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  return Math.min(ax, bx) <= px && px <= Math.max(ax, bx) && Math.min(ay, by) <= py && py <= Math.max(ay, by);
}

/** How far along a–b its point p lies. */
function share(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return Math.abs(bx - ax) >= Math.abs(by - ay) ? (px - ax) / (bx - ax) : (py - ay) / (by - ay);
}

function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Meeting {
  const wide = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  const one = inside(((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / wide);
  const other = inside(((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / wide);
  return { x: ax + one * (bx - ax), y: ay + one * (by - ay), alongOne: one, alongOther: other };
}

/** Nearly parallel edges may lose the place to rounding, though not that they cross. */
function inside(share: number): number {
  return share >= 0 && share <= 1 ? share : 0.5;
}
