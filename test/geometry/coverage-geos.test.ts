import { describe, expect, it } from "vitest";
import { areaOf, commonArea } from "../../src/geometry/overlay/coverage.ts";
import { loadGeos } from "../support/geos.ts";
import { KINDS, redrawn } from "../support/pairs.ts";
import { FLAT, mapCorners, seeded } from "../support/shapes.ts";

const geos = await loadGeos();

/** Where the shapes lie: an easting with its zone's number; longitude and latitude, a degree for 100 km. */
const PLACES = {
  metres: { unit: 1, east: 38_500_000, north: 3_900_000 },
  degrees: { unit: 1e-5, east: 111.2, north: 35.1 },
};
const PAIRS_EACH = 30;

const cases = Object.entries(PLACES).flatMap(([name, place]) =>
  Object.entries(KINDS).map(([kind, make], index) => ({ name, kind, make, index, place })),
);

describe("areas agree with GEOS to 1e-9 of the smaller area", () => {
  it.each(cases)("$kind, in $name", ({ make, index, place: { unit, east, north } }) => {
    const random = seeded(1000 + index);
    for (let round = 0; round < PAIRS_EACH; round++) {
      const placed = (x: number, y: number) => [east + x * unit, north + y * unit] as const;
      const pair = make(random);
      const a = mapCorners(pair[0], placed);
      const b = mapCorners(pair[1], placed);
      const expected = [geos.area(a), geos.area(b), geos.common(a, b)];
      const found = [areaOf(FLAT, a), areaOf(FLAT, b), commonArea(FLAT, a, b)];
      const smaller = Math.min(...expected.slice(0, 2));
      const off = found.map((area, at) => Math.abs(area - (expected[at] ?? Number.NaN)) / smaller);
      expect(Math.max(...off), `pair ${round}: ${found} against ${expected}`).toBeLessThan(1e-9);
    }
  });
});

describe("neighbours whose border one of them has drawn with more corners", () => {
  it.each([
    ["1 mm", 1e-3],
    ["0.1 mm", 1e-4],
    ["1 µm", 1e-6],
    ["nothing", 0],
  ])("rounded to %s: the sliver is measured to a square millimetre", (_name, step) => {
    const random = seeded(77);
    const off: number[] = [];
    for (let round = 0; round < 125; round++) {
      const [a, b] = redrawn(random, step);
      off.push(Math.abs(commonArea(FLAT, a, b) - geos.common(a, b)));
    }
    expect(Math.max(...off)).toBeLessThan(1e-6);
  });
});
