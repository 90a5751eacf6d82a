import { decimal, formatDecimal } from "../../model/decimal.ts";
import type { AccountLine } from "../../model/measured-site.ts";
import { type Words, words } from "../../model/words.ts";
import { toLonLat } from "../crs/project.ts";
import type { Boundary } from "../shape/boundary.ts";
import { type Box, boxOf, cornersOf, ringsOf } from "../shape/shape.ts";

/** How many parts, holes and corners a boundary has, and how far it reaches, for the report. */
export function shapeLines({ polygons, crs }: Boundary): readonly AccountLine[] {
  const rings = ringsOf(polygons);
  const corners = rings.reduce((sum, ring) => sum + cornersOf(ring), 0);
  const parts = polygons.length;
  const holes = rings.length - parts;
  const degrees = boxOf(rings.map((ring) => toLonLat(ring, crs)));
  const [plural, pluralHoles] = [parts === 1 ? "" : "s", holes === 1 ? "" : "s"];
  const lines = [
    words(
      `${parts} 个多边形，${holes} 个内圈，共 ${corners} 个拐点`,
      `${parts} part${plural}, ${holes} hole${pluralHoles}, ${corners} corners`,
    ),
    lonLatWords(degrees),
    ...(crs.kind === "geographic" ? [] : [planeWords(boxOf(rings))]),
  ];
  return lines.map((says) => ({ about: "shape", says }));
}

/** To 0.1 m or so on the ground. */
function lonLatWords(box: Box): Words {
  const [west, east, south, north] = [box.minX, box.maxX, box.minY, box.maxY].map((one) => one.toFixed(6));
  return words(
    `经度 ${west}°–${east}°，纬度 ${south}°–${north}°`,
    `longitude ${west}°–${east}°, latitude ${south}°–${north}°`,
  );
}

function planeWords(box: Box): Words {
  const [west, east, south, north] = [box.minX, box.maxX, box.minY, box.maxY].map((one) =>
    formatDecimal(decimal(one), 3),
  );
  return words(
    `北坐标 X ${south}–${north} 米，东坐标 Y ${west}–${east} 米`,
    `northings (X) ${south}–${north} m, eastings (Y) ${west}–${east} m`,
  );
}
