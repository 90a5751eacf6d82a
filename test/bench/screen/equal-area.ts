import { boxOf, type Ring, ringsOf } from "../../../src/geometry/shape/shape.ts";
import type { Shape } from "./shapes.ts";

/** The ellipsoid of CGCS2000: semi-major axis in metres and flattening (GB 22021-2008). */
const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const E_2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E_2);
const DEGREE = Math.PI / 180;

/**
 * A shape in metres on a plane where areas are those of the ellipsoid: the cylindrical equal-area projection
 * (Snyder 1987, equations 10-1 and 3-12). Planar engines are asked there for what mineright answers from degrees.
 */
export function toEqualArea({ polygons }: Shape): Shape {
  const moved = polygons.map(({ shell, holes }) => ({ shell: ringOf(shell), holes: holes.map(ringOf) }));
  return { polygons: moved, box: boxOf(ringsOf(moved)) };
}

function ringOf(degrees: Ring): Ring {
  const ring = new Float64Array(degrees.length);
  for (let at = 0; at < ring.length; at += 2) {
    const sine = Math.sin((degrees[at + 1] as number) * DEGREE);
    ring[at] = SEMI_MAJOR * DEGREE * (degrees[at] as number);
    ring[at + 1] = (SEMI_MAJOR / 2) * (1 - E_2) * (sine / (1 - E_2 * sine * sine) + Math.atanh(E * sine) / E);
  }
  return ring;
}
