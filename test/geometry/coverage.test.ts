import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { areaOf, commonArea } from "../../src/geometry/overlay/coverage.ts";
import { allowedArea, relationOf, TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import { boxOf, type Polygon, ringsOf } from "../../src/geometry/shape/shape.ts";
import { FLAT, mapCorners, polygon, rectangle, ring, seeded, star } from "../support/shapes.ts";

const square = rectangle(0, 0, 10, 10);
const bowTie = polygon(ring([0, 0], [10, 10], [10, 0], [0, 10]));
const framed = polygon(ring([0, 0], [10, 0], [10, 10], [0, 10]), ring([4, 4], [6, 4], [6, 6], [4, 6]));

describe("what is covered, in simple numbers", () => {
  it.each<[string, readonly Polygon[], number]>([
    ["nothing", [], 0],
    ["a square", [square], 100],
    ["the same square twice", [square, square], 100],
    ["two squares that overlap by half", [square, rectangle(5, 0, 15, 10)], 150],
    ["two squares side by side", [square, rectangle(10, 0, 20, 10)], 200],
    ["a square and one inside it", [square, rectangle(2, 2, 4, 4)], 100],
    ["a square with a hole", [framed], 96],
    ["its hole covered by another polygon", [framed, rectangle(4, 4, 6, 6)], 100],
    ["the two wings of a bow-tie", [bowTie], 50],
    ["a ring run through twice in one polygon cancels out", [polygon(square.shell, square.shell)], 0],
    ["a spike has no area", [polygon(ring([0, 0], [10, 0], [10, 10], [30, 10], [10, 10], [0, 10]))], 100],
    [
      "a ring that repeats its first corner",
      [polygon(ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]))],
      100,
    ],
    ["a line", [polygon(ring([0, 0], [5, 5], [10, 10]))], 0],
    ["two corners", [polygon(ring([0, 0], [5, 5]))], 0],
    [
      "three lines through one point",
      [polygon(ring([0, 0], [10, 10], [10, 5], [0, 5], [0, 10], [10, 0]))],
      50,
    ],
  ])("%s", (_name, polygons, area) => {
    expect(areaOf(FLAT, polygons)).toBeCloseTo(area, 10);
  });

  it.each<[string, readonly Polygon[], readonly Polygon[], number]>([
    ["squares that overlap", [square], [rectangle(5, 5, 15, 15)], 25],
    ["an edge in common", [square], [rectangle(10, 0, 20, 10)], 0],
    ["a corner in common", [square], [rectangle(10, 10, 20, 20)], 0],
    ["far apart", [square], [rectangle(100, 100, 110, 110)], 0],
    ["one inside the other", [square], [rectangle(-5, -5, 15, 15)], 100],
    ["in the hole of the other", [rectangle(4, 4, 6, 6)], [framed], 0],
    ["over the hole", [rectangle(3, 3, 7, 7)], [framed], 12],
    ["half in one, half in its neighbour", [rectangle(8, 2, 12, 4)], [square, rectangle(10, 0, 20, 10)], 8],
    ["two that overlap count once", [square], [rectangle(5, 0, 15, 10), rectangle(4, 0, 9, 10)], 60],
    ["a bow-tie", [rectangle(0, 0, 5, 10)], [bowTie], 25],
    ["nothing to overlap with", [square], [], 0],
    [
      "past a border that leaves the site to the north and south and comes back",
      [square],
      [polygon(ring([2, -50], [4, 50], [6, -50], [8, 50], [60, 50], [60, -90], [-40, -90], [-40, -50]))],
      47,
    ],
  ])("in common: %s", (_name, a, b, area) => {
    expect(commonArea(FLAT, a, b)).toBeCloseTo(area, 10);
    expect(commonArea(FLAT, b, a)).toBeCloseTo(area, 10);
  });

  it("a sliver of a nanometre on an edge of a kilometre", () => {
    const reach = 500 + 1e-9;
    const common = commonArea(FLAT, [rectangle(0, 0, 500, 1000)], [rectangle(500 - 1e-9, 0, 900, 1000)]);
    expect(common).toBeCloseTo((500 - (500 - 1e-9)) * 1000, 15);
    expect(commonArea(FLAT, [rectangle(0, 0, 500, 1000)], [rectangle(reach, 0, 900, 1000)])).toBe(0);
  });

  it("measures on the ellipsoid, in the plane's own way", () => {
    const cell = rectangle(111, 35, 111.1, 35.1);
    const plane = planeFor({ kind: "geographic", datum: "CGCS2000" }, boxOf(ringsOf([cell])));
    const whole = 0.1 * (plane.areaBelow(111, 35.1) - plane.areaBelow(111, 35));
    expect(areaOf(plane, [cell])).toBeCloseTo(whole, 4);
    expect(commonArea(plane, [cell], [rectangle(111, 34, 111.04, 36)])).toBeCloseTo(0.4 * whole, 4);
  });
});

/** Rings of any sort: stars, and corners at random on a coarse grid, where they often coincide. */
const anyRing = fc.oneof(
  fc
    .tuple(fc.integer(), fc.integer({ min: 3, max: 24 }), fc.integer({ min: -30, max: 30 }))
    .map(([seed, corners, x]) => star(seeded(seed), corners, x, x / 2, 40)),
  fc
    .array(fc.integer({ min: -12, max: 12 }), { minLength: 3, maxLength: 30 })
    .map((values) => Float64Array.from([...values, ...values.toReversed()])),
);
const anyPolygon = fc
  .tuple(anyRing, fc.array(anyRing, { maxLength: 2 }))
  .map(([shell, holes]) => polygon(shell, ...holes));
