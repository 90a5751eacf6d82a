import type { LonLatPolygons } from "../../model/measured-site.ts";
import type { Crs } from "../crs/crs.ts";
import { toLonLat } from "../crs/project.ts";
import { cornersOf, type Polygon, type Ring, xOf, yOf } from "../shape/shape.ts";
import { twiceSignedArea } from "../shape/signed-area.ts";

/** Polygons as RFC 7946 has them: degrees, rings closed, shells anticlockwise and holes clockwise. */
export function lonLatPolygons(polygons: readonly Polygon[], crs: Crs): LonLatPolygons {
  return polygons.map(({ shell, holes }) => [
    closedRing(toLonLat(shell, crs), true),
    ...holes.map((hole) => closedRing(toLonLat(hole, crs), false)),
  ]);
}

/** The same with the coordinates as they are. */
export function ringLists(polygons: readonly Polygon[]): LonLatPolygons {
  return polygons.map(({ shell, holes }) => [
    closedRing(shell, true),
    ...holes.map((hole) => closedRing(hole, false)),
  ]);
}

function closedRing(ring: Ring, anticlockwise: boolean): [number, number][] {
  const corners = Array.from({ length: cornersOf(ring) }, (_, at): [number, number] => [
    xOf(ring, at),
    yOf(ring, at),
  ]);
  const turned = twiceSignedArea(ring) > 0 === anticlockwise ? corners : corners.reverse();
  const [first] = turned;
  return first === undefined ? [] : [...turned, first];
}
