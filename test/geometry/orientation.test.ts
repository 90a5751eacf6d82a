import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orientation } from "../../src/geometry/shape/orientation.ts";

describe("orientation", () => {
  it.each([
    ["left", [0, 0, 1, 0, 1, 1], 1],
    ["right", [0, 0, 1, 0, 1, -1], -1],
    ["on a line along an axis", [0, 5, 1, 5, 9, 5], 0],
    ["on a slanted line", [0, 0, 1, 1, 3, 3], 0],
    [
      "a thousandth of a micrometre off a line in metres",
      [38_500_000, 3_800_000, 38_500_003, 3_800_001, 38_500_006, 3_800_002.000000001],
      1,
    ],
    ["products below the smallest number", [0, 0, 1e-200, 0, 0, 1e-200], 1],
    ["products beyond the largest number", [-1e308, 0, 1e308, 0, 0, -1e308], -1],
    ["the same point thrice", [5e-324, 1, 5e-324, 1, 5e-324, 1], 0],
  ] as const)("%s", (_, [ax, ay, bx, by, cx, cy], expected) => {
    expect(orientation(ax, ay, bx, by, cx, cy)).toBe(expected);
  });

  /** Numbers of few bits far from each other: their sums and products don't fit a double. */
  const number = fc.tuple(fc.integer({ min: -7, max: 7 }), fc.integer({ min: -40, max: 40 }));
  const points = fc.array(fc.tuple(number, number), { minLength: 6, maxLength: 6 });

  it("agrees with whole numbers", () => {
    fc.assert(
      fc.property(points, (all) => {
        const doubles = all.map(([[m, e], [n, f]]) => m * 2 ** e + n * 2 ** f);
        const whole = all.map(
          ([[m, e], [n, f]]) => BigInt(m) * 2n ** BigInt(e + 40) + BigInt(n) * 2n ** BigInt(f + 40),
        );
        fc.pre(doubles.every((double, at) => BigInt(double * 2 ** 40) === whole[at]));
        const [ax, ay, bx, by, cx, cy] = doubles as [number, number, number, number, number, number];
        const [AX, AY, BX, BY, CX, CY] = whole as [bigint, bigint, bigint, bigint, bigint, bigint];
        const turn = (AX - CX) * (BY - CY) - (AY - CY) * (BX - CX);
        expect(orientation(ax, ay, bx, by, cx, cy)).toBe(turn === 0n ? 0 : turn > 0n ? 1 : -1);
      }),
      { numRuns: 3000 },
    );
  });

  it("doesn't depend on the point it starts from, and turns round with the order", () => {
    const near = fc.integer({ min: 0, max: 40 }).map((step) => 114 + step * 1e-14);
    fc.assert(
      fc.property(near, near, near, near, near, near, (ax, ay, bx, by, cx, cy) => {
        const turn = orientation(ax, ay, bx, by, cx, cy);
        expect(orientation(bx, by, cx, cy, ax, ay)).toBe(turn);
        expect(orientation(bx, by, ax, ay, cx, cy) + turn).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });
});
