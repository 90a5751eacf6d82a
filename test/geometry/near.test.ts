import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { near } from "../../src/geometry/shape/near.ts";
import { boxesMeet, boxOf } from "../../src/geometry/shape/shape.ts";
import { rectangle } from "../support/shapes.ts";

const corner = fc.integer({ min: -50, max: 50 });
const box = fc
  .tuple(corner, corner, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
  .map(([x, y, width, height]) => boxOf([rectangle(x, y, x + width, y + height).shell]));
/** What has no corners has no box. */
const placed = fc.oneof({ weight: 9, arbitrary: box }, fc.constant(boxOf([]))).map((one) => ({ box: one }));

describe("what lies near", () => {
  it("is exactly what has a box that meets the given one, in order, of few and of many, time and again", () =>
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 60 }), fc.array(box, { minLength: 1 }), (all, around) => {
        for (const one of around)
          expect(near(all, one)).toEqual(all.filter((other) => boxesMeet(other.box, one)));
      }),
    ));
});
