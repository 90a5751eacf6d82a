import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Crs } from "../../src/geometry/crs/crs.ts";
import { TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import { polygonsFrom } from "../../src/geometry/rings/rings.ts";
import type { Polygon, Ring } from "../../src/geometry/shape/shape.ts";
import { Site } from "../../src/geometry/site/site.ts";
import { type Move, partsOf, trim } from "../../src/geometry/site/trim.ts";
import { words } from "../../src/model/words.ts";
import { mapCorners, polygon, rectangle, ring, seeded, star } from "../support/shapes.ts";
import { DEGREES, GK, ORIGIN } from "./support.ts";

/** Metres about the origin as numbers of the CRS. */
const inCrs = (crs: Crs, ...polygons: readonly Polygon[]): readonly Polygon[] =>
  mapCorners(polygons, (x, y) =>
    crs.kind === "geographic" ? [114 + x / 91_000, 34 + y / 111_000] : [ORIGIN[0] + x, ORIGIN[1] + y],
  );

const siteOf = (crs: Crs, ...polygons: readonly Polygon[]) =>
  new Site({ polygons: inCrs(crs, ...polygons), crs, account: [] }, TOLERANCE);

function move(how: Move["how"], crs: Crs, ...polygons: readonly Polygon[]): Move {
  const subject = words("红线", "redline");
  return { how, subject, field: "layers.constraints", certain: true, polygons: inCrs(crs, ...polygons) };
}

const area = (site: Site, part: Polygon) => site.areaOf([part]);

const field = rectangle(0, 0, 1000, 500);

describe("what is left of a field of 1000 m by 500 m", () => {
  it.each<[string, Move["how"], readonly Polygon[], readonly [m2: number, holes: number][]]>([
    ["a line along one side", "away", [rectangle(-50, 0, 10, 500)], [[495_000, 0]]],
    [
      "a strip through it",
      "away",
      [rectangle(600, -10, 650, 600)],
      [
        [300_000, 0],
        [175_000, 0],
      ],
    ],
    ["a place inside", "away", [rectangle(400, 200, 500, 300)], [[490_000, 1]]],
    ["a neighbour that shares an edge", "away", [rectangle(1000, -10, 2000, 600)], [[500_000, 0]]],
    ["all of it", "away", [rectangle(-1, -1, 1001, 501)], []],
    ["all but a strip of 0.9 m", "away", [rectangle(0.9, -1, 1001, 501)], []],
    ["all but a strip of 1.1 m", "away", [rectangle(1.1, -1, 1001, 501)], [[550, 0]]],
    [
      "two fields joined by a strip of 0.9 m",
      "away",
      [rectangle(400, -1, 500, 250), rectangle(400, 250.9, 500, 501)],
      [
        [250_000, 0],
        [200_000, 0],
      ],
    ],
    [
      "two fields that meet at a point",
      "away",
      [polygon(ring([500, 250], [300, -1], [700, -1])), polygon(ring([500, 250], [300, 501], [700, 501]))],
      [
        [200_200, 0],
        [200_200, 0],
      ],
    ],
    [
      "a hole that touches the border at a point",
      "away",
      [polygon(ring([0, 250], [100, 200], [100, 300]))],
      [[495_000, 1]],
    ],
    ["within a zone that holds half", "within", [rectangle(500, -10, 2000, 600)], [[250_000, 0]]],
    ["within a zone elsewhere", "within", [rectangle(2000, 0, 3000, 600)], []],
  ])("%s", (_name, how, ground, left) => {
    for (const crs of [GK, DEGREES]) {
      const site = siteOf(crs, field);
      const parts = partsOf(trim(site, move(how, crs, ...ground), 0) ?? [], crs);
      const scale = site.m2 / 500_000;
      expect(parts.map(({ holes }) => holes.length)).toEqual(left.map(([, holes]) => holes));
      parts.forEach((part, index) => {
        const m2 = (left[index]?.[0] ?? 0) * scale;
        expect(Math.abs(area(site, part) - m2)).toBeLessThan(m2 * 0.001);
      });
    }
  });

  it("keeps corners that aren't touched to the last digit", () => {
    const { boundary } = siteOf(DEGREES, field);
    const given = mapCorners(boundary.polygons, (x, y) => [Number(x.toFixed(9)), Number(y.toFixed(9))]);
    const site = new Site({ ...boundary, polygons: given }, TOLERANCE);
    const [part] = partsOf(
      trim(site, move("away", DEGREES, rectangle(900, -10, 2000, 600)), 0) ?? [],
      DEGREES,
    );
    const west = (shell: Ring | undefined) => pairs(shell).filter(([x]) => x < 114.005);
    expect(new Set(west(part?.shell).map(String))).toEqual(new Set(west(given[0]?.shell).map(String)));
  });

  it("keeps the distance that it is told to", () => {
    const site = siteOf(GK, field);
    const [left] = trim(site, move("away", GK, rectangle(-10, -10, 10, 600)), 0.01) ?? [];
    expect(Math.min(...pairs(left?.shell).map(([x]) => x))).toBeCloseTo(ORIGIN[0] + 10.01, 3);
  });
});

function pairs(shell: Ring = new Float64Array()): readonly (readonly [number, number])[] {
  return Array.from({ length: shell.length / 2 }, (_, at) => [
    shell[2 * at] as number,
    shell[2 * at + 1] as number,
  ]);
}

const anyStar = (random: () => number, x: number, y: number, radius: number) =>
  polygon(star(random, 4 + Math.floor(random() * 12), x, y, radius));

describe("of any boundary and any ground", () => {
  it.each<[string, Crs]>([
    ["in a plane", GK],
    ["in degrees", DEGREES],
  ])(
    "the parts lie in it, keep to what was asked, and are read from a file as they are, %s",
    (_name, crs) => {
      fc.assert(
        fc.property(fc.integer(), fc.constantFrom("away" as const, "within" as const), (seed, how) => {
          const random = seeded(seed);
          const site = siteOf(crs, anyStar(random, 0, 0, 500));
          const ground = [1, 2, 3].map(() =>
            anyStar(random, random() * 800 - 400, random() * 800 - 400, 50 + random() * 300),
          );
          const one = move(how, crs, ...ground);
          const parts = partsOf(trim(site, one, 0) ?? [], crs);
          for (const part of parts) {
            const m2 = area(site, part);
            const inCommon = siteOfPart(part, crs).common(one.polygons);
            expect(m2 - site.common([part])).toBeLessThan(TOLERANCE.m2);
            expect(how === "away" ? inCommon : m2 - inCommon).toBeLessThan(TOLERANCE.m2);
            expect(read(part, crs)).toEqual(part);
          }
          const asked = site.common(one.polygons);
          const most = how === "away" ? site.m2 - asked : asked;
          expect(site.areaOf(parts)).toBeLessThan(most + TOLERANCE.m2);
        }),
        { numRuns: 150 },
      );
    },
  );
});

function siteOfPart(part: Polygon, crs: Crs): Site {
  return new Site({ polygons: [part], crs, account: [] }, TOLERANCE);
}

/** What our own reader makes of the digits that are written. */
function read({ shell, holes }: Polygon, crs: Crs): Polygon | undefined {
  const parts = [
    [shell, ...holes].map((one) => ({
      corners: Float64Array.from(JSON.parse(JSON.stringify([...one, ...one.subarray(0, 2)])) as number[]),
    })),
  ];
  const made = polygonsFrom({ roles: "given", parts }, { crs, northFirst: false, closing: "required" });
  return "polygons" in made && made.polygons.length === 1 ? made.polygons[0] : undefined;
}
