import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import type { Crs } from "../../src/geometry/crs/crs.ts";
import { INVERSE_FLATTENING, SEMI_MAJOR } from "../../src/geometry/crs/ellipsoid.ts";
import { type Plane, planeFor } from "../../src/geometry/crs/plane.ts";
import { placeToLonLat, project } from "../../src/geometry/crs/project.ts";
import { boxOf, cornersOf, type Polygon, type Ring, xOf, yOf } from "../../src/geometry/shape/shape.ts";
import { anyCrs, DEGREES, star, zone } from "./places.ts";

/** Nodes and weights of Gauss-Legendre with five points on [0, 1]. */
const [near, far] = [Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 6, Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 6];
const NODES = [0.5 - far, 0.5 - near, 0.5, 0.5 + near, 0.5 + far];
const [inner, outer] = [(322 + 13 * Math.sqrt(70)) / 1800, (322 - 13 * Math.sqrt(70)) / 1800];
const WEIGHTS = [outer, inner, 64 / 225, inner, outer];

/** m² inside a ring, its edges straight in the plane. */
function areaIn(ring: Ring, plane: Plane): number {
  let sum = 0;
  const count = cornersOf(ring);
  for (let at = 0; at < count; at++) {
    const [x, y] = [xOf(ring, at), yOf(ring, at)];
    const [dx, dy] = [xOf(ring, (at + 1) % count) - x, yOf(ring, (at + 1) % count) - y];
    for (const [index, node] of NODES.entries())
      sum += (WEIGHTS[index] as number) * dx * plane.areaBelow(x + node * dx, y + node * dy);
  }
  return Math.abs(sum);
}

const ellipsoid = new geodesic.Geodesic.Geodesic(SEMI_MAJOR, 1 / INVERSE_FLATTENING);

/** m² by geodesics between places so dense that they follow the edges, straight in the plane. */
function geodesicArea({ shell }: Polygon, crs: Crs): number {
  const ring = ellipsoid.Polygon(false);
  const count = cornersOf(shell);
  for (let at = 0; at < count; at++) {
    const [x, y] = [xOf(shell, at), yOf(shell, at)];
    const [dx, dy] = [xOf(shell, (at + 1) % count) - x, yOf(shell, (at + 1) % count) - y];
    const metres = Math.hypot(dx, dy) * (crs.kind === "geographic" ? 1e5 : 1);
    const parts = Math.min(500, Math.ceil(metres / 10));
    for (let part = 0; part < parts; part++) {
      const [lon, lat] = placeToLonLat(x + (part / parts) * dx, y + (part / parts) * dy, crs);
      ring.AddPoint(lat, lon);
    }
  }
  return Math.abs(ring.Compute(false, true).area ?? Number.NaN);
}
function areaOf(polygon: Polygon, crs: Crs): number {
  return areaIn(polygon.shell, planeFor(crs, boxOf([polygon.shell])));
}

describe("area on the ellipsoid in the plane of a CRS", () => {
  it("is that of geodesics, whatever the CRS, the place and the size", () => {
    fc.assert(
      fc.property(star, anyCrs, (degrees, crs) => {
        const polygon = project(degrees, DEGREES, crs, 1000);
        const area = areaOf(polygon, crs);
        // Geodesics between the places leave the edges by micrometres, and are rounded themselves.
        expect(Math.abs(area - geodesicArea(polygon, crs))).toBeLessThan(2e-8 * area + 1e-3);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same measured in zone 39 and in zone 40", () => {
    fc.assert(
      fc.property(star, (degrees) => {
        const [near, far] = [zone(3, 39, true), zone(3, 40, true)];
        const polygon = project(degrees, DEGREES, near, 1000);
        const moved = project(polygon, near, far, 1e-6);
        expect(Math.abs(areaOf(moved, far) / areaOf(polygon, near) - 1)).toBeLessThan(1e-7);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    // One minute by one minute; by the formula of TD/T 1055-2019, annex D.
    [30, 2_970_794.335],
    // The same formula at the ends of the country.
    [18, undefined],
    [53, undefined],
  ])("a block of one minute at %d° north", (latitude, area) => {
    const minute = 1 / 60;
    const block = Float64Array.of(
      114,
      latitude,
      114 + minute,
      latitude,
      114 + minute,
      latitude + minute,
      114,
      latitude + minute,
    );
    const found = areaOf({ shell: block, holes: [] }, DEGREES);
    expect(found).toBeCloseTo(annexD(latitude, latitude + minute, minute), 3);
    if (area) expect(found).toBeCloseTo(area, 2);
  });

  it("doesn't depend on how near the box is", () => {
    const crs = zone(3, 38, false);
    const ring = Float64Array.of(
      640_000,
      3_900_000,
      650_000,
      3_900_000,
      650_000,
      3_920_000,
      640_000,
      3_920_000,
    );
    const [own, wide] = [boxOf([ring]), { minX: 200_000, minY: 3_600_000, maxX: 900_000, maxY: 4_000_000 }];
    expect(areaIn(ring, planeFor(crs, own)) / areaIn(ring, planeFor(crs, wide))).toBeCloseTo(1, 8);
  });
});

/** The ministry's formula of the area between two parallels, in degrees (TD/T 1055-2019 附录D). */
function annexD(south: number, north: number, width: number): number {
  const f = 1 / INVERSE_FLATTENING;
  const e2 = f * (2 - f);
  const [e4, e6, e8] = [e2 ** 2, e2 ** 3, e2 ** 4];
  const b = SEMI_MAJOR * (1 - f);
  const half = (((north - south) / 2) * Math.PI) / 180;
  const middle = (((north + south) / 2) * Math.PI) / 180;
  return (
    2 *
    b ** 2 *
    ((width * Math.PI) / 180) *
    [
      1 + e2 / 2 + (30 / 80) * e4 + (35 / 112) * e6 + (630 / 2304) * e8,
      -(e2 / 6 + (15 / 80) * e4 + (21 / 112) * e6 + (420 / 2304) * e8),
      (3 / 80) * e4 + (7 / 112) * e6 + (180 / 2304) * e8,
      -(e6 / 112 + (45 / 2304) * e8),
      (5 / 2304) * e8,
    ].reduce(
      (sum, term, at) => sum + term * Math.sin((2 * at + 1) * half) * Math.cos((2 * at + 1) * middle),
      0,
    )
  );
}
