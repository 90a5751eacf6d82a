import type { Polygon, Ring } from "../../src/geometry/shape/shape.ts";
import { type Corner, densified, polygon, type Random, rectangle, ring, star } from "./shapes.ts";

/** Two areas to be laid over each other, each of one or more polygons. */
export type Pair = readonly [a: readonly Polygon[], b: readonly Polygon[]];

/** A broken line from west to east about y = 500, from x = 0 to 1000. */
function border(random: Random, corners: number): readonly Corner[] {
  return Array.from({ length: corners }, (_, index): Corner => {
    const inner = index > 0 && index < corners - 1;
    return [(index / (corners - 1)) * 1000, 500 + (inner ? 200 * (random() - 0.5) : 0)];
  });
}

const north = (line: readonly Corner[]): Polygon => polygon(ring(...line, [1000, 1000], [0, 1000]));
const south = (line: readonly Corner[]): Polygon => polygon(ring(...line, [1000, 0], [0, 0]));
const shifted = (line: readonly Corner[], by: number): readonly Corner[] => line.map(([x, y]) => [x, y + by]);
const corners = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));
const sliver = (by: number) => (random: Random) => {
  const line = border(random, corners(random, 2, 20));
  return [[north(line)], [south(shifted(line, by))]] as const;
};

/** Neighbours with one border, which one of them has more corners on, rounded to `step` metres; 0: not at all. */
export function redrawn(random: Random, step: number): Pair {
  const line = border(random, corners(random, 2, 12));
  const other = north(line);
  const dense = densified(other.shell, corners(random, 1, 8), step);
  const upper: Polygon = { shell: dense, holes: [] };
  return random() < 0.5 ? [[upper], [south(line)]] : [[south(line)], [upper]];
}

const site = (random: Random): Ring => star(random, corners(random, 3, 40), 500, 500, 400);

/** Kinds of pairs about (500, 500), in metres, by what is hard in them. */
export const KINDS: Readonly<Record<string, (random: Random) => Pair>> = {
  "sound, anywhere": (random) => [
    [polygon(site(random))],
    [polygon(star(random, corners(random, 3, 60), 1000 * random(), 1000 * random(), 400))],
  ],
  "shared border": (random) => {
    const line = border(random, corners(random, 2, 20));
    return [[north(line)], [south(line)]];
  },
  "part of a border shared": (random) => {
    const line = border(random, 12);
    return [[north(line)], [polygon(ring(...line.slice(2, 7), [600, 0], [200, 100]))]];
  },
  "corner touches corner": (random) => {
    const one = site(random);
    const [x, y] = [one[0] as number, one[1] as number];
    return [[polygon(one)], [polygon(ring([x, y], [x + 300 * random(), y + 200], [x + 300, y - 100]))]];
  },
  identical: (random) => {
    const one = polygon(site(random));
    return [[one], [one]];
  },
  "repeated corners": (random) => {
    const one = site(random);
    const twice = ring(
      ...Array.from({ length: one.length }, (_, at): Corner => {
        const corner = 2 * (at >> 1);
        return [one[corner] as number, one[corner + 1] as number];
      }),
    );
    return [[polygon(twice)], [polygon(one), polygon(star(random, 9, 700, 500, 300))]];
  },
  "sliver 1 mm": sliver(1e-3),
  "sliver 1 µm": sliver(1e-6),
  "sliver 1 nm": sliver(1e-9),
  "gap 1 mm": sliver(-1e-3),
  "border redrawn, 1 mm": (random) => redrawn(random, 1e-3),
  "border redrawn, 0.1 mm": (random) => redrawn(random, 1e-4),
  "border redrawn, unrounded": (random) => redrawn(random, 0),
  "bow-tie": (random) => [
    [polygon(ring([100, 100], [900, 900 * random()], [900, 100], [100, 900]))],
    [polygon(site(random))],
  ],
  spike: (random) => {
    const one = [...site(random)];
    const [x, y] = [one[0] as number, one[1] as number];
    return [[polygon(Float64Array.of(...one, x, y, x + 300, y + 500 * random()))], [polygon(site(random))]];
  },
  "parts overlap": (random) => [
    [polygon(site(random))],
    [
      polygon(star(random, 12, 400, 400, 300)),
      polygon(star(random, 15, 600, 500, 300)),
      rectangle(300, 300, 600, 600),
    ],
  ],
  "a part twice": (random) => {
    const part = polygon(star(random, 12, 400, 400, 300));
    return [[polygon(site(random))], [part, part]];
  },
  "parts share an edge": (random) => {
    const line = border(random, 9);
    return [[polygon(site(random))], [north(line), south(line)]];
  },
  "hole touches shell": (random) => [
    [
      polygon(
        ring([0, 0], [1000, 0], [1000, 1000], [500, 1000], [0, 1000]),
        ring([500, 1000], [300, 400], [700, 400]),
      ),
    ],
    [polygon(site(random))],
  ],
  "hole shares an edge": (random) => [
    [
      polygon(
        ring([0, 0], [1000, 0], [1000, 1000], [0, 1000]),
        ring([0, 300], [400, 300], [400, 700], [0, 700]),
      ),
    ],
    [polygon(site(random))],
  ],
  "fills the hole": (random) => {
    const hole = star(random, 15, 500, 500, 300);
    return [[polygon(rectangle(0, 0, 1000, 1000).shell, hole)], [polygon(hole)]];
  },
};
