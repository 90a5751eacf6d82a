import type { Box } from "../shape/shape.ts";
import type { Crs, GaussKruger } from "./crs.ts";
import { ECCENTRICITY_2, SEMI_MAJOR } from "./ellipsoid.ts";
import { falseEasting } from "./gauss-kruger.ts";
import { NODES, polynomialThrough } from "./polynomial.ts";
import { meridianPlane } from "./projection.ts";

const DEGREE = Math.PI / 180;

/**
 * The plane of a CRS with the ellipsoid's own measure of area (椭球面积). The area of ground under an
 * edge, or inside a ring, is the integral of `areaBelow` over x along it.
 */
export interface Plane {
  readonly crs: Crs;
  /**
   * The ellipsoid's area between a reference parallel (northing or latitude near the plane's box) and `y`,
   * per unit of x: m² per degree or m² per metre. Negative below the reference.
   */
  areaBelow(x: number, y: number): number;
}

/**
 * The plane of `crs` for work inside or around `near`. Geographic: exact everywhere. Gauss-Kruger: within
 * 1e-8 for boxes up to a few hundred kilometres, three degrees to each side of the central meridian.
 */
export function planeFor(crs: Crs, near: Box): Plane {
  const reference = (near.minY + near.maxY) / 2;
  const areaBelow = crs.kind === "geographic" ? belowLatitude(reference) : belowNorthing(crs, reference);
  return { crs, areaBelow };
}

/** Degrees of latitude to both sides of the reference within which a polynomial stands for the closed form. */
const NEAR = 1;

/** Near the reference a polynomial, as exact as numbers are and much faster; beyond it the closed form. */
function belowLatitude(reference: number): Plane["areaBelow"] {
  const exact = belowLatitudeInClosedForm(reference);
  const density = polynomialThrough(NODES.map((x) => areaPerDegree(reference + NEAR * x)));
  const term = (power: number) => (NEAR * (density[power] as number)) / (power + 1);
  const [c0, c1, c2, c3, c4] = [term(0), term(1), term(2), term(3), term(4)];
  const [c5, c6, c7, c8] = [term(5), term(6), term(7), term(8)];
  return (longitude, latitude) => {
    const t = (latitude - reference) / NEAR;
    if (!(t > -1 && t < 1)) return exact(longitude, latitude);
    return t * (c0 + t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * (c5 + t * (c6 + t * (c7 + t * c8))))))));
  };
}

/** m² of ground to a degree of longitude and a degree of latitude. */
function areaPerDegree(latitude: number): number {
  const s = Math.sin(latitude * DEGREE);
  const w = 1 - ECCENTRICITY_2 * s * s;
  return ((SEMI_MAJOR * DEGREE) ** 2 * (1 - ECCENTRICITY_2) * Math.cos(latitude * DEGREE)) / (w * w);
}

/**
 * ∫ a²(1−e²)/(1−e²s²)² ds over s = sin φ in closed form (authalic latitude), written in differences from the
 * reference so that small areas lose no digits.
 */
function belowLatitudeInClosedForm(reference: number): Plane["areaBelow"] {
  const e = Math.sqrt(ECCENTRICITY_2);
  const s0 = Math.sin(reference * DEGREE);
  const w0 = 1 - ECCENTRICITY_2 * s0 * s0;
  const scale = (SEMI_MAJOR ** 2 * (1 - ECCENTRICITY_2) * DEGREE) / 2;
  return (_longitude, latitude) => {
    const half = ((latitude - reference) / 2) * DEGREE;
    const rise = 2 * Math.sin(half) * Math.cos(reference * DEGREE + half);
    const s = s0 + rise;
    const product = ECCENTRICITY_2 * s * s0;
    const w = 1 - ECCENTRICITY_2 * s * s;
    return scale * ((rise * (1 + product)) / (w * w0) + Math.atanh((e * rise) / (1 - product)) / e);
  };
}

/**
 * ∫ dy/k² with the scale k of the projection as a series in the distance from the central meridian; how
 * its coefficients change to the north is followed to the second order about the reference.
 */
function belowNorthing(crs: GaussKruger, reference: number): Plane["areaBelow"] {
  const offset = falseEasting(crs);
  const [south, here, north] = [reference - STEP, reference, reference + STEP].map((northing) =>
    inverseScale(meridianPlane(crs).toDegrees(0, northing)[1]),
  ) as [Series, Series, Series];
  const slope = (term: keyof Series) => (north[term] - south[term]) / (2 * STEP);
  const bend = (term: keyof Series) => (north[term] - 2 * here[term] + south[term]) / (2 * STEP ** 2);
  const [a, a1, a2] = [here.second, slope("second") / 2, bend("second") / 3];
  const [b, b1] = [here.fourth, slope("fourth") / 2];
  const c = here.sixth;
  return (x, y) => {
    const t = y - reference;
    const east = (x - offset) ** 2;
    return t * (1 + east * (a + t * (a1 + t * a2) + east * (b + t * b1 + east * c)));
  };
}

/** Metres over which differences of the coefficients are taken: they change over thousands of kilometres. */
const STEP = 50_000;

/** Coefficients of 1/k² = 1 + second·E² + fourth·E⁴ + sixth·E⁶ in the easting E from the meridian. */
interface Series {
  readonly second: number;
  readonly fourth: number;
  readonly sixth: number;
}

/**
 * From Thomas's series of the scale (Conformal Projections in Geodesy and Cartography, 1952):
 * k = 1 + (1+η²)E²/2N² + (1+6η²+9η⁴+4η⁶−24t²η⁴−24t²η⁶)E⁴/24N⁴ + E⁶/720N⁶ at the footpoint latitude.
 */
function inverseScale(footpoint: number): Series {
  const sin = Math.sin(footpoint * DEGREE);
  const cos2 = 1 - sin * sin;
  const eta2 = (ECCENTRICITY_2 / (1 - ECCENTRICITY_2)) * cos2;
  const t2 = (sin * sin) / cos2;
  const n2 = SEMI_MAJOR ** 2 / (1 - ECCENTRICITY_2 * sin * sin);
  const k2 = (1 + eta2) / (2 * n2);
  const k4 = (1 + eta2 * (6 + eta2 * (9 + 4 * eta2)) - 24 * t2 * eta2 * eta2 * (1 + eta2)) / (24 * n2 * n2);
  const k6 = 1 / (720 * n2 ** 3);
  return { second: -2 * k2, fourth: 3 * k2 ** 2 - 2 * k4, sixth: 6 * k2 * k4 - 4 * k2 ** 3 - 2 * k6 };
}
