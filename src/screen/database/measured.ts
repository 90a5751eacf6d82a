import { conversion } from "../../geometry/crs/conversion.ts";
import type { Crs } from "../../geometry/crs/crs.ts";
import { ECCENTRICITY_2, SEMI_MAJOR } from "../../geometry/crs/ellipsoid.ts";
import { falseEasting } from "../../geometry/crs/gauss-kruger.ts";
import { inProj } from "./survey.ts";

/** A table's SRID and the CRS that it is decided to be. */
export interface InCrs {
  readonly srid: number;
  readonly crs: Crs;
}

const DEGREE = Math.PI / 180;

/**
 * The ground of a geometry on the ellipsoid in m², whose edges are straight in its own coordinates: its area
 * there times the scale at its centroid, by which the first two orders of what the scale changes cancel. Of a
 * shape h metres high or wide no more than (h/R)²/24 is left over: 4e-9 of one of 2 km, 4e-7 of one of 20 km.
 */
export function squareMetres(geometry: string, { crs, srid }: InCrs): string {
  const centroid = `ST_Centroid(${geometry})`;
  if (crs.kind === "geographic") {
    const latitude = `radians(ST_Y(${centroid}))`;
    const square = SEMI_MAJOR ** 2 * (1 - ECCENTRICITY_2) * DEGREE ** 2;
    return `coalesce(ST_Area(${geometry}) * ${square} * cos(${latitude}) / power(1 - ${ECCENTRICITY_2} * power(sin(${latitude}), 2), 2), 0)`;
  }
  const east = falseEasting(crs);
  const foot = `ST_Transform(ST_SetSRID(ST_MakePoint(${east}, ST_Y(${centroid})), ${srid}), 4490)`;
  const radius = `(${SEMI_MAJOR * Math.sqrt(1 - ECCENTRICITY_2)} / (1 - ${ECCENTRICITY_2} * power(sin(radians(ST_Y(${foot}))), 2)))`;
  return `coalesce(ST_Area(${geometry}) / power(cosh((ST_X(${centroid}) - ${east}) / ${radius}), 2), 0)`;
}

/** Metres in a unit of the CRS, at the most. */
export function metresPerUnit({ kind }: Crs): number {
  return kind === "geographic" ? 111_700 : 1;
}

/** So many units of the CRS are `metres` everywhere in China, or a little more. */
export function unitsOf(metres: number, { kind }: Crs): number {
  return kind === "geographic" ? metres / 65_000 : metres;
}

/** Metres between the corners of an edge that is brought to another CRS: it bends by a tenth of a millimetre. */
const STEP_M = 50;

/** A geometry of one CRS in that of another, its edges following their course there. */
export function broughtTo(geometry: string, from: InCrs, to: InCrs): string {
  const how = conversion(from.crs, to.crs);
  if (how.kind === "same") return `ST_SetSRID(${geometry}, ${to.srid})`;
  if (how.kind === "shift") return `ST_SetSRID(ST_Translate(${geometry}, ${how.east}, 0), ${to.srid})`;
  const step = from.crs.kind === "geographic" ? STEP_M / 111_700 : STEP_M;
  return `ST_SetSRID(ST_Transform(ST_SetSRID(ST_Segmentize(${geometry}, ${step}), ${inProj(from.srid)}), ${inProj(to.srid)}), ${to.srid})`;
}

/** Edges that are straight in the one are bent in the other. */
export function areBent(from: Crs, to: Crs): boolean {
  return conversion(from, to).kind === "curved";
}
