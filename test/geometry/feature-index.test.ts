import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeatureIndex } from "../../src/geometry/feature-index.ts";
import { boxesMeet, boxOf, ringsOf } from "../../src/geometry/shape.ts";
import { polygon, rectangle, ring } from "../support/shapes.ts";

const corner = fc.integer({ min: -50, max: 50 });
const anyRectangle = fc
  .tuple(corner, corner, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
  .map(([x, y, width, height]) => rectangle(x, y, x + width, y + height));
const anyFeature = fc.array(anyRectangle, { maxLength: 3 });

describe("features by place", () => {
  it("finds exactly those whose boxes meet, in the order they were added", () =>
    fc.assert(
      fc.property(fc.array(anyFeature, { maxLength: 60 }), anyRectangle, (features, around) => {
        const index = new FeatureIndex();
        for (const feature of features) index.add(feature);
        const box = boxOf([around.shell]);
        const expected = [...features.keys()].filter((at) =>
          boxesMeet(boxOf(ringsOf(features[at] ?? [])), box),
        );
        expect(index.near(box)).toEqual(expected);
      }),
    ));

  it("gives back the polygons as they were", () =>
    fc.assert(
      fc.property(fc.array(anyFeature, { maxLength: 60 }), (features) => {
        const index = new FeatureIndex();
        for (const feature of features) index.add(feature);
        expect(index.size).toBe(features.length);
        expect(features.map((_, at) => index.polygonsOf(at))).toEqual(features);
      }),
    ));

  it("keeps holes, and finds what is added after a search", () => {
    const index = new FeatureIndex();
    const holed = polygon(
      rectangle(0, 0, 9, 9).shell,
      ring([1, 1], [2, 1], [1, 2]),
      ring([5, 5], [6, 5], [5, 6]),
    );
    expect(index.near(boxOf([holed.shell]))).toEqual([]);
    expect(index.add([holed])).toBe(0);
    expect(index.near(boxOf([holed.shell]))).toEqual([0]);
    expect(index.add([rectangle(9, 9, 12, 12)])).toBe(1);
    expect(index.near(boxOf([holed.shell]))).toEqual([0, 1]);
    expect(index.polygonsOf(0)).toEqual([holed]);
  });
});
