import fc, { type Arbitrary } from "fast-check";
import type { Crs, GaussKruger } from "../../src/geometry/crs/crs.ts";
import { gaussKruger } from "../../src/geometry/crs/gauss-kruger.ts";
import { DEGREES } from "../../src/geometry/crs/project.ts";
import type { Polygon } from "../../src/geometry/shape/shape.ts";

export { DEGREES };
export const WGS_84: Crs = { kind: "geographic", datum: "WGS 84" };

/** A zone that exists. */
export function zone(width: 3 | 6, number: number, prefixed: boolean): GaussKruger {
  const crs = gaussKruger(width, number, prefixed);
  if (!crs) throw new Error(`no zone ${number} of ${width}°`);
  return crs;
}

/** CRSs about 114° and 117° east. */
export const anyCrs: Arbitrary<Crs> = fc.constantFrom(
  DEGREES,
  zone(3, 38, true),
  zone(3, 38, false),
  zone(3, 39, true),
  zone(6, 19, false),
  zone(6, 20, true),
);

/** A star about a place in zone 38, 39 or between, from 20 m to 25 km wide; in degrees. */
export const star: Arbitrary<Polygon> = fc
  .record({
    longitude: fc.double({ min: 113, max: 118, noNaN: true }),
    latitude: fc.double({ min: 18, max: 53, noNaN: true }),
    radius: fc.double({ min: Math.log(1e-4), max: Math.log(0.12), noNaN: true }).map(Math.exp),
    arms: fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }),
  })
  .map(({ longitude, latitude, radius, arms }) => ({
    shell: Float64Array.from(
      arms.flatMap((arm, at) => {
        const angle = (2 * Math.PI * at) / arms.length;
        return [longitude + arm * radius * Math.cos(angle), latitude + arm * radius * Math.sin(angle)];
      }),
    ),
    holes: [],
  }));
