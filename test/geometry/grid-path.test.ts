import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { withoutSpikes } from "../../src/geometry/overlay/grid-path.ts";
import { intersection } from "../../src/geometry/overlay/overlay.ts";

const points = (pairs: readonly (readonly [number, number])[]) => pairs.map(([x, y]) => ({ x, y }));

describe("a path on the grid", () => {
  it.each<[string, [number, number][], [number, number][]]>([
    [
      "a square",
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
      ],
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
      ],
    ],
    [
      "a repeated corner",
      [
        [0, 0],
        [9, 0],
        [9, 0],
        [9, 9],
      ],
      [
        [0, 0],
        [9, 0],
        [9, 9],
      ],
    ],
    [
      "a spike",
      [
        [0, 0],
        [9, 0],
        [20, 0],
        [9, 0],
        [9, 9],
      ],
      [
        [0, 0],
        [9, 0],
        [9, 9],
      ],
    ],
    [
      "a spike that comes back over corners",
      [
        [0, 0],
        [400, 0],
        [600, 200],
        [300, 0],
        [200, 0],
      ],
      [
        [400, 0],
        [600, 200],
        [300, 0],
      ],
    ],
    [
      "a spike at its beginning",
      [
        [20, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [9, 0],
      ],
      [
        [9, 0],
        [9, 9],
        [0, 9],
      ],
    ],
    [
      "nothing but a line",
      [
        [0, 0],
        [9, 9],
        [4, 4],
      ],
      [],
    ],
    [
      "corners along an edge",
      [
        [0, 0],
        [4, 0],
        [9, 0],
        [9, 9],
      ],
      [
        [0, 0],
        [4, 0],
        [9, 0],
        [9, 9],
      ],
    ],
  ])("of %s", (_, path, left) => {
    expect(new Set(withoutSpikes(points(path)).map(({ x, y }) => `${x} ${y}`))).toEqual(
      new Set(points(left).map(({ x, y }) => `${x} ${y}`)),
    );
  });

  it("ends, whatever the rings that are drawn", () => {
    const crs = { kind: "gauss-kruger", width: 3, zone: 38, prefixed: true } as const;
    const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }));
    const ring = fc
      .array(corner, { minLength: 3, maxLength: 9 })
      .map((corners) =>
        Float64Array.from(corners.flatMap(([x, y]) => [38_500_000 + 100 * x, 3_680_000 + 100 * y])),
      );
    fc.assert(
      fc.property(ring, ring, (a, b) => {
        const plane = planeFor(crs, { minX: 38_500_000, minY: 3_680_000, maxX: 38_500_600, maxY: 3_680_300 });
        const { drawn, measured } = intersection(
          plane,
          [{ shell: a, holes: [] }],
          [{ shell: b, holes: [] }],
          0,
        );
        expect(drawn).toBeCloseTo(measured, 0);
      }),
      { numRuns: 500 },
    );
  });
});
