import { words } from "../../model/words.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import { cornersOf, type Ring, xOf, yOf } from "../shape/shape.ts";
import type { Crs } from "./crs.ts";
import { crsName } from "./crs-name.ts";
import { placeToLonLat } from "./project.ts";

/** Degrees that China, its seas included, lies between (我国范围). */
export const CHINA = { minX: 73, maxX: 136, minY: 3, maxY: 54 } as const;

/** Whether a place of `crs` lies in China's extent. */
function inChina(x: number, y: number, crs: Crs): boolean {
  const [longitude, latitude] = placeToLonLat(x, y, crs);
  return (
    longitude >= CHINA.minX && longitude <= CHINA.maxX && latitude >= CHINA.minY && latitude <= CHINA.maxY
  );
}

/** The first corner of a ring that lies outside China, so that its numbers can't be right; rings count from 1. */
export function outOfChina(ring: Ring, number: number, crs: Crs): GeometryProblem | undefined {
  for (let corner = 0; corner < cornersOf(ring); corner++) {
    const [x, y] = [xOf(ring, corner), yOf(ring, corner)];
    if (inChina(x, y, crs)) continue;
    const name = crsName(crs);
    return {
      fault: "out-of-range",
      message: words(
        `第 ${number} 圈第 ${corner + 1} 点（${x}，${y}）按 ${name.zh} 不在我国范围内`,
        `corner ${corner + 1} of ring ${number} (${x}, ${y}) lies outside China, read as ${name.en}`,
      ),
      remedy: words(
        "请核对这个点的坐标、位数和坐标系",
        "check this corner's numbers, their digits, and the CRS",
      ),
      ring: number,
      corner: corner + 1,
      at: [x, y],
    };
  }
  return undefined;
}