const anyArea = fc.array(anyPolygon, { minLength: 1, maxLength: 3 });
const anySite = fc
  .tuple(fc.integer(), fc.integer({ min: 4, max: 30 }))
  .map(([seed, corners]) => [polygon(star(seeded(seed), corners, 0, 0, 50))]);

const close = (found: number, expected: number) => expect(found).toBeCloseTo(expected, 8);

describe("whatever the rings", () => {
  it("order doesn't matter, and what is in common with itself is all", () =>
    fc.assert(
      fc.property(anyArea, anyArea, (a, b) => {
        close(commonArea(FLAT, a, b), commonArea(FLAT, b, a));
        close(commonArea(FLAT, a, a), areaOf(FLAT, a));
      }),
    ));

  it("both together are one and the other less what they share", () =>
    fc.assert(
      fc.property(anyArea, anyArea, (a, b) => {
        close(areaOf(FLAT, [...a, ...b]), areaOf(FLAT, a) + areaOf(FLAT, b) - commonArea(FLAT, a, b));
      }),
    ));

  it("a polygon and all the ground around it share out the site", () =>
    fc.assert(
      fc.property(anyArea, anyPolygon, (a, b) => {
        const around = polygon(rectangle(-200, -200, 200, 200).shell, b.shell, ...b.holes);
        close(commonArea(FLAT, a, [b]) + commonArea(FLAT, a, [around]), areaOf(FLAT, a));
      }),
    ));

  it("turned by a right angle, mirrored or moved, areas stay", () =>
    fc.assert(
      fc.property(anyArea, anyArea, fc.integer({ min: -1000, max: 1000 }), (a, b, by) => {
        const common = commonArea(FLAT, a, b);
        const both = (change: (x: number, y: number) => readonly [number, number]) =>
          commonArea(FLAT, mapCorners(a, change), mapCorners(b, change));
        close(
          both((x, y) => [y, x]),
          common,
        );
        close(
          both((x, y) => [-x, y]),
          common,
        );
        close(
          both((x, y) => [x, -y]),
          common,
        );
        close(
          both((x, y) => [x + by, y - 2 * by]),
          common,
        );
      }),
    ));

  it("copies count once", () =>
    fc.assert(
      fc.property(anyArea, anyArea, (a, b) => {
        close(commonArea(FLAT, a, [...b, ...b, ...b]), commonArea(FLAT, a, b));
      }),
    ));

  it("a site drawn in by less than the tolerance lies inside itself, and it inside the site", () =>
    fc.assert(
      fc.property(anySite, fc.double({ min: 0, max: 1e-5, noNaN: true }), (site, by) => {
        const shrunk = mapCorners(site, (x, y) => [x * (1 - by), y * (1 - by)]);
        const [area, other] = [areaOf(FLAT, site), areaOf(FLAT, shrunk)];
        const common = commonArea(FLAT, site, shrunk);
        const allowed = allowedArea(TOLERANCE, area, other);
        expect(relationOf(area, common, allowed)).toBe("inside");
        expect(relationOf(other, common, allowed)).toBe("inside");
        close(common, other);
      }),
    ));

  it("any numbers at all come to an end, with a number", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 40 }), {
          maxLength: 4,
        }),
        fc.array(fc.double(), { maxLength: 40 }),
        (a, b) => {
          const polygons = a.map((values) => polygon(Float64Array.from(values)));
          const other = [polygon(Float64Array.from(b)), ...polygons.slice(1)];
          expect(areaOf(FLAT, polygons)).toBeTypeOf("number");
          expect(commonArea(FLAT, polygons, other)).toBeTypeOf("number");
        },
      ),
    ));
});

describe("tangles", () => {
  it("hundreds of lines through one point", () => {
    const lines = Array.from({ length: 300 }, (_, at) => {
      const [x, y] = [Math.cos((Math.PI * at) / 300), Math.sin((Math.PI * at) / 300)];
      return at % 2 === 0 ? [x, y, -x, -y] : [-x, -y, x, y];
    });
    const shell = Float64Array.from(lines.flat());
    const odd = areaOf(FLAT, [polygon(shell)]);
    const even = areaOf(FLAT, [polygon(rectangle(-1, -1, 1, 1).shell, shell)]);
    expect(odd).toBeGreaterThan(1);
    expect(odd + even).toBeCloseTo(4, 9);
  });

  it("a thousand corners anywhere: what is even and what is odd make up the whole", () => {
    const random = seeded(8);
    const shell = Float64Array.from({ length: 2000 }, () => 100 * random());
    const box = rectangle(0, 0, 100, 100);
    const odd = areaOf(FLAT, [polygon(shell)]);
    const even = areaOf(FLAT, [polygon(box.shell, shell)]);
    expect(odd + even).toBeCloseTo(10_000, 7);
  });

  it("of a zone with 60 000 corners a site takes what is near", () => {
    const zone = [polygon(star(seeded(4), 60_000, 0, 0, 10_000, 0.9999))];
    const site = [polygon(star(seeded(5), 20, 0, 0, 500))];
    expect(commonArea(FLAT, site, zone)).toBeCloseTo(areaOf(FLAT, site), 6);
  });
});
