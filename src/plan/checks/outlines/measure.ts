import { ellipsoidalAreaM2 } from "../../../geometry/area/area.ts";
import { planeFor } from "../../../geometry/crs/plane.ts";
import { DEGREES, inLonLat, project } from "../../../geometry/crs/project.ts";
import { areaOf, commonArea } from "../../../geometry/overlay/coverage.ts";
import { allowedArea, TOLERANCE } from "../../../geometry/overlay/relation.ts";
import { TooIntricate } from "../../../geometry/overlay/slabs.ts";
import { boxesMeet, boxOf, type Polygon, ringsOf } from "../../../geometry/shape/shape.ts";
import type { Document, Path } from "../../../input/document.ts";
import { type Problem, Unusable } from "../../../input/problem.ts";
import { wholeBoundary } from "../../../input/spatial/boundary.ts";
import { openGiven } from "../../../input/spatial/given.ts";
import type { GeometryField } from "../../../model/spatial-file.ts";

/** An outline that a plan's own data draw, ready to be held against others. */
export interface Outline {
  /** In degrees of longitude and latitude, edges as straight as they were drawn. */
  readonly polygons: readonly Polygon[];
  readonly m2: number;
}

/** Reads an outline of a plan file; what is wrong with it, if it isn't sound. */
export async function readOutline(
  geometry: GeometryField,
  document: Document,
  path: Path,
): Promise<Outline | { readonly problems: readonly Problem[] }> {
  try {
    const { polygons, crs } = await wholeBoundary(await openGiven(geometry, document, path));
    return {
      polygons: polygons.map((one) => project(one, crs, DEGREES)),
      m2: ellipsoidalAreaM2(inLonLat(polygons, crs)),
    };
  } catch (error) {
    if (error instanceof Unusable) return { problems: error.problems };
    throw error;
  }
}

/**
 * The ground that two outlines have in common, in m²; 0 if it is no more than touching boundaries leave,
 * undefined if they are too intricate to be compared.
 */
export function overlapM2(a: Outline, b: Outline): number | undefined {
  const box = boxOf(ringsOf(a.polygons));
  if (!boxesMeet(box, boxOf(ringsOf(b.polygons)))) return 0;
  return unlessIntricate(() => {
    const m2 = commonArea(planeFor(DEGREES, box), a.polygons, b.polygons);
    return m2 <= allowedArea(TOLERANCE, a.m2, b.m2) ? 0 : m2;
  });
}

/** How much of an outline sticks out of another, in the same way. */
export function outsideM2(inner: Outline, outer: Outline): number | undefined {
  return unlessIntricate(() => {
    const plane = planeFor(DEGREES, boxOf(ringsOf(inner.polygons)));
    const m2 = areaOf(plane, inner.polygons) - commonArea(plane, inner.polygons, outer.polygons);
    return m2 <= allowedArea(TOLERANCE, inner.m2) ? 0 : m2;
  });
}

function unlessIntricate(measure: () => number): number | undefined {
  try {
    return measure();
  } catch (error) {
    if (error instanceof TooIntricate) return undefined;
    throw error;
  }
}
