import type { Plane } from "../crs/plane.ts";
import type { Box, Polygon } from "../shape/shape.ts";
import { Slabs, TooIntricate } from "./slabs.ts";

/** Steps before giving up: sound layers and boundaries have some hundred for each edge. */
const MOST_STEPS = 1e8;
const MOST_STEPS_AN_EDGE = 2000;
/** This share of them is tried with the whole window. */
const FIRST = 0.1;
/** So many bands from south to north a window is cut into. */
const BANDS = 200;

const slabs = new Slabs();

/**
 * See `Slabs.measure`. One engine serves all: its arrays are used again. A border from south to north with
 * very many corners has all of its edges in the same few slabs, but few of them in a band.
 */
export function measure(
  plane: Plane,
  window: Box,
  a: readonly Polygon[],
  b: readonly Polygon[] | undefined,
): number {
  let left = 0;
  try {
    return slabs.measure(plane, window, a, b, (edges) => {
      const all = MOST_STEPS + MOST_STEPS_AN_EDGE * edges;
      left = (1 - FIRST) * all;
      return FIRST * all;
    });
  } catch (error) {
    if (!(error instanceof TooIntricate)) throw error;
  }
  const at = (band: number) => window.minY + (band / BANDS) * (window.maxY - window.minY);
  let sum = 0;
  for (let band = 0; band < BANDS; band++) {
    const [minY, maxY] = [at(band), band + 1 === BANDS ? window.maxY : at(band + 1)];
    if (!(minY < maxY)) continue;
    sum += slabs.measure(plane, { ...window, minY, maxY }, a, b, () => left);
    left = slabs.steps;
  }
  return sum;
}
