import type { RawRing, RawShape } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";
import { DEEPEST } from "../../depth.ts";
import type { Path } from "../../document.ts";

/** Stops reading with what is wrong at a path of the value that is being read. */
export type Fail = (path: Path, message: Words, remedy: Words) => never;

/** What was seen while geometries were read, for the notes of the source. */
export interface Seen {
  heights: boolean;
}

/** Levels of brackets around the numbers. */
const LEVELS = { Polygon: 3, MultiPolygon: 4 } as const;

const NOT_AREAS: Readonly<Record<string, Words>> = {
  Point: words("点", "a point"),
  MultiPoint: words("点", "points"),
  LineString: words("线", "a line"),
  MultiLineString: words("线", "lines"),
};

/**
 * The shape of a GeoJSON geometry (图形): Polygon, MultiPolygon, or a GeometryCollection of them.
 * Undefined for `null`, a feature without geometry. Heights are dropped, and `seen` says so.
 */
export function shapeOf(geometry: unknown, path: Path, fail: Fail, seen: Seen): RawShape | undefined {
  if (geometry === null) return undefined;
  return { roles: "given", parts: partsOf(geometry, path, fail, seen) };
}

function partsOf(geometry: unknown, path: Path, fail: Fail, seen: Seen): readonly (readonly RawRing[])[] {
  if (!isObject(geometry))
    return fail(path, words("图形应为对象", "a geometry is an object"), POLYGON_EXAMPLE);
  const { type, coordinates, geometries } = geometry;
  if (type === "GeometryCollection") {
    if (!Array.isArray(geometries))
      return fail(
        path,
        words("GeometryCollection 缺少 geometries", "this GeometryCollection has no geometries"),
        POLYGON_EXAMPLE,
      );
    if (path.length > DEEPEST)
      return fail(path, words("嵌套过深", "it is nested too deeply"), POLYGON_EXAMPLE);
    return geometries.flatMap((one, index) => partsOf(one, [...path, "geometries", index], fail, seen));
  }
  if (type === "Polygon" || type === "MultiPolygon") {
    const inside = [...path, "coordinates"];
    refuseWrongDepth(coordinates, type, inside, fail);
    const polygons = type === "Polygon" ? [coordinates] : arrayOf(coordinates, inside, fail);
    return polygons.map((polygon, index) => {
      const at = type === "Polygon" ? inside : [...inside, index];
      return arrayOf(polygon, at, fail).map((ring, number) => ringOf(ring, [...at, number], fail, seen));
    });
  }
  const found = typeof type === "string" ? NOT_AREAS[type] : undefined;
  if (found !== undefined)
    return fail(
      [...path, "type"],
      words(`图形是${found.zh}（${type}），不是面`, `the geometry is ${found.en} (${type}), not an area`),
      words("只留 Polygon 或 MultiPolygon", "keep only Polygon and MultiPolygon"),
    );
  return fail(
    "type" in geometry ? [...path, "type"] : path,
    type === undefined
      ? words("图形没有 type", "the geometry has no type")
      : words(`不认识的图形类型 ${shown(type)}`, `${shown(type)} isn't a type of geometry`),
    POLYGON_EXAMPLE,
  );
}

function arrayOf(value: unknown, path: Path, fail: Fail): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return fail(
    path,
    words(`此处应为数组，不是 ${shown(value)}`, `an array is expected here, not ${shown(value)}`),
    POLYGON_EXAMPLE,
  );
}

/** One error for brackets too many or too few, instead of one about whatever stands in a number's place. */
function refuseWrongDepth(coordinates: unknown, type: keyof typeof LEVELS, path: Path, fail: Fail): void {
  let levels = 0;
  let inner = coordinates;
  for (; Array.isArray(inner); inner = inner[0]) {
    if (inner.length === 0) return;
    levels++;
  }
  if (levels === 0 || levels === LEVELS[type]) return;
  fail(
    path,
    words(
      `${type} 的坐标应有 ${LEVELS[type]} 层方括号，此处有 ${levels} 层`,
      `coordinates of a ${type} have ${LEVELS[type]} levels of brackets, these have ${levels}`,
    ),
    POLYGON_EXAMPLE,
  );
}

function ringOf(value: unknown, path: Path, fail: Fail, seen: Seen): RawRing {
  const positions = arrayOf(value, path, fail);
  const corners = new Float64Array(2 * positions.length);
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index];
    if (!Array.isArray(position) || position.length < 2)
      return fail(
        [...path, index],
        words(
          `此处应为一个点 [x, y]，不是 ${shown(position)}`,
          `a position [x, y] is expected here, not ${shown(position)}`,
        ),
        POLYGON_EXAMPLE,
      );
    if (position.length > 2) seen.heights = true;
    const x: unknown = position[0];
    const y: unknown = position[1];
    if (typeof x !== "number" || typeof y !== "number") {
      const which = typeof x === "number" ? 1 : 0;
      const found = shown(position[which]);
      return fail(
        [...path, index, which],
        words(`坐标应为数字，不是 ${found}`, `a coordinate is a number, not ${found}`),
        words("去掉引号，写成数字", "write a number, without quotes"),
      );
    }
    corners[2 * index] = x;
    corners[2 * index + 1] = y;
  }
  return { corners };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as an error may show it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const POLYGON_EXAMPLE = words(
  '例如 {"type": "Polygon", "coordinates": [[[113.0, 33.2], [113.1, 33.2], [113.1, 33.3], [113.0, 33.2]]]}',
  'as in {"type": "Polygon", "coordinates": [[[113.0, 33.2], [113.1, 33.2], [113.1, 33.3], [113.0, 33.2]]]}',
);
