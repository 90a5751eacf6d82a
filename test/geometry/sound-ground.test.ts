import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { commonArea } from "../../src/geometry/overlay/coverage.ts";
import { SoundGround } from "../../src/geometry/overlay/sound-ground.ts";
import { nearPart } from "../../src/geometry/shape/near-part.ts";
import { boxOf, type Polygon, ringsOf, widened } from "../../src/geometry/shape/shape.ts";
import { FLAT, polygon, rectangle, ring, seeded, star } from "../support/shapes.ts";
import { DEGREES, GK, ORIGIN } from "./support.ts";

const SAME = 0.05;
const square = rectangle(0, 0, 10, 10);
const framed = polygon(ring([0, 0], [10, 0], [10, 10], [0, 10]), ring([4, 4], [6, 4], [6, 6], [4, 6]));
const backwards = polygon(ring([0, 10], [10, 10], [10, 0], [0, 0]));

function common(ground: readonly Polygon[], other: Polygon): number | undefined {
  return new SoundGround(FLAT, ground, SAME).look(other)?.m2;
}

describe("the area in common from edges alone", () => {
  it.each<[string, readonly Polygon[], Polygon, number]>([
    ["half", [square], rectangle(5, -1, 15, 11), 50],
    ["whichever way the rings run", [backwards], rectangle(5, -1, 15, 11), 50],
    ["all of it", [square], rectangle(-5, -5, 15, 15), 100],
    ["a small one inside", [square], rectangle(2, 2, 4, 5), 6],
    ["without the ground's hole", [framed], rectangle(3, 3, 7, 7), 12],
    ["without the other's hole", [rectangle(3, 3, 7, 7)], framed, 12],
    ["inside the other's hole", [rectangle(4.5, 4.5, 5.5, 5.5)], framed, 0],
    ["two parts of the ground", [square, rectangle(20, 0, 30, 10)], rectangle(5, -5, 25, 15), 100],
    ["beside it", [square], rectangle(11, 0, 20, 9), 0],
    ["below it", [square], rectangle(-1, -9, 11, -1), 0],
    ["above it", [square], rectangle(-1, 11, 11, 19), 0],
    ["an edge in common", [square], rectangle(10, 2, 20, 8), 0],
    ["edges that lie on each other", [square], rectangle(2, 0, 8, 5), 30],
    ["slanting edges that cross", [square], polygon(ring([5, -5], [15, 5], [5, 15], [-5, 5])), 100],
  ])("%s", (_name, ground, other, area) => {
    expect(common(ground, other)).toBeCloseTo(area, 9);
  });

  it.each<[string, number, boolean]>([
    ["on a corner of the ground", 0, false],
    ["5 cm from it", 0.0499, false],
    ["further", 0.0501, true],
  ])("a corner %s", (_name, off, isTold) => {
    expect(common([square], rectangle(10 + off, 10, 20, 20)) !== undefined).toBe(isTold);
    expect(common([square], polygon(ring([10, -off], [30, 5], [10.2, 20]))) !== undefined).toBe(isTold);
  });

  it("grounds of very many corners aren't looked at so", () => {
    const many = (corners: number) => [polygon(star(seeded(1), corners, 0, 0, 100))];
    expect(common(many(300), square)).toBeDefined();
    expect(common(many(301), square)).toBeUndefined();
  });

  it("is that of the slabs, for anything sound", () => {
    const one = fc.record({
      seed: fc.integer(),
      corners: fc.integer({ min: 3, max: 60 }),
      x: fc.double({ min: -1500, max: 1500, noNaN: true }),
      y: fc.double({ min: -1500, max: 1500, noNaN: true }),
      radius: fc.double({ min: 1, max: 1500, noNaN: true }),
      isHollow: fc.boolean(),
    });
    fc.assert(
      fc.property(one, one, fc.boolean(), (a, b, inDegrees) => {
        const crs = inDegrees ? DEGREES : GK;
        const [originX, originY, unit] = inDegrees ? [111.3, 34.2, 1 / 100_000] : [...ORIGIN, 1];
        const shape = ({ seed, corners, x, y, radius, isHollow }: typeof a): Polygon => {
          const place = [originX + x * unit, originY + y * unit] as const;
          const shell = star(seeded(seed), corners, ...place, radius * unit, 0.5);
          const hole = star(seeded(seed), 7, ...place, radius * unit * 0.1, 0.5);
          return polygon(shell, ...(isHollow && corners > 5 ? [hole] : []));
        };
        const [ground, other] = [shape(a), shape(b)];
        const plane = planeFor(crs, boxOf(ringsOf([ground])));
        const exact = commonArea(plane, [ground], [other]);
        const quick = new SoundGround(plane, [ground], 0).look(other);
        expect(Math.abs((quick?.m2 ?? Number.NaN) - exact)).toBeLessThan(1e-6 + 1e-10 * exact);
      }),
      { numRuns: 400, seed: 20261125 },
    );
  });
});

describe("the part of a polygon near a window", () => {
  const big = polygon(star(seeded(5), 5000, 0, 0, 1000, 0.9), star(seeded(6), 60, 200, 0, 80));

  it.each<[string, number, number, number]>([
    ["across its border", 900, 300, 60],
    ["inside it", -300, 100, 60],
    ["in its hole", 200, 0, 20],
    ["across the hole's border", 260, 0, 60],
    ["around all of it", 0, 0, 3000],
  ])("has the same ground in it: %s", (_name, x, y, size) => {
    const site = rectangle(x, y, x + size, y + size);
    const part = nearPart(big, widened(boxOf(ringsOf([site])), 5, 5));
    const whole = commonArea(FLAT, [site], [big]);
    expect(part === undefined ? 0 : commonArea(FLAT, [site], [part])).toBeCloseTo(whole, 6);
    if (size < 100) expect(ringsOf(part === undefined ? [] : [part]).join().length).toBeLessThan(20_000);
  });

  it("is nothing where all of it lies to one side", () => {
    expect(nearPart(big, { minX: 2000, maxX: 2100, minY: 0, maxY: 100 })).toBeUndefined();
  });

  it("keeps every corner in the window, and moves none", () => {
    const corners = ({ shell, holes }: Polygon, isIn: (x: number, y: number) => boolean) =>
      [shell, ...holes].flatMap((one) =>
        Array.from({ length: one.length / 2 }, (_, at) => [one[2 * at], one[2 * at + 1]] as [number, number])
          .filter(([x, y]) => isIn(x, y))
          .map(String),
      );
    fc.assert(
      fc.property(
        fc.integer({ min: -1200, max: 1200 }),
        fc.integer({ min: -1200, max: 1200 }),
        fc.integer({ min: 1, max: 500 }),
        (x, y, size) => {
          const window = { minX: x, minY: y, maxX: x + size, maxY: y + size };
          const isIn = (atX: number, atY: number) =>
            atX >= x && atX <= x + size && atY >= y && atY <= y + size;
          const part = nearPart(big, window);
          const kept = part === undefined ? [] : corners(part, () => true);
          expect(new Set(kept)).toEqual(new Set([...kept, ...corners(big, isIn)]));
          const all = new Set(corners(big, () => true));
          expect(kept.every((one) => all.has(one))).toBe(true);
          const site = rectangle(x, y, x + size, y + size);
          const there = part === undefined ? 0 : commonArea(FLAT, [site], [part]);
          expect(Math.abs(there - commonArea(FLAT, [site], [big]))).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });
});
