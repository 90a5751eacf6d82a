import { joinWords, type Words, words } from "../../model/words.ts";
import { ellipsoidalAreaM2 } from "../area/area.ts";
import { planeAreaM2 } from "../area/plane-area.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { RawShape } from "../shape/raw.ts";
import type { Polygon, Ring } from "../shape/shape.ts";
import { assemble } from "./assemble.ts";
import type { Group } from "./groups.ts";
import type { NumberedRing } from "./numbered-ring.ts";
import type { RingFrame } from "./ring-frame.ts";
import { ofRing, tellable } from "./ring-problems.ts";

/** How an applicant's boundary is to be read. */
export interface BoundaryFrame extends RingFrame {
  /** An area beyond this can't be meant; the county's serves. */
  readonly largestKm2?: number;
}

/** Sound polygons with what was put right on the way, or everything that is wrong. */
export type Polygons =
  | { readonly polygons: readonly Polygon[]; readonly notes: readonly Words[] }
  | { readonly problems: readonly GeometryProblem[] };

const LARGEST_KM2 = 10_000;

/**
 * Makes polygons of an applicant's boundary: x is east, rings don't repeat their first corner, holes are
 * in their shells. Where the file doesn't say which ring is a hole, containment does (even-odd), in
 * whichever direction rings run. Only what can't change the ground is put right (a corner repeated at
 * once); rings may touch each other at corners, and parts may lie side by side. Never throws.
 */
export function polygonsFrom(shape: RawShape, frame: BoundaryFrame): Polygons {
  const assembled = assemble(shape, frame, false);
  if ("problems" in assembled) return { problems: tellable(assembled.problems) };
  const { polygons, notes, rings, groups } = assembled;
  const first = rings[0];
  if (first === undefined) return { problems: [noRings()] };
  const limit = frame.largestKm2 ?? LARGEST_KM2;
  const km2 = roughKm2(polygons, frame.crs);
  if (km2 > limit) return { problems: [absurd(first, km2, limit)] };
  return { polygons, notes: [...notes, ...(shape.roles === "given" ? [] : holesTold(rings, groups))] };
}

/** As {@link Polygons}, with the rings of what is wrong, if their numbers are usable. */
export type LayerPolygons =
  | { readonly polygons: readonly Polygon[]; readonly notes: readonly Words[] }
  | { readonly problems: readonly GeometryProblem[]; readonly unchecked: readonly Ring[] };

/**
 * Makes polygons of a layer's feature, as {@link polygonsFrom}, which may have more put right, as long
 * as there is no doubt which ground is meant: spikes and rings without area are dropped, a ring that
 * comes back to a corner is taken apart there, holes may share edges with their shell. A feature
 * without rings has no polygons. `unchecked` are all rings that could be read, in the file's order,
 * for telling how far off the feature is.
 */
export function layerPolygons(shape: RawShape, frame: RingFrame): LayerPolygons {
  const assembled = assemble(shape, frame, true);
  if ("polygons" in assembled) return { polygons: assembled.polygons, notes: assembled.notes };
  return {
    problems: tellable(assembled.problems),
    unchecked: assembled.rings.map(({ ring }) => ring),
  };
}

/** Near enough to tell the absurd: projected areas as they are. */
function roughKm2(polygons: readonly Polygon[], crs: Crs): number {
  return (crs.kind === "geographic" ? ellipsoidalAreaM2(polygons) : planeAreaM2(polygons)) / 1e6;
}

function noRings(): GeometryProblem {
  return {
    fault: "no-rings",
    message: words("图形中没有任何环", "the shape has no rings"),
    remedy: words("请提供范围拐点坐标", "give the corners of the boundary"),
  };
}

function absurd(ring: NumberedRing, km2: number, limit: number): GeometryProblem {
  const [area, most] = [km2.toPrecision(6), String(limit)];
  return ofRing(
    "absurd-size",
    ring,
    words(
      `所在图形面积约 ${Number(area)} 平方公里，超过上限 ${most} 平方公里`,
      `is of a shape of some ${Number(area)} km², more than the ${most} km² that are possible`,
    ),
    words("请核对坐标、坐标系和单位", "check the coordinates, the CRS and the units"),
  );
}

const HOLES_NAMED = 10;

/** That rings were taken for holes where the file itself doesn't say so. */
function holesTold(rings: readonly NumberedRing[], groups: readonly Group[]): readonly Words[] {
  const holes = groups.flatMap((group) => group.holes.map((hole) => ({ hole, shell: group.shell })));
  if (holes.length === 0) return [];
  const named = holes.slice(0, HOLES_NAMED).map(({ hole, shell }) => {
    const [inner, outer] = [rings[hole]?.number, rings[shell]?.number];
    return words(`第 ${inner} 环位于第 ${outer} 环之内`, `ring ${inner} lies in ring ${outer}`);
  });
  const list = joinWords(named, "、", ", ");
  const more = holes.length > HOLES_NAMED ? words(" 等", " and so on") : words("", "");
  return [
    words(
      `${list.zh}${more.zh}，共 ${holes.length} 环按孔洞扣除`,
      `${holes.length} ring${holes.length === 1 ? " was" : "s were"} taken out as holes: ${list.en}${more.en}`,
    ),
  ];
}
