import type { Attribute, RawFeature } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";
import type { Path } from "../../document.ts";
import { type Fail, isObject, type Seen, shapeOf, shown } from "./geometry.ts";

/** Reads one GeoJSON feature (要素) at a path. */
export function featureOf(value: unknown, place: Words, path: Path, fail: Fail, seen: Seen): RawFeature {
  if (!isObject(value) || value["type"] !== "Feature")
    return fail(
      path,
      words(`此处应为 Feature，不是 ${shown(value)}`, `a Feature is expected here, not ${shown(value)}`),
      words(
        '要素形如 {"type": "Feature", "properties": {}, "geometry": {}}',
        'a feature is {"type": "Feature", "properties": {}, "geometry": {}}',
      ),
    );
  if (!("geometry" in value))
    return fail(
      path,
      words("要素没有 geometry", "the feature has no geometry"),
      words("没有图形时写 null", "write null if there is none"),
    );
  const shape = shapeOf(value["geometry"], [...path, "geometry"], fail, seen);
  const attributes = attributesOf(value["properties"], [...path, "properties"], fail);
  return { place, attributes, ...(shape && { shape }) };
}

function attributesOf(properties: unknown, path: Path, fail: Fail): Readonly<Record<string, Attribute>> {
  if (properties === undefined || properties === null) return {};
  if (!isObject(properties))
    return fail(
      path,
      words(
        `properties 应为对象，不是 ${shown(properties)}`,
        `properties are an object, not ${shown(properties)}`,
      ),
      words("写成 {}", "write {}"),
    );
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, attributeOf(value)]));
}

/** A list or an object as the value of an attribute becomes its JSON text. */
function attributeOf(value: unknown): Attribute {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

export function placeInList(index: number): Words {
  return words(`第 ${index + 1} 个要素`, `feature ${index + 1}`);
}
