import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversion } from "../../src/geometry/crs/conversion.ts";
import type { Crs } from "../../src/geometry/crs/crs.ts";
import type { Boundary } from "../../src/geometry/shape/boundary.ts";
import type { Polygon } from "../../src/geometry/shape/shape.ts";
import { measureSite } from "../../src/geometry/site/measure.ts";
import type { MeasuredSite } from "../../src/model/measured-site.ts";
import { type Corner, polygon, ring } from "../support/shapes.ts";
import { at, brief, feature, layer, QUESTION } from "./layers.ts";
import { DEGREES, GK, ORIGIN } from "./support.ts";

const RESERVE = { of: "constraint", key: "nature-reserve" } as const;
const BLOCK = { of: "block", right: "mining", fields: {} } as const;
const COUNTY = { of: "county" } as const;

/** How a file writes its corners: in which CRS, and rounded to what. */
interface Writing {
  readonly name: string;
  readonly crs: Crs;
  readonly step: number;
}

const WRITINGS: readonly Writing[] = [
  { name: "metres to 0.001", crs: GK, step: 0.001 },
  { name: "metres to 0.01", crs: GK, step: 0.01 },
  { name: "the plane of the next zone", crs: { ...GK, zone: 37 } as Crs, step: 0.001 },
  { name: "6° zone", crs: { kind: "gauss-kruger", width: 6, zone: 19, prefixed: false }, step: 0.001 },
  { name: "degrees to 1e-9", crs: DEGREES, step: 1e-9 },
  { name: "0.001″", crs: DEGREES, step: 1 / 3_600_000 },
];

/** Corners about the origin in metres, as a file has them. */
function written(corners: readonly Corner[], { crs, step }: Writing): Polygon {
  const how = conversion(GK, crs);
  return polygon(
    ring(
      ...corners.map(([x, y]): Corner => {
        const place: Corner = [x + ORIGIN[0], y + ORIGIN[1]];
        const [east, north] = how.kind === "curved" ? how.convert(...place) : place;
        return [Math.round(east / step) * step, Math.round(north / step) * step];
      }),
    ),
  );
}

const site = (corners: readonly Corner[], how: Writing): Boundary => ({
  polygons: [written(corners, how)],
  crs: how.crs,
  account: [],
});
const drawn = (subject: Parameters<typeof layer>[0], how: Writing, ...all: readonly (readonly Corner[])[]) =>
  layer(
    subject,
    all.map((corners) => feature(written(corners, how))),
    { crs: how.crs },
  );

const taken = ({ account }: MeasuredSite) =>
  account.filter(({ says }) => says.en.includes("taken as the site's own")).map(({ says }) => says.en);

/** Of some kilometres, with edges in all directions; its first edge is the southern one. */
const quadrilateral = fc
  .tuple(fc.integer({ min: 1000, max: 9000 }), ...Array.from({ length: 8 }, () => fc.nat(1000)))
  .map(([size, ...by]): readonly Corner[] => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = by.map((one) => (one * size) / 4000);
    return [
      [a, b],
      [size - c, d],
      [size - e, size - f],
      [g, size - h],
    ];
  });
const writing = fc.constantFrom(...WRITINGS);

