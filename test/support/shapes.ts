import type { Plane } from "../../src/geometry/crs/plane.ts";
import type { Polygon, Ring } from "../../src/geometry/shape/shape.ts";

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Corner = readonly [x: number, y: number];

export function ring(...corners: readonly Corner[]): Ring {
  return Float64Array.from(corners.flat());
}

export function polygon(shell: Ring, ...holes: readonly Ring[]): Polygon {
  return { shell, holes };
}

export function rectangle(minX: number, minY: number, maxX: number, maxY: number): Polygon {
  return polygon(ring([minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY]));
}

/** A ring around (x, y) that never crosses itself: radii jump between a share of `radius` and all of it. */
export function star(
  random: Random,
  corners: number,
  x: number,
  y: number,
  radius: number,
  least = 0.4,
): Ring {
  const turn = random() * 2 * Math.PI;
  return ring(
    ...Array.from({ length: corners }, (_, index): Corner => {
      const angle = turn + ((index + 0.8 * random()) / corners) * 2 * Math.PI;
      const reach = radius * (least + (1 - least) * random());
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    }),
  );
}

/** The polygons with every corner changed. */
export function mapCorners(
  polygons: readonly Polygon[],
  change: (x: number, y: number) => Corner,
): readonly Polygon[] {
  const map = (one: Ring): Ring => {
    const result = new Float64Array(one.length);
    for (let at = 0; at < one.length; at += 2) {
      const [x, y] = change(one[at] as number, one[at + 1] as number);
      result[at] = x;
      result[at + 1] = y;
    }
    return result;
  };
  return polygons.map(({ shell, holes }) => ({ shell: map(shell), holes: holes.map(map) }));
}

/** The ring with `between` more corners on each edge, rounded to `step` where one is given. */
export function densified(given: Ring, between: number, step = 0): Ring {
  const corners: Corner[] = [];
  const round = (value: number) => (step > 0 ? Math.round(value / step) * step : value);
  for (let at = 0; at < given.length; at += 2) {
    const [x, y] = [given[at] as number, given[at + 1] as number];
    const next = (at + 2) % given.length;
    const [toX, toY] = [given[next] as number, given[next + 1] as number];
    for (let part = 0; part <= between; part++) {
      const share = part / (between + 1);
      corners.push(part === 0 ? [x, y] : [round(x + (toX - x) * share), round(y + (toY - y) * share)]);
    }
  }
  return ring(...corners);
}

/** A plane without curvature, so that other planar engines can be asked the same. */
export const FLAT: Plane = {
  crs: { kind: "gauss-kruger", width: 3, zone: 38, prefixed: true },
  areaBelow: (_x, y) => y,
};
