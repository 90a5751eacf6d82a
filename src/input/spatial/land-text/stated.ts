import type { RawRing, StatedShape } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";

/** The units that plots state their areas in, most usual first; the format lays down hectares. */
const UNITS: readonly { readonly name: Words; readonly km2: number }[] = [
  { name: words("公顷", "hectares"), km2: 0.01 },
  { name: words("平方米", "m²"), km2: 1e-6 },
  { name: words("平方千米", "km²"), km2: 1 },
];

/** How far off an area may be and still be taken as meant in a unit: units differ by a hundredfold. */
const FACTOR = 3;
const KM_PER_DEGREE = 111.2;

export interface StatedPlot {
  readonly stated?: StatedShape;
  readonly notes: readonly Words[];
}

/**
 * What a plot's line states: how many corners, and its area. Files give areas in hectares or in m²
 * without saying which; the unit is the one that comes near the area of the corners.
 */
export function statedPlot(fields: readonly string[], rings: readonly RawRing[], line: number): StatedPlot {
  const [count = "", area = ""] = fields;
  const corners = /^\d+$/.test(count) ? { corners: Number(count) } : {};
  const number = /^\d+(?:\.\d+)?$/.test(area) ? Number(area) : 0;
  if (number === 0) return { ...(count && { stated: corners }), notes: [] };
  const sizes = rings.map(roughKm2).sort((a, b) => b - a);
  const [largest = 0, ...others] = sizes;
  const rest = others.reduce((sum, size) => sum + size, 0);
  // Further rings are holes or parts.
  const measured = [largest - rest, largest + rest];
  const unit = UNITS.find(({ km2 }) =>
    measured.some((size) => size > 0 && number * km2 < size * FACTOR && number * km2 > size / FACTOR),
  );
  if (unit === undefined)
    return {
      stated: corners,
      notes: [
        words(
          `第 ${line} 行的面积 ${area} 不论按公顷、平方米还是平方千米都与坐标不符，未使用`,
          `the area ${area} in line ${line} fits the corners in neither hectares, m² nor km², and wasn't used`,
        ),
      ],
    };
  return {
    stated: { ...corners, areaKm2: number * unit.km2 },
    notes:
      unit === UNITS[0]
        ? []
        : [
            words(
              `第 ${line} 行的面积按${unit.name.zh}理解`,
              `the area in line ${line} was taken to be in ${unit.name.en}`,
            ),
          ],
  };
}

/** The area within a ring on the plane, good enough to tell units apart. */
function roughKm2({ corners }: RawRing): number {
  let twice = 0;
  const [x0 = 0, y0 = 0] = corners;
  for (let at = 2; at + 3 < corners.length; at += 2)
    twice +=
      ((corners[at] as number) - x0) * ((corners[at + 3] as number) - y0) -
      ((corners[at + 2] as number) - x0) * ((corners[at + 1] as number) - y0);
  const latitude = Math.min(Math.abs(x0), Math.abs(y0));
  const isDegrees = Math.abs(x0) <= 180 && Math.abs(y0) <= 180;
  const scale = isDegrees ? KM_PER_DEGREE ** 2 * Math.cos((latitude * Math.PI) / 180) : 1e-6;
  return (Math.abs(twice) / 2) * scale;
}
