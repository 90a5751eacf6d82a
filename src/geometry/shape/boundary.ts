import type { AccountLine } from "../../model/measured-site.ts";
import type { Crs } from "../crs/crs.ts";
import type { Polygon } from "./shape.ts";

/**
 * An area of ground as understood (范围): sound polygons that don't overlap each other, in the CRS
 * that their edges are straight in. Everything read and concluded on the way to it is said in `account`.
 */
export interface Boundary {
  readonly polygons: readonly Polygon[];
  readonly crs: Crs;
  readonly account: readonly AccountLine[];
  /** km² as the file itself states them. */
  readonly statedKm2?: number;
}
