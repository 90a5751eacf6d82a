import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Crs, GaussKruger } from "../../src/geometry/crs/crs.ts";
import { crsName } from "../../src/geometry/crs/crs-name.ts";
import { decideCrs } from "../../src/geometry/crs/decide-crs.ts";
import { outOfChina } from "../../src/geometry/crs/extent.ts";
import { gaussKruger } from "../../src/geometry/crs/gauss-kruger.ts";
import { placed } from "../../src/geometry/crs/placed.ts";
import { placeToLonLat, project, toLonLat } from "../../src/geometry/crs/project.ts";
import { boxOf, cornersOf, type Polygon, type Ring, xOf, yOf } from "../../src/geometry/shape/shape.ts";
import { anyCrs, DEGREES, star, WGS_84, zone } from "./places.ts";

const solid = (...numbers: number[]): Polygon => ({ shell: Float64Array.from(numbers), holes: [] });

function convert(x: number, y: number, from: Crs, to: Crs): readonly [number, number] {
  const { shell } = project(solid(x, y), from, to);
  return [xOf(shell, 0), yOf(shell, 0)];
}

/** Metres between a place and the nearest edge of a ring; both in metres. */
function distanceTo(ring: Ring, x: number, y: number): number {
  let least = Infinity;
  const count = cornersOf(ring);
  for (let at = 0; at < count; at++) {
    const [ax, ay] = [xOf(ring, at), yOf(ring, at)];
    const [dx, dy] = [xOf(ring, (at + 1) % count) - ax, yOf(ring, (at + 1) % count) - ay];
    const part = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - ax - part * dx, y - ay - part * dy));
  }
  return least;
}