describe("a layer with the corners of the site, however either is written", () => {
  it("is filled by the site, which lies in it, and its neighbour is only touched", () => {
    fc.assert(
      fc.property(quadrilateral, writing, writing, (corners, mine, theirs) => {
        const [first, second] = corners as [Corner, Corner];
        const south: readonly Corner[] = [
          first,
          [first[0] + 50, first[1] - 2000],
          [second[0] - 50, -3000],
          second,
        ];
        const measured = measureSite(
          site(corners, mine),
          [
            drawn(COUNTY, theirs, corners),
            drawn(BLOCK, theirs, south, corners),
            drawn(RESERVE, theirs, south),
          ],
          QUESTION,
        );
        expect(brief(measured.inCounty)).toBe("true");
        const { place: _, ...block } = (measured.block?.known && measured.block.value) || {
          place: undefined,
        };
        expect(block).toEqual({ relation: "inside", kind: "mining", whole: true });
        const { "nature-reserve": reserve } = measured.constraints;
        expect(reserve?.known && reserve.value).toEqual({ overlaps: false });
        // What is covered wholly is as large as the site.
        const [county] = measured.overlaps.filter(({ key }) => key === "county");
        expect(county?.km2.toFixed(9)).toBe(measured.areaKm2.toFixed(9));
        expect(county?.share).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });
});

const [METRES, , , , , SECONDS] = WRITINGS as [Writing, Writing, Writing, Writing, Writing, Writing];

/** As metres to the tenth of a millimetre. */
const FINE: Writing = { ...METRES, step: 1e-4 };

const SQUARE: readonly Corner[] = [
  [0.004, 0.004],
  [1000.004, 0.004],
  [1000.004, 1000.004],
  [0.004, 1000.004],
];

describe("what is told of corners that were taken for the site's", () => {
  it("is how many of which layer, and how far they lay off", () => {
    const measured = measureSite(site(SQUARE, SECONDS), [drawn(BLOCK, METRES, SQUARE)], QUESTION);
    expect(taken(measured)).toEqual([
      expect.stringMatching(
        /^图层.shp: 4 corners were taken as the site's own \(moved by 0\.0[012]\d m at most\); edges between such follow the site's \(by 0\.01\d m at most\)$/,
      ),
    ]);
  });

  it("is nothing of corners that are the same to the digit, nor of those 6 cm off", () => {
    for (const by of [0, 0.06]) {
      const theirs = SQUARE.map(([x, y]): Corner => [x + by, y + by]);
      expect(taken(measureSite(site(SQUARE, METRES), [drawn(BLOCK, METRES, theirs)], QUESTION))).toEqual([]);
    }
  });

  it("doesn't change the site's area", () => {
    const alone = measureSite(site(SQUARE, METRES), [], QUESTION);
    const among = measureSite(site(SQUARE, METRES), [drawn(BLOCK, SECONDS, SQUARE)], QUESTION);
    expect(among.areaKm2.eq(alone.areaKm2)).toBe(true);
    expect(among.outline).toEqual(alone.outline);
  });
});

describe("corners that must stay where they are", () => {
  const block = (theirs: readonly Corner[]) =>
    measureSite(site(SQUARE, METRES), [drawn(BLOCK, METRES, theirs)], QUESTION);
  it.each([
    [
      "two of a ring at one of the site's",
      [
        [0, 0],
        [1000.004, 0.004],
        [1000.004, 1000.004],
        [0.004, 1000.004],
        [0, 0.03],
      ],
    ],
    [
      "one whose move makes the ring cross itself",
      // The tip of its notch lies 1.5 cm behind its western edge, and the site's corner before that.
      [
        [0.03, 0.004],
        [500, -20],
        [500, -50],
        [0.015, -50],
        [0.015, 50],
        [500, 50],
        [500, 20],
      ],
    ],
  ] as const)("%s", (_, theirs) => {
    expect(taken(block(theirs))).toEqual([]);
  });
});

describe("a site over a block's edge, away from its corners", () => {
  /** A block around the site on three sides, its eastern edge so far inside. */
  const over = (metres: number, edges = 1000) => {
    const mine = SQUARE.map(([x, y]): Corner => [x, (y * edges) / 1000]);
    const block: readonly Corner[] = [
      [-50, -50],
      [1000.004 - metres, -50],
      [1000.004 - metres, edges + 50],
      [-50, edges + 50],
    ];
    return brief(measureSite(site(mine, FINE), [drawn(COUNTY, FINE, block)], QUESTION).inCounty);
  };
  it.each([
    [0.0009, /^true$/],
    [0.002, /^open: .*sticks out of the county by 2\.00 m²/],
    [0.04, /^open: .*sticks out of the county by 40\.00 m², all of it within 0\.04 m/],
    [0.05, /^open: .*within 0\.05 m of the border/],
    // 1 m² of it is let go here, too: 1 mm of 1 km.
    [0.0509, /^open: /],
    [0.0511, /^false$/],
    [0.6, /^false$/],
  ])("by %f m", (metres, is) => expect(over(metres)).toMatch(is));

  it("also where a corner of it lies further off", () => {
    const block: readonly Corner[] = [
      [-50, -50],
      [999.964, -50],
      [999.964, 400],
      [997, 500],
      [999.964, 600],
      [999.964, 1050],
      [-50, 1050],
    ];
    const { inCounty } = measureSite(site(SQUARE, METRES), [drawn(COUNTY, METRES, block)], QUESTION);
    expect(brief(inCounty)).toBe("false");
  });
});

describe("edges that are straight in one file's coordinates only", () => {
  /** A strip along the northern edge of a site of 3 km, in the other file's coordinates. */
  const strip = (metres: number, mine: Writing, theirs: Writing) => {
    const wide: readonly Corner[] = [
      [0, 0],
      [3000, 0],
      [3000, 1000],
      [0, 1000],
    ];
    const reserve: readonly Corner[] = [
      [-30, 1000 - metres],
      [3030, 1000 - metres],
      [3030, 2000],
      [-30, 2000],
    ];
    const { constraints } = measureSite(site(wide, mine), [drawn(RESERVE, theirs, reserve)], QUESTION);
    const fact = constraints["nature-reserve"];
    return fact?.known ? String(fact.value.overlaps) : brief(fact);
  };
  it("may lie apart by as much as the bend of an edge, and not more", () => {
    // L²·tan φ/8R is 0.12 m; the degrees' edge bends that far into the site, or away from it.
    expect(strip(0.04, METRES, SECONDS)).toMatch(/^open: .*accuracy of corners and edges \(0\.1[78] m\)/);
    expect(strip(0.1, METRES, SECONDS)).toBe("true");
    expect(strip(0.1, SECONDS, METRES)).toMatch(/^open: .*accuracy of corners and edges \(0\.1[78] m\)/);
    expect(strip(0.1, METRES, METRES)).toBe("true");
    expect(strip(0.1, SECONDS, SECONDS)).toBe("true");
    expect(strip(0.6, METRES, SECONDS)).toBe("true");
    expect(strip(0.6, SECONDS, METRES)).toBe("true");
  });

  it("never hide a strip of 10 cm, in whatever coordinates", () => {
    for (const mine of WRITINGS)
      for (const theirs of WRITINGS) expect(strip(0.1, mine, theirs)).not.toBe("false");
  });
});

it("a layer's own narrow ground on the site isn't overlooked", () => {
  const brook = layer(RESERVE, [feature(at(-100, 500, 1100, 500.08))]);
  expect(brief(measureSite(site(SQUARE, METRES), [brook], QUESTION).constraints["nature-reserve"])).toMatch(
    /^open: .*overlap with nature reserve: 80\.00 m²/,
  );
});
