import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { ellipsoidalAreaM2, ringAreaM2 } from "../../src/geometry/area/area.ts";

const A = 6_378_137;
const F = 1 / 298.257222101;
const CGCS2000 = new geodesic.Geodesic.Geodesic(A, F);

/** What the other library's own sums lose to rounding, in m². */
const GEODESIC_NOISE = 2e-3;

/** The area by another library, whose edges are geodesics. */
function geodesicAreaM2(ring: Float64Array): number {
  const polygon = CGCS2000.Polygon(false);
  for (let at = 0; at < ring.length; at += 2) polygon.AddPoint(ring[at + 1] as number, ring[at] as number);
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN);
}

/** The ground of a cell of the graticule in closed form. */
function cellM2(south: number, north: number, degrees: number): number {
  const e = Math.sqrt(F * (2 - F));
  const b = A * (1 - F);
  const zone = (latitude: number): number => {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return sine / (1 - (e * sine) ** 2) + Math.log((1 + e * sine) / (1 - e * sine)) / (2 * e);
  };
  return ((degrees * Math.PI) / 180) * (b ** 2 / 2) * (zone(north) - zone(south));
}

/** A star about a centre, of some size and with corners close enough that the kind of edge doesn't matter. */
function star(longitude: number, latitude: number, km2: number, spokes: readonly number[]): Float64Array {
  const radius = Math.sqrt(km2 / 3) / 111;
  const corners = spokes.map((length, at): [number, number] => {
    const angle = (2 * Math.PI * at) / spokes.length;
    const wide = (radius * Math.cos(angle) * length) / Math.cos((latitude * Math.PI) / 180);
    return [longitude + wide, latitude + radius * Math.sin(angle) * length];
  });
  return dense(corners, piecesFor(km2));
}

/** So many that no edge is long enough for its kind to matter. */
function piecesFor(km2: number): number {
  return Math.ceil(20 * km2 ** 0.25);
}

/** With every edge, straight in degrees, cut into pieces. */
function dense(corners: readonly (readonly [number, number])[], pieces: number): Float64Array {
  return Float64Array.from(
    corners.flatMap(([x, y], at) => {
      const [toX, toY] = corners[(at + 1) % corners.length] as readonly [number, number];
      return Array.from({ length: pieces }, (_, piece) => [
        x + ((toX - x) * piece) / pieces,
        y + ((toY - y) * piece) / pieces,
      ]).flat();
    }),
  );
}

const spokes = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 });
const place = fc.record({
  longitude: fc.double({ min: 73, max: 135, noNaN: true }),
  latitude: fc.double({ min: 18, max: 54, noNaN: true }),
  km2: fc.double({ min: -3, max: Math.log10(5000), noNaN: true }).map((power) => 10 ** power),
  spokes,
});

describe("ellipsoidal area", () => {
  it.each([18, 22, 27, 30, 33.25, 35, 41, 45, 50, 53.9])(
    "a basic block at %d° N, in closed form",
    (south) => {
      const minute = 1 / 60;
      const ring = Float64Array.of(
        114,
        south,
        114,
        south + minute,
        114 + minute,
        south + minute,
        114 + minute,
        south,
      );
      expect(ringAreaM2(ring) / cellM2(south, south + minute, minute)).toBeCloseTo(1, 10);
    },
  );

  it("leaves less than 1e-11 off where the series ends, from the equator to 54° N", () => {
    for (let south = 0; south < 54; south += 3) {
      const ring = Float64Array.of(100, south, 100, south + 1, 101, south + 1, 101, south);
      const exact = cellM2(south, south + 1, 1);
      expect(Math.abs(ringAreaM2(ring) - exact) / exact, `${south}° N`).toBeLessThan(1e-11);
    }
  });

  it("is the 2.970794 km² of a 1′×1′ cell at 30° N", () => {
    const minute = 1 / 60;
    const cell = Float64Array.of(114, 30, 114 + minute, 30, 114 + minute, 30 + minute, 114, 30 + minute);
    expect(ringAreaM2(cell)).toBeCloseTo(2_970_794.335, 2);
  });

  it("agrees with geodesic areas to a millionth, 18–54° N, 0.001–5000 km²", () => {
    fc.assert(
      fc.property(place, ({ longitude, latitude, km2, spokes: lengths }) => {
        const ring = star(longitude, latitude, km2, lengths);
        const expected = geodesicAreaM2(ring);
        expect(Math.abs(ringAreaM2(ring) - expected)).toBeLessThan(1e-6 * expected + GEODESIC_NOISE);
      }),
      { numRuns: 60 },
    );
  });

  it("doesn't depend on the first corner or the direction", () => {
    fc.assert(
      fc.property(place, fc.nat(), ({ longitude, latitude, km2, spokes: lengths }, by) => {
        const ring = star(longitude, latitude, km2, lengths);
        const start = 2 * (by % (ring.length / 2));
        const turned = Float64Array.of(...ring.slice(start), ...ring.slice(0, start));
        const back = Float64Array.from({ length: ring.length }, (_, at) =>
          Number(ring[ring.length - 2 - (at & ~1) + (at & 1)]),
        );
        const area = ringAreaM2(ring);
        expect(ringAreaM2(turned) / area).toBeCloseTo(1, 9);
        expect(ringAreaM2(back) / area).toBeCloseTo(1, 9);
      }),
    );
  });

  it("is the sum of the parts that a polygon is cut into", () => {
    fc.assert(
      fc.property(place, fc.nat(), ({ longitude, latitude, km2, spokes: lengths }, cut) => {
        fc.pre(lengths.length > 3);
        const ring = star(longitude, latitude, km2, lengths);
        // From the first corner of the star to one that isn't next to it.
        const corner = 2 + (cut % (lengths.length - 3));
        const at = 2 * corner * piecesFor(km2);
        const one = ring.slice(0, at + 2);
        const other = Float64Array.of(...ring.slice(0, 2), ...ring.slice(at));
        // The cut may leave the star, so the parts count with their direction.
        const sum = signed(one) + signed(other);
        expect(Math.abs(sum) / ringAreaM2(ring)).toBeCloseTo(1, 8);
      }),
    );
  });

  it("takes holes out and adds parts up", () => {
    const cell = (x: number, y: number, size: number) =>
      Float64Array.of(x, y, x, y + size, x + size, y + size, x + size, y);
    const [shell, hole, part] = [cell(114, 34, 0.1), cell(114.02, 34.02, 0.03), cell(115, 34, 0.01)];
    expect(
      ellipsoidalAreaM2([
        { shell, holes: [hole] },
        { shell: part, holes: [] },
      ]),
    ).toBeCloseTo(ringAreaM2(shell) - ringAreaM2(hole) + ringAreaM2(part), 3);
  });

  it("of fewer than three corners is none", () => {
    expect(ringAreaM2(Float64Array.of())).toBe(0);
    expect(ringAreaM2(Float64Array.of(114, 34, 115, 34))).toBe(0);
  });
});

/** The area with the sign of its direction. */
function signed(ring: Float64Array): number {
  let twice = 0;
  const [x0, y0] = [ring[0] as number, ring[1] as number];
  for (let at = 0; at < ring.length; at += 2) {
    const to = (at + 2) % ring.length;
    twice +=
      ((ring[at] as number) - x0) * ((ring[to + 1] as number) - y0) -
      ((ring[to] as number) - x0) * ((ring[at + 1] as number) - y0);
  }
  return Math.sign(twice) * ringAreaM2(ring);
}