describe("a polygon in another CRS", () => {
  it("stays itself within one CRS, and between WGS 84 and CGCS2000 degrees", () => {
    const polygon = solid(114, 33, 114.1, 33, 114.1, 33.1);
    expect(project(polygon, DEGREES, DEGREES)).toBe(polygon);
    expect(project(polygon, WGS_84, DEGREES)).toBe(polygon);
    const plane = solid(38_400_000, 3_600_000, 38_401_000, 3_600_000, 38_401_000, 3_601_000);
    expect(project(plane, zone(3, 38, true), zone(3, 38, true))).toBe(plane);
  });

  it.each([
    {
      name: "the prefix falls",
      from: zone(3, 38, true),
      to: zone(3, 38, false),
      x: 38_400_000.125,
      gives: 400_000.125,
    },
    {
      name: "the prefix comes",
      from: zone(3, 38, false),
      to: zone(3, 38, true),
      x: 400_000.125,
      gives: 38_400_000.125,
    },
    {
      name: "3° to 6° of one meridian",
      from: zone(3, 39, true),
      to: zone(6, 20, true),
      x: 39_400_000.5,
      gives: 20_400_000.5,
    },
    {
      name: "3° to 6° without prefix",
      from: zone(3, 39, false),
      to: zone(6, 20, false),
      x: 400_000.5,
      gives: 400_000.5,
    },
  ])("eastings change exactly, and no corner is added: $name", ({ from, to, x, gives }) => {
    const polygon = {
      shell: Float64Array.of(x, 3_600_000.3, x + 90_000, 3_600_000.3, x, 3_690_000.7),
      holes: [],
    };
    expect([...project(polygon, from, to).shell]).toEqual([
      gives,
      3_600_000.3,
      gives + 90_000,
      3_600_000.3,
      gives,
      3_690_000.7,
    ]);
  });

  it("keeps its holes", () => {
    const hole = Float64Array.of(400_010, 3_600_010, 400_020, 3_600_010, 400_020, 3_600_020);
    const polygon = { ...solid(400_000, 3_600_000, 400_100, 3_600_000, 400_100, 3_600_100), holes: [hole] };
    expect([...(project(polygon, zone(3, 38, false), zone(3, 38, true)).holes[0] ?? [])]).toEqual([
      38_400_010, 3_600_010, 38_400_020, 3_600_010, 38_400_020, 3_600_020,
    ]);
    expect(project(polygon, zone(3, 38, false), DEGREES).holes).toHaveLength(1);
  });

  it("comes back within a micrometre from any CRS", () => {
    fc.assert(
      fc.property(anyCrs, anyCrs, star, (from, to, made) => {
        const { shell } = project(made, DEGREES, from);
        for (let at = 0; at < cornersOf(shell); at++) {
          const [x, y] = [xOf(shell, at), yOf(shell, at)];
          const [backX, backY] = convert(...convert(x, y, from, to), to, from);
          const unit = from.kind === "geographic" ? 1e5 : 1;
          expect(Math.hypot(backX - x, backY - y) * unit).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has edges that follow the true course within the tolerance", () => {
    fc.assert(
      fc.property(
        anyCrs,
        fc.constantFrom(zone(3, 38, true), zone(3, 39, false), zone(6, 19, true)),
        fc.constantFrom(1e-4, 0.01, 1),
        star,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, to, tolerance, made, part) => {
          fc.pre(from.kind === "geographic" || from.zone !== to.zone);
          const polygon = project(made, DEGREES, from, 1000);
          const { shell } = project(polygon, from, to, tolerance);
          const count = cornersOf(polygon.shell);
          for (let at = 0; at < count; at++) {
            const [ax, ay] = [xOf(polygon.shell, at), yOf(polygon.shell, at)];
            const [bx, by] = [xOf(polygon.shell, (at + 1) % count), yOf(polygon.shell, (at + 1) % count)];
            const [x, y] = convert(ax + part * (bx - ax), ay + part * (by - ay), from, to);
            expect(distanceTo(shell, x, y)).toBeLessThan(1.02 * tolerance);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("needs more corners only where edges are long", () => {
    const edge = (metres: number) =>
      solid(400_000, 3_600_000, 400_000 + metres, 3_600_000, 400_000, 3_600_000 + metres);
    const corners = (metres: number) => cornersOf(project(edge(metres), zone(3, 38, false), DEGREES).shell);
    expect(corners(20)).toBe(3);
    expect(corners(20_000)).toBeGreaterThan(100);
    expect(corners(20_000)).toBeLessThan(2000);
  });

  it("shares its corners with its neighbour along a shared edge", () => {
    fc.assert(
      fc.property(star, anyCrs, (made, to) => {
        const { shell } = made;
        const [ax, ay, bx, by] = [...shell] as [number, number, number, number];
        const one = project(solid(ax, ay, bx, by, ax, by), DEGREES, to, 0.01).shell;
        const other = project(solid(bx, by, ax, ay, bx, ay), DEGREES, to, 0.01).shell;
        const edge = (ring: Ring, end: readonly [number, number]) => {
          const places: string[] = [];
          for (let at = 0; at < cornersOf(ring); at++) {
            places.push(`${xOf(ring, at)} ${yOf(ring, at)}`);
            if (xOf(ring, at) === end[0] && yOf(ring, at) === end[1]) return places;
          }
          return places;
        };
        const there = edge(one, convert(bx, by, DEGREES, to));
        expect(edge(other, convert(ax, ay, DEGREES, to)).reverse()).toEqual(there);
      }),
      { numRuns: 60 },
    );
  });

  it("bends an edge that swings to both sides of its chord", () => {
    // Through the central meridian, such an edge crosses its chord in the middle.
    const edge = solid(112.5, 30, 115.5, 36, 112.5, 36);
    const { shell } = project(edge, DEGREES, zone(3, 38, false));
    const [x, y] = convert(113.25, 31.5, DEGREES, zone(3, 38, false));
    expect(distanceTo(shell, x, y)).toBeLessThan(1e-4);
  });

  it("ends for any finite numbers", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 6, maxLength: 6 }), anyCrs, anyCrs, (numbers, from, to) => {
        expect(project(solid(...numbers), from, to, 1000).shell.length).toBeGreaterThanOrEqual(6);
      }),
      { numRuns: 15 },
    );
  });
});

describe("places in degrees", () => {
  it("corners come one for one, degrees as they are", () => {
    const ring = Float64Array.of(114.00000000000001, 33, 114.1, 33, 114.1, 33.1);
    expect(toLonLat(ring, WGS_84)).toBe(ring);
    const plane = Float64Array.of(38_500_000, 3_652_000, 38_600_000, 3_652_000, 38_600_000, 3_700_000);
    expect(cornersOf(toLonLat(plane, zone(3, 38, true)))).toBe(3);
    expect(toLonLat(plane, zone(3, 38, true))[0]).toBeCloseTo(114, 12);
    expect(placeToLonLat(500_000, 3_652_000, zone(3, 38, false))[0]).toBeCloseTo(114, 12);
  });
});

describe("corners placed in the CRS decided on", () => {
  it("north first is swapped", () => {
    const corners = Float64Array.of(33, 114, 33.1, 114.1);
    expect([...placed(corners, { crs: DEGREES, northFirst: true })]).toEqual([114, 33, 114.1, 33.1]);
    expect(placed(corners, { crs: DEGREES, northFirst: false })).toBe(corners);
  });

  it("a 6-digit easting stays where zones have no prefix", () => {
    const corners = Float64Array.of(400_000, 3_600_000);
    expect(placed(corners, { crs: zone(3, 38, false), northFirst: false })).toBe(corners);
  });

  it("an area across two zones comes into the first, wherever it is cut", () => {
    const [near, far] = [zone(3, 39, true), zone(3, 40, true)];
    const degrees = [118.45, 41, 118.55, 41, 118.55, 41.08, 118.45, 41.08];
    const file = degrees.flatMap((longitude, at) =>
      at % 2 === 1
        ? []
        : [...convert(longitude, degrees[at + 1] as number, DEGREES, longitude < 118.5 ? near : far)],
    );
    const decided = decideCrs({ axes: "x-first", range: boxOf([Float64Array.from(file)]) });
    if ("refused" in decided) throw new Error(decided.refused.en);
    expect(decided.crs).toEqual(near);
    const ring = toLonLat(placed(Float64Array.from(file), decided), decided.crs);
    for (const [at, value] of ring.entries()) expect(value).toBeCloseTo(degrees[at] as number, 11);
    expect([...placed(Float64Array.from(file), decided).slice(0, 2)]).toEqual(file.slice(0, 2));
  });
});

describe("a corner outside China", () => {
  const at = (crs: Crs, ...numbers: number[]) => outOfChina(Float64Array.from(numbers), 2, crs);

  it.each([
    [DEGREES, 73, 3],
    [DEGREES, 136, 54],
    [zone(3, 25, true), 25_400_000, 4_400_000],
    [zone(3, 38, false), 400_000, 3_600_000],
  ] as const)("there is none: %j %d %d", (crs, x, y) => {
    expect(at(crs, x, y)).toBeUndefined();
  });

  it.each([
    [DEGREES, 72.999, 30],
    [DEGREES, 136.001, 30],
    [DEGREES, 110, 2.999],
    [DEGREES, 110, 54.001],
    [DEGREES, 0, 0],
    [DEGREES, Number.NaN, 33],
    [zone(3, 38, true), 83_500_000, 3_600_000],
    [zone(3, 38, true), 400_000, 3_600_000],
    [zone(3, 38, true), 38_400_000, 36_000_000],
    [zone(3, 38, false), 1e300, 3_600_000],
  ] as const)("is named with its ring, number and place: %j %d %d", (crs: Crs, x: number, y: number) => {
    const inside =
      crs.kind === "geographic" ? [110, 30] : [(crs.prefixed ? 38_000_000 : 0) + 500_000, 3_600_000];
    expect(at(crs, ...inside, x, y)).toMatchObject({ fault: "out-of-range", ring: 2, corner: 2, at: [x, y] });
  });
});

describe("zones", () => {
  it.each([
    [zone(3, 38, true), "CGCS2000 / 3 度带第 38 带（中央经线 114°，带号前缀）"],
    [zone(6, 19, false), "CGCS2000 / 6 度带第 19 带（中央经线 111°，无带号前缀）"],
    [DEGREES, "CGCS2000 经纬度（度）"],
    [WGS_84, "WGS 84 经纬度（度）"],
  ])("are named in reports: %j", (crs, name) => {
    expect(crsName(crs).zh).toBe(name);
  });

  it.each([
    [3, 24],
    [3, 46],
    [6, 12],
    [6, 24],
    [3, 38.5],
  ] as const)("of %d° there is none with number %d", (width: GaussKruger["width"], number) => {
    expect(gaussKruger(width, number, true)).toBeUndefined();
  });
});
