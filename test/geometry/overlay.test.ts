import { describe, expect, it } from "vitest";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { areaOf } from "../../src/geometry/overlay/coverage.ts";
import { difference, intersection } from "../../src/geometry/overlay/overlay.ts";
import { boxOf, ringsOf } from "../../src/geometry/shape/shape.ts";
import { KINDS } from "../support/pairs.ts";
import { FLAT, mapCorners, polygon, rectangle, ring, seeded } from "../support/shapes.ts";

const EAST = 38_500_000;
const NORTH = 3_900_000;
const placed = (...box: readonly [number, number, number, number]) =>
  mapCorners([rectangle(...box)], (x, y) => [EAST + x, NORTH + y]);
const site = placed(0, 0, 100, 100);
const across = placed(50, 50, 150, 150);
const inside = placed(40, 40, 60, 60);
const beside = placed(100, 0, 200, 100);
const sliver = placed(99.999, 0, 200, 100);

describe("outlines", () => {
  it("of ground in common", () => {
    const { polygons, drawn, measured } = intersection(FLAT, site, across, 1);
    expect(polygons.map(({ shell, holes }) => [[...boxValues(shell)], holes.length])).toEqual([
      [[EAST + 50, NORTH + 50, EAST + 100, NORTH + 100], 0],
    ]);
    expect([drawn, measured]).toEqual([expect.closeTo(2500, 3), expect.closeTo(2500, 6)]);
  });

  it("of ground left over, with the hole", () => {
    const { polygons, drawn, measured } = difference(FLAT, site, inside, 1);
    expect(polygons.map(({ holes }) => holes.map((hole) => [...boxValues(hole)]))).toEqual([
      [[EAST + 40, NORTH + 40, EAST + 60, NORTH + 60]],
    ]);
    expect([drawn, measured]).toEqual([expect.closeTo(9600, 3), expect.closeTo(9600, 6)]);
  });

  it.each([
    ["touching", beside],
    ["a sliver smaller than the least area", sliver],
  ])("%s: no ground in common to draw", (_name, other) => {
    expect(intersection(FLAT, site, other, 1).polygons).toEqual([]);
    expect(difference(FLAT, site, other, 1).polygons).toHaveLength(1);
  });

  it("of nothing, or of numbers that can't be drawn: none, and no failure", () => {
    expect(intersection(FLAT, site, [], 1).polygons).toEqual([]);
    expect(intersection(FLAT, [], site, 1).polygons).toEqual([]);
    expect(difference(FLAT, [], [], 1).polygons).toEqual([]);
    const absurd = [polygon(ring([0, 0], [1e308, 1], [Number.NaN, 1e308], [-1e308, 7]))];
    expect(difference(FLAT, site, absurd, 1).measured).toBeTypeOf("number");
    expect(difference(FLAT, absurd, site, 1).polygons).toBeInstanceOf(Array);
  });

  it("in degrees, fine enough for ellipsoidal areas", () => {
    const [a, b] = [rectangle(111, 35, 111.01, 35.01), rectangle(111.004, 35.003, 111.02, 35.02)];
    const plane = planeFor({ kind: "geographic", datum: "CGCS2000" }, boxOf(ringsOf([a])));
    const common = intersection(plane, [a], [b], 1);
    const left = difference(plane, [a], [b], 1);
    expect(common.drawn).toBeCloseTo(common.measured, 0);
    expect(left.drawn).toBeCloseTo(left.measured, 0);
    expect(common.drawn + left.drawn).toBeCloseTo(areaOf(plane, [a]), 0);
  });
});

/** Half a step of the grid along every edge: a square metre for ten kilometres of border. */
describe.each(Object.entries(KINDS))("outlines of %s", (_kind, make) => {
  it("have the area that was measured", () => {
    const random = seeded(31);
    for (let round = 0; round < 10; round++) {
      const [a, b] = make(random);
      for (const { drawn, measured } of [intersection(FLAT, a, b, 0), difference(FLAT, a, b, 0)])
        expect(Math.abs(drawn - measured)).toBeLessThan(1);
    }
  });
});

function boxValues(shell: Float64Array): readonly number[] {
  return Object.values(boxOf([shell])).map((value) => Math.round(value * 1e4) / 1e4);
}
