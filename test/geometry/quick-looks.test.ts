import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import type { Polygon } from "../../src/geometry/shape/shape.ts";
import type { Meeting } from "../../src/geometry/site/meeting.ts";
import { Site } from "../../src/geometry/site/site.ts";
import { sliverOf } from "../../src/geometry/site/sliver.ts";
import { words } from "../../src/model/words.ts";
import { polygon, seeded, star } from "../support/shapes.ts";
import { at, feature, layer, SITE } from "./layers.ts";
import { ORIGIN } from "./support.ts";

const RESERVE = { of: "constraint", key: "nature-reserve" } as const;
const NAME = words("保护区", "reserve");

/** Ground in metres about the site, which is 100 m both ways: along its edges, or anywhere. */
const beside = fc
  .record({
    off: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    from: fc.double({ min: -50, max: 90, noNaN: true }),
    length: fc.double({ min: 0.2, max: 150, noNaN: true }),
    side: fc.constantFrom("west", "south"),
  })
  .map(
    ({ off, from, length, side }): Polygon =>
      side === "west" ? at(-40, from, off, from + length) : at(from, -40, from + length, off),
  );
const anywhere = fc
  .record({
    seed: fc.integer(),
    x: fc.double({ min: -60, max: 160, noNaN: true }),
    y: fc.double({ min: -60, max: 160, noNaN: true }),
    radius: fc.double({ min: 0.1, max: 120, noNaN: true }),
  })
  .map(({ seed, x, y, radius }) =>
    polygon(star(seeded(seed), 12, ORIGIN[0] + x, ORIGIN[1] + y, radius, 0.5)),
  );
const grounds = fc.array(fc.oneof(beside, anywhere), { minLength: 1, maxLength: 3 });

/** As it would be seen without looking at edges first. */
function lookedAtClosely({ feature: one, layer: from, polygons }: Meeting, site: Site): Meeting {
  return { feature: one, layer: from, polygons, m2: site.common(polygons) };
}

describe("what is told from edges at once", () => {
  it("is what a close look tells: how much is in common, whether it touches, and whether it is a sliver", () => {
    fc.assert(
      fc.property(grounds, (polygons) => {
        const site = new Site(SITE, TOLERANCE);
        const survey = site.survey(NAME, "nature-reserve", [
          layer(
            RESERVE,
            polygons.map((one) => feature(one)),
          ),
        ]);
        const close = new Site(SITE, TOLERANCE);
        const meetings = survey.meetings.map((one) => lookedAtClosely(one, close));
        for (const [index, { m2 }] of survey.meetings.entries())
          expect(Math.abs(m2 - (meetings[index]?.m2 ?? Number.NaN))).toBeLessThan(1e-6);
        const together = close.together(meetings);
        expect(Math.abs(survey.m2 - together.m2)).toBeLessThan(1e-6);
        // Within rounding of the tolerance either is right.
        if (Math.abs(together.m2 - TOLERANCE.m2) > 1e-6) expect(survey.touched).toBe(together.touched);
        const quick = sliverOf(site, "in-common", () => survey.m2, survey.meetings);
        const slow = sliverOf(close, "in-common", () => together.m2, meetings);
        expect(quick === undefined).toBe(slow === undefined);
      }),
      { numRuns: 600, seed: 20261125 },
    );
  });
});
