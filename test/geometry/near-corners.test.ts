import fc from "fast-check";
import { expect, it } from "vitest";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { areaOf, commonArea } from "../../src/geometry/overlay/coverage.ts";
import { offset } from "../../src/geometry/overlay/offset.ts";
import { TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import { boxOf, type Polygon, type Ring, ringsOf } from "../../src/geometry/shape/shape.ts";
import { measureSite } from "../../src/geometry/site/measure.ts";
import { type Corner, polygon, type Random, ring, seeded, star } from "../support/shapes.ts";
import { feature, layer, QUESTION } from "./layers.ts";
import { GK, ORIGIN } from "./support.ts";

/** No more than this may be let go by corners and edges, in metres. */
const DEEPEST = 0.0505;

/** A ring on most of the site's corners, each up to so far off, with some corners of its own between. */
function nearly(random: Random, own: Ring, off: number): Ring {
  const away = () => 2 * (random() - 0.5) * off;
  const corners: Corner[] = [];
  for (let at = 0; at < own.length; at += 2) {
    const [x, y] = own.subarray(at, at + 2) as unknown as Corner;
    const [nextX, nextY] = own.subarray(
      (at + 2) % own.length,
      ((at + 2) % own.length) + 2,
    ) as unknown as Corner;
    if (random() < 0.85) corners.push([x + away(), y + away()]);
    if (random() < 0.3) {
      const bulge = (random() - 0.5) * 10 ** (2 * random() - 1.5);
      corners.push([(x + nextX) / 2 + bulge, (y + nextY) / 2 + bulge]);
    }
  }
  return ring(...corners);
}

/** What lies further inside of the site than corners and edges may be off, and is in the layer or out of it. */
function deep(site: Polygon, other: Polygon) {
  const plane = planeFor(GK, boxOf(ringsOf([site])));
  const core = offset([site], GK, -DEEPEST);
  const common = commonArea(plane, core, [other]);
  return { common, beyond: areaOf(plane, core) - common };
}

it("what is clear or inside by shared corners is so further than 5 cm from the border", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom(3, 30, 1000),
      fc.constantFrom(0.01, 0.035, 0.1),
      (seed, size, off) => {
        const random = seeded(seed);
        const [x, y] = ORIGIN;
        const own = star(random, 3 + Math.floor(5 * random()), x, y, size);
        const site = polygon(own);
        const near = nearly(random, own, off);
        const around = ring(
          [x - 1999, y - 1999],
          [x + 1999, y - 1999],
          [x + 1999, y + 1999],
          [x - 1999, y + 1999],
        );
        for (const other of [polygon(near), polygon(around, near)]) {
          const drawn = [feature(other)];
          const { inCounty, constraints } = measureSite(
            { polygons: [site], crs: GK, account: [] },
            [layer({ of: "county" }, drawn), layer({ of: "constraint", key: "heritage" }, drawn)],
            QUESTION,
          );
          const { common, beyond } = deep(site, other);
          const reserve = constraints.heritage;
          if (inCounty?.known && inCounty.value) expect(beyond).toBeLessThanOrEqual(TOLERANCE.m2);
          if (reserve?.known && !reserve.value.overlaps) expect(common).toBeLessThanOrEqual(TOLERANCE.m2);
          seen.add(`inside ${inCounty?.known && inCounty.value}`);
          seen.add(`overlaps ${reserve?.known && reserve.value.overlaps}`);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(["inside false", "inside true", "overlaps false", "overlaps true"]);
});
