import { ECCENTRICITY_2, SEMI_MAJOR } from "../crs/ellipsoid.ts";
import { type Polygon, type Ring, xOf, yOf } from "../shape/shape.ts";

const E2 = ECCENTRICITY_2;
/** The square of the semi-minor axis. */
const B2 = SEMI_MAJOR ** 2 * (1 - E2);

/**
 * The coefficients of TD/T 1055-2019 附录D. The series ends at e⁸; what it leaves off is below 1e-11 of an
 * area from the equator to 54° N.
 */
const SERIES = [
  1 + (3 / 6) * E2 + (30 / 80) * E2 ** 2 + (35 / 112) * E2 ** 3 + (630 / 2304) * E2 ** 4,
  -((1 / 6) * E2 + (15 / 80) * E2 ** 2 + (21 / 112) * E2 ** 3 + (420 / 2304) * E2 ** 4),
  (3 / 80) * E2 ** 2 + (7 / 112) * E2 ** 3 + (180 / 2304) * E2 ** 4,
  -((1 / 112) * E2 ** 3 + (45 / 2304) * E2 ** 4),
  (5 / 2304) * E2 ** 4,
] as const;

const RADIANS = Math.PI / 180;

/** The ground between two latitudes (radians), in m² per radian of longitude; negative southwards. */
function zoneArea(south: number, north: number): number {
  const half = (north - south) / 2;
  const middle = (north + south) / 2;
  let sum = 0;
  SERIES.forEach((coefficient, index) => {
    const multiple = 2 * index + 1;
    sum += coefficient * Math.sin(multiple * half) * Math.cos(multiple * middle);
  });
  return 2 * B2 * sum;
}

/**
 * The ellipsoidal area of a ring (椭球面积) in m², never negative, by TD/T 1055-2019 附录D: every edge closes a
 * trapezoid against one meridian, of its mean longitude and the ground between its latitudes. So the
 * corners count and not what lies between them: an edge of some kilometres strays from a geodesic or a
 * projected straight line by decimetres. Nothing is rounded on the way.
 * @param lonLat longitudes and latitudes on CGCS2000, in degrees.
 */
export function ringAreaM2(lonLat: Ring): number {
  const count = lonLat.length / 2;
  if (count < 3) return 0;
  // Any meridian serves; one close by keeps small areas from drowning in large trapezoids.
  const meridian = xOf(lonLat, 0);
  let sum = 0;
  for (let from = count - 1, to = 0; to < count; from = to++) {
    const mean = (xOf(lonLat, from) - meridian + (xOf(lonLat, to) - meridian)) / 2;
    if (mean === 0) continue;
    sum += mean * RADIANS * zoneArea(yOf(lonLat, from) * RADIANS, yOf(lonLat, to) * RADIANS);
  }
  return Math.abs(sum);
}

/**
 * The ellipsoidal area of polygons that don't overlap, in m²: shells less their holes, as
 * {@link ringAreaM2} measures each.
 */
export function ellipsoidalAreaM2(lonLat: readonly Polygon[]): number {
  return lonLat.reduce(
    (sum, { shell, holes }) =>
      sum + ringAreaM2(shell) - holes.reduce((inner, hole) => inner + ringAreaM2(hole), 0),
    0,
  );
}
