import { type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { RawRing } from "../shape/raw.ts";
import { xOf, yOf } from "../shape/shape.ts";
import { atCorner } from "./ring-problems.ts";

/** After so many, the ring is in another CRS or no ring at all. */
const ENOUGH = 100;

/** Corners whose numbers are none, or can't be in China in this CRS. */
export function wrongNumbers(raw: RawRing, xy: Float64Array, number: number, crs: Crs): GeometryProblem[] {
  const found: GeometryProblem[] = [];
  for (let index = 0; index < raw.corners.length / 2 && found.length < ENOUGH; index++) {
    const x = xOf(xy, index);
    const y = yOf(xy, index);
    if (inRange(x, y, crs)) continue;
    const corner = { ring: number, corner: index + 1, raw };
    // An odd count leaves the last corner with one number.
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      const given = `${shown(raw.corners[2 * index])}, ${shown(raw.corners[2 * index + 1])}`;
      found.push(
        atCorner(
          "not-a-number",
          corner,
          words(`的坐标不是数值：${given}`, `has a coordinate that is no number: ${given}`),
          words("请补正该点坐标", "correct the coordinates of this corner"),
        ),
      );
    } else {
      const expected = rangeWords(crs);
      found.push(
        atCorner(
          "out-of-range",
          corner,
          words(`超出坐标系的取值范围；${expected.zh}`, `is out of range of its CRS; ${expected.en}`),
          words(
            "请核对该点坐标、坐标系与带号，以及 X、Y 是否颠倒",
            "check this corner, the CRS and its zone, and whether X and Y are swapped",
          ),
          { place: [x, y], crs: crs },
        ),
      );
    }
  }
  return found;
}

function shown(value: number | undefined): string {
  return value === undefined ? "—" : String(value);
}

/** China with its seas and some room: what lies beyond is misread or mistyped. */
const DEGREES = { west: 70, east: 140, south: 0, north: 60 };
const METRES_NORTH = 6_700_000;
const FALSE_EASTING = 500_000;

function inRange(x: number, y: number, crs: Crs): boolean {
  if (crs.kind === "geographic")
    return x >= DEGREES.west && x <= DEGREES.east && y >= DEGREES.south && y <= DEGREES.north;
  const east = x - (crs.prefixed ? crs.zone * 1e6 : 0);
  return east > 0 && east < 2 * FALSE_EASTING && y >= 0 && y <= METRES_NORTH;
}

function rangeWords(crs: Crs): Words {
  if (crs.kind === "geographic")
    return words("应为经度 70°–140°、纬度 0°–60°", "expected are longitude 70°–140° and latitude 0°–60°");
  const [zone, en] = crs.prefixed
    ? [`带号 ${crs.zone} 加 6 位整数`, `${crs.zone} and six digits`]
    : ["6 位整数，不带带号", "six digits without a zone"];
  return words(
    `应为 X（北）0–6700000、Y（东）${zone}`,
    `expected are a northing of 0–6700000 and an easting of ${en}`,
  );
}
