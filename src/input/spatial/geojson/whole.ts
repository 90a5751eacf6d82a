import { type Words, words } from "../../../model/words.ts";
import type { Document, Path } from "../../document.ts";
import { unusable } from "../../problem.ts";
import { areDegrees, heldSource, rangeOf } from "../held.ts";
import type { SpatialSource } from "../source.ts";
import { crsEvidence, crsSaid } from "./crs-member.ts";
import { featureOf, placeInList } from "./feature.ts";
import { type Fail, isObject, type Seen, shapeOf, shown } from "./geometry.ts";
import { type Reading, readOrProblems } from "./reading.ts";

export const HEIGHTS_DROPPED = words("高程值未使用", "heights were dropped");

/**
 * The GeoJSON object at a path of a parsed file as a source: a collection, a feature or a bare geometry.
 * An application's inline `geometry` is read by the same code. Throws {@link Unusable} with the place.
 */
export function sourceOfGeometry(value: unknown, document: Document, path: Path): SpatialSource {
  return sourceOf(hasDigits(value) ? unrounded(value) : value, document, path, []);
}

/** A number kept as its digits. */
const DIGITS = /^-?\d[\d.]{15,}$/;

function hasDigits(value: unknown): boolean {
  if (typeof value === "string") return DIGITS.test(value);
  if (Array.isArray(value)) return value.some(hasDigits);
  return isObject(value) && Object.keys(value).some((key) => key !== "properties" && hasDigits(value[key]));
}

/** Readers of applications keep a number that a double can't hold as its digits; a corner needn't be so exact. */
function unrounded(value: unknown): unknown {
  if (typeof value === "string" && DIGITS.test(value)) return Number(value);
  if (Array.isArray(value)) return value.map(unrounded);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === "properties" ? one : unrounded(one)]),
  );
}

/** A GeoJSON value that stands in memory as a whole, with the places of its parts. */
export function sourceOf(
  value: unknown,
  document: Document,
  path: Path,
  notes: readonly Words[],
  lenient = false,
): SpatialSource {
  const seen: Seen = { heights: false };
  const fail: Fail = (inner, message, remedy) =>
    unusable({
      file: document.file,
      ...document.locate([...path, ...inner]),
      message: placed(inner, message),
      remedy,
    });
  const object = isObject(value) ? value : fail([], NOT_GEOJSON(value), GEOJSON);
  const said = crsSaid(object, fail);
  const readings = readingsOf(object, fail, seen);
  const all = readings.map((one) => (lenient ? readOrProblems(one) : one.read()));
  const features = all.flatMap((one) => ("problems" in one ? [] : [one]));
  const source = heldSource(
    {
      file: document.file,
      format: "GeoJSON",
      closing: "required",
      notes: seen.heights ? [...notes, HEIGHTS_DROPPED] : notes,
    },
    { ...crsEvidence(said, object, areDegrees(rangeOf(features))), axes: "x-first" },
    features,
  );
  if (!lenient) return source;
  return {
    ...source,
    records: all.length,
    async *each() {
      yield* all;
    },
  };
}

function readingsOf(object: Readonly<Record<string, unknown>>, fail: Fail, seen: Seen): readonly Reading[] {
  const { type, features } = object;
  if (type === "FeatureCollection") {
    if (!Array.isArray(features))
      return fail(
        [],
        words("FeatureCollection 缺少 features", "this FeatureCollection has no features"),
        GEOJSON,
      );
    if (features.length === 0) return fail(["features"], NO_FEATURES, ADD_ONE);
    return features.map((one, index) => ({
      place: placeInList(index),
      read: () => {
        refuseOwnCrs(one, object, ["features", index], fail);
        return featureOf(one, placeInList(index), ["features", index], fail, seen);
      },
    }));
  }
  const place = words("该要素", "the feature");
  if (type === "Feature") {
    refuseOwnCrs(object["geometry"], object, ["geometry"], fail);
    return [{ place, read: () => featureOf(object, place, [], fail, seen) }];
  }
  if (typeof type !== "string" || !/Point|LineString|Polygon|GeometryCollection/.test(type))
    return fail([], NOT_GEOJSON(object), GEOJSON);
  const bare = words("该图形", "the geometry");
  const read = () => {
    const shape = shapeOf(object, [], fail, seen);
    return { place: bare, attributes: {}, ...(shape && { shape }) };
  };
  return [{ place: bare, read }];
}

/** One CRS for a file: one of its parts in another would be read wrong in silence. */
export function refuseOwnCrs(
  part: unknown,
  whole: Readonly<Record<string, unknown>>,
  path: Path,
  fail: Fail,
): void {
  if (!isObject(part)) return;
  if (part["crs"] !== undefined && JSON.stringify(part["crs"]) !== JSON.stringify(whole["crs"]))
    fail(
      [...path, "crs"],
      words("此要素另有坐标系", "this feature has a coordinate system of its own"),
      words("整个文件用一个 crs", "use one crs for the whole file"),
    );
  refuseOwnCrs(part["geometry"], whole, [...path, "geometry"], fail);
}

/** Names the feature that an error is about. */
export function placed(path: Path, message: Words): Words {
  const [list, index] = path;
  if (list !== "features" || typeof index !== "number") return message;
  const place = placeInList(index);
  return words(`${place.zh}：${message.zh}`, `${place.en}: ${message.en}`);
}

export const NO_FEATURES = words("要素列表为空", "the list of features is empty");
export const ADD_ONE = words("至少应有一个要素", "there must be at least one feature");

const NOT_GEOJSON = (found: unknown): Words =>
  words(`这不是 GeoJSON：${shown(found)}`, `this isn't GeoJSON: ${shown(found)}`);
const GEOJSON = words(
  "GeoJSON 是 FeatureCollection、Feature 或 Polygon、MultiPolygon 图形",
  "GeoJSON is a FeatureCollection, a Feature, or a Polygon or MultiPolygon",
);
