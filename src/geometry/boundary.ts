import type { Words } from "../model/words.ts";
import type { Crs } from "./crs.ts";
import type { StatedShape } from "./raw.ts";
import type { Polygon } from "./shape.ts";

/**
 * An area of ground as understood (范围): sound polygons that don't overlap each other, in the CRS
 * that their edges are straight in. Everything concluded on the way to it is said in `assumed`.
 */
export interface Boundary {
  readonly polygons: readonly Polygon[];
  readonly crs: Crs;
  readonly assumed: readonly Words[];
  readonly stated?: StatedShape;
}
