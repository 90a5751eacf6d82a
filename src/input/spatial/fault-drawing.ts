import type { Crs } from "../../geometry/crs/crs.ts";
import { placeToLonLat } from "../../geometry/crs/project.ts";
import type { GeometryProblem } from "../../geometry/shape/problem.ts";
import type { RawShape } from "../../geometry/shape/raw.ts";
import { cornersOf, xOf, yOf } from "../../geometry/shape/shape.ts";
import type { Lang } from "../../model/words.ts";

/**
 * An unsound shape as GeoJSON for looking at in any GIS: its rings as lines, just as they are, and a point
 * at every fault that has a place. Corners that are no numbers can't be drawn and are left out.
 */
export function faultDrawing(
  shape: RawShape,
  faults: readonly GeometryProblem[],
  crs: Crs,
  lang: Lang,
): object {
  const rings = shape.roles === "given" ? shape.parts.flat() : shape.rings;
  const lines = rings.map(({ corners }, index) => {
    const coordinates = Array.from({ length: cornersOf(corners) }, (_, at) => [
      xOf(corners, at),
      yOf(corners, at),
    ])
      .filter((place) => place.every(Number.isFinite))
      .map(([x = 0, y = 0]) => placeToLonLat(x, y, crs));
    return feature({ type: "LineString", coordinates }, { role: "ring", ring: index + 1 });
  });
  const points = faults.map(({ fault, ring, corner, at, message, remedy }) => {
    const isPlace = at?.every(Number.isFinite) === true;
    return feature(isPlace ? { type: "Point", coordinates: placeToLonLat(at[0], at[1], crs) } : null, {
      role: "fault",
      fault,
      ring: ring ?? null,
      corner: corner ?? null,
      message: message[lang],
      remedy: remedy[lang],
    });
  });
  return { type: "FeatureCollection", features: [...lines, ...points] };
}

function feature(geometry: object | null, properties: object): object {
  return { type: "Feature", properties, geometry };
}
