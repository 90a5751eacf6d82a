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

const DEGREE = Math.PI / 180;
const planes = new Map<number, MeridianPlane>();

/** The plane about the central meridian of `crs`; zones with one meridian share it. */
export function meridianPlane(crs: GaussKruger): MeridianPlane {
  const meridian = centralMeridian(crs);
  const known = planes.get(meridian);
  if (known) return known;
  // The projection itself, without proj4's steps from datum to datum: there is one datum.
  const projection = new proj4.Proj(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=0 +y_0=0 +a=${SEMI_MAJOR} +rf=${INVERSE_FLATTENING} +no_defs`,
  );
  const plane: MeridianPlane = {
    fromDegrees(longitude, latitude) {
      const { x, y } = projection.forward({ x: longitude * DEGREE, y: latitude * DEGREE });
      return [x, y];
    },
    toDegrees(east, north) {
      const { x, y } = projection.inverse({ x: east, y: north });
      return [x / DEGREE, y / DEGREE];
    },
  };
  planes.set(meridian, plane);
  return plane;
}
