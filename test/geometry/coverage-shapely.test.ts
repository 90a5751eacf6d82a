import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { areaOf, commonArea } from "../../src/geometry/overlay/coverage.ts";
import type { Polygon } from "../../src/geometry/shape/shape.ts";
import { HOME } from "../../src/plan/home.ts";
import { type Corner, FLAT, polygon, ring } from "../support/shapes.ts";

type Rings = readonly (readonly Corner[])[];

/** How the file was made stands in it; the script says how to make it again. */
const { made, cases } = JSON.parse(
  readFileSync(join(HOME, "test", "geometry", "shapely-areas.json"), "utf8"),
) as {
  made: string;
  cases: readonly {
    name: string;
    a: readonly Rings[];
    b: readonly Rings[];
    area: number;
    common: number;
    left: number;
  }[];
};

const read = (area: readonly Rings[]): readonly Polygon[] =>
  area.map(([shell = [], ...holes]) => polygon(ring(...shell), ...holes.map((hole) => ring(...hole))));

describe(`areas as shapely has them: ${made}`, () => {
  it.each(cases)("$name", ({ a, b, area, common, left }) => {
    const [one, other] = [read(a), read(b)];
    const found = { area: areaOf(FLAT, one), common: commonArea(FLAT, one, other) };
    const within = 1e-9 * area;
    expect(Math.abs(found.area - area)).toBeLessThan(within);
    expect(Math.abs(found.common - common)).toBeLessThan(within);
    expect(Math.abs(found.area - found.common - left)).toBeLessThan(within);
  });
});
