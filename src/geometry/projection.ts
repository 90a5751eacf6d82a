import proj4 from "proj4";
import type { GaussKruger } from "./crs.ts";
import { INVERSE_FLATTENING, SEMI_MAJOR } from "./ellipsoid.ts";
import { centralMeridian } from "./gauss-kruger.ts";

/** Two numbers of a place in some plane. */
export type Place = readonly [x: number, y: number];

/**
 * The Gauss-Kruger projection about one meridian, eastings counted from it without any false easting.
 * Longitudes and latitudes are degrees. Places too far off to be projected come out infinite or not a number.
 */
export interface MeridianPlane {
  fromDegrees(longitude: number, latitude: number): Place;
  toDegrees(east: number, north: number): Place;
}

const ELLIPSOID = `+a=${SEMI_MAJOR} +rf=${INVERSE_FLATTENING} +no_defs`;
const planes = new Map<number, MeridianPlane>();

/** The plane about the central meridian of `crs`; zones with one meridian share it. */
export function meridianPlane(crs: GaussKruger): MeridianPlane {
  const meridian = centralMeridian(crs);
  const known = planes.get(meridian);
  if (known) return known;
  const converter = proj4(
    `+proj=longlat ${ELLIPSOID}`,
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=0 +y_0=0 ${ELLIPSOID}`,
  );
  const plane: MeridianPlane = {
    fromDegrees: (longitude, latitude) => place(longitude, latitude, converter.forward),
    toDegrees: (east, north) => place(east, north, converter.inverse),
  };
  planes.set(meridian, plane);
  return plane;
}

function place(x: number, y: number, convert: (place: number[]) => number[]): Place {
  // proj4 throws at what isn't finite, its own results among it.
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
  const [toX = Number.NaN, toY = Number.NaN] = convert([x, y]);
  return [toX, toY];
}
