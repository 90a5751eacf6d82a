import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxIn, lonLatBox } from "../../src/geometry/crs/box-in.ts";
import { project } from "../../src/geometry/crs/project.ts";
import { boxOf, xOf, yOf } from "../../src/geometry/shape/shape.ts";
import { anyCrs, DEGREES, star, zone } from "./places.ts";

describe("a box in another CRS", () => {
  it("holds every place of the box it is made from, and little more", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const size = fc.constantFrom(1, 12);
    fc.assert(
      fc.property(star, anyCrs, anyCrs, size, unit, unit, (polygon, from, to, times, across, up) => {
        const own = boxOf([project(polygon, DEGREES, from, 1000).shell]);
        const box = { ...own, maxX: own.minX + times * (own.maxX - own.minX) };
        const held = boxIn(box, from, to);
        const place = (east: number, north: number) => {
          const shell = Float64Array.of(
            box.minX + east * (box.maxX - box.minX),
            box.minY + north * (box.maxY - box.minY),
          );
          const image = project({ shell, holes: [] }, from, to).shell;
          return [xOf(image, 0), yOf(image, 0)] as const;
        };
        for (const [x, y] of [
          place(across, up),
          place(across, 0),
          place(across, 1),
          place(0, up),
          place(1, up),
        ]) {
          expect(x).toBeGreaterThanOrEqual(held.minX);
          expect(x).toBeLessThanOrEqual(held.maxX);
          expect(y).toBeGreaterThanOrEqual(held.minY);
          expect(y).toBeLessThanOrEqual(held.maxY);
        }
        const parts = Array.from({ length: 41 }, (_, at) => at / 40);
        const south = Math.min(...parts.map((part) => place(part, 0)[1]));
        expect(south - held.minY).toBeLessThan(to.kind === "geographic" ? 1e-3 : 60);
      }),
      { numRuns: 100 },
    );
  });

  it("moves exactly between zones with and without prefix", () => {
    const box = { minX: 400_000, minY: 3_600_000, maxX: 500_000, maxY: 3_700_000 };
    expect(boxIn(box, zone(3, 38, false), zone(3, 38, true))).toEqual({
      ...box,
      minX: 38_400_000,
      maxX: 38_500_000,
    });
  });

  it("of degrees stays itself in degrees, and one of nothing in any CRS", () => {
    const box = { minX: 114, minY: 33, maxX: 115, maxY: 34 };
    expect(lonLatBox(box, DEGREES)).toBe(box);
    const nothing = boxOf([]);
    expect(lonLatBox(nothing, zone(3, 38, true))).toBe(nothing);
  });
});
