import { expect, it } from "vitest";
import { commonArea } from "../../src/geometry/overlay/coverage.ts";
import { TooIntricate } from "../../src/geometry/overlay/slabs.ts";
import type { Polygon } from "../../src/geometry/shape/shape.ts";
import { type Corner, FLAT, mapCorners, polygon, ring, seeded } from "../support/shapes.ts";

/** A comb on 1000 m × 1000 m with so many teeth, half as wide as they are apart. */
function comb(teeth: number): Polygon {
  const wide = 1000 / teeth;
  const corners = Array.from({ length: teeth }, (_, at): Corner[] => {
    const x = at * wide;
    return [
      [x, 1],
      [x, 1000],
      [x + wide / 2, 1000],
      [x + wide / 2, 1],
    ];
  });
  return polygon(ring([0, 0], ...corners.flat(), [1000, 1], [1000, 0]));
}

/** Turned a little, so that no edge runs along an axis. */
const turned = (polygons: readonly Polygon[]) => mapCorners(polygons, (x, y) => [x + y / 10, y - x / 10]);
const upright = (teeth: number) => turned([comb(teeth)]);
const across = (teeth: number) => turned(mapCorners([comb(teeth)], (x, y) => [y, x]));

it("overlays combs that cross each other, and gives up where they have too many teeth", () => {
  // Each tooth crosses each: a quarter of the ground, and the backs.
  expect(commonArea(FLAT, upright(50), across(50)) / 1e6).toBeCloseTo(0.25, 2);
  expect(() => commonArea(FLAT, upright(4000), across(4000))).toThrow(TooIntricate);
  // What was given up leaves nothing behind.
  expect(commonArea(FLAT, upright(50), across(50)) / 1e6).toBeCloseTo(0.25, 2);
});

it("measures a border of very many corners that runs from south to north, as one from west to east", () => {
  const count = 20_000;
  const random = seeded(7);
  const border = Array.from({ length: count + 1 }, (_, at): Corner => [1000 + random() / 30, at / 20]);
  const east = polygon(ring(...border, [2000, 1000], [2000, 0]));
  const west = [polygon(ring([0, 0], [1000.02, 0], [1000.02, 1000], [0, 1000]))];
  const flipped = (polygons: readonly Polygon[]) => mapCorners(polygons, (x, y) => [y, x]);
  const common = commonArea(FLAT, west, [east]);
  expect(common).toBeGreaterThan(1);
  expect(commonArea(FLAT, flipped(west), flipped([east]))).toBeCloseTo(common, 6);
});
