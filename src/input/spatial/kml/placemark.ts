import type { Element } from "@xmldom/xmldom";
import type { Attribute, RawFeature, RawRing } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";
import { DEEPEST } from "../../depth.ts";
import { childrenOf, elementsNamed, type FailElement, lineOfElement, textIn } from "./document.ts";

/** What was seen while placemarks were read, for the notes of the source. */
export interface Seen {
  heights: boolean;
}

/**
 * Reads the areas of a placemark (地标). Its ring roles are read by element, its numbers strictly: readers
 * for the screen drop a number that they can't read and take a hole that comes first for the shell.
 */
export function placemarkOf(placemark: Element, index: number, fail: FailElement, seen: Seen): RawFeature {
  const name = textIn(childrenOf(placemark, "name")[0]);
  const place = placeOf(name, index);
  const failHere: FailElement = (element, message, remedy) =>
    fail(element, words(`${place.zh}：${message.zh}`, `${place.en}: ${message.en}`), remedy);
  const parts = childrenOf(placemark).flatMap((child) => partsOf(child, failHere, seen));
  return {
    place,
    attributes: attributesOf(placemark),
    ...(parts.length > 0 && { shape: { roles: "given", parts } }),
  };
}

function placeOf(name: string, index: number): Words {
  if (name === "") return words(`第 ${index + 1} 个地标`, `placemark ${index + 1}`);
  return words(`地标“${name}”`, `placemark "${name}"`);
}

const NOT_AREAS = ["Point", "LineString", "LinearRing", "Track", "MultiTrack", "Model"];

function partsOf(
  geometry: Element,
  fail: FailElement,
  seen: Seen,
  depth = 0,
): readonly (readonly RawRing[])[] {
  const { localName } = geometry;
  if (depth > DEEPEST)
    return fail(
      geometry,
      words("嵌套过深", "it is nested too deeply"),
      words(`至多 ${DEEPEST} 层`, `at most ${DEEPEST} levels`),
    );
  if (localName === "MultiGeometry")
    return childrenOf(geometry).flatMap((child) => partsOf(child, fail, seen, depth + 1));
  if (localName === "Polygon") return [polygonOf(geometry, fail, seen)];
  if (localName !== null && NOT_AREAS.includes(localName))
    return fail(
      geometry,
      words(
        `图形是点或线（${localName}），不是面`,
        `the geometry is a point or a line (${localName}), not an area`,
      ),
      words("只留多边形（Polygon）", "keep only polygons"),
    );
  return [];
}

function polygonOf(polygon: Element, fail: FailElement, seen: Seen): readonly RawRing[] {
  const shells = childrenOf(polygon, "outerBoundaryIs");
  const [shell] = shells;
  if (shell === undefined || shells.length > 1)
    return fail(
      polygon,
      words(
        `多边形应有一个 outerBoundaryIs，此处有 ${shells.length} 个`,
        `a polygon has one outerBoundaryIs, this one has ${shells.length}`,
      ),
      words("从原软件重新导出 KML", "export the KML again from the program it came from"),
    );
  // One innerBoundaryIs a hole is the standard; some programs put all holes into one.
  const holes = childrenOf(polygon, "innerBoundaryIs").flatMap((inner) => childrenOf(inner, "LinearRing"));
  return [...childrenOf(shell, "LinearRing"), ...holes].map((ring) => ringOf(ring, fail, seen));
}

function ringOf(ring: Element, fail: FailElement, seen: Seen): RawRing {
  const [coordinates = ring] = childrenOf(ring, "coordinates");
  const text = coordinates === ring ? "" : textIn(coordinates);
  const tuples = text === "" ? [] : text.split(/\s+/);
  const numbers = tuples.flatMap((tuple) => {
    const parts = tuple.split(",");
    if (
      parts.length < 2 ||
      parts.length > 3 ||
      !parts.every((part) => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(part))
    )
      return fail(
        coordinates,
        words(`“${tuple}”不是坐标`, `"${tuple}" isn't a coordinate`),
        words(
          "坐标写成 经度,纬度[,高程]，逗号后不加空格",
          "write longitude,latitude[,height] without spaces",
        ),
      );
    if (parts.length > 2 && Number(parts[2]) !== 0) seen.heights = true;
    return [Number(parts[0]), Number(parts[1])];
  });
  const line = lineOfElement(coordinates);
  return {
    corners: Float64Array.from(numbers),
    ...(line !== undefined && tuples.length > 0 && { lines: tuples.map(() => line) }),
  };
}

/** Name, description and extended data; styles are none. */
function attributesOf(placemark: Element): Readonly<Record<string, Attribute>> {
  const plain = ["name", "description"].flatMap((field) => {
    const value = textIn(childrenOf(placemark, field)[0]);
    return value === "" ? [] : [[field, value] as const];
  });
  const extended = childrenOf(placemark, "ExtendedData").flatMap((data) => [
    ...elementsNamed(data, "Data").map(
      (one) => [one.getAttribute("name") ?? "", textIn(childrenOf(one, "value")[0])] as const,
    ),
    ...elementsNamed(data, "SimpleData").map((one) => [one.getAttribute("name") ?? "", textIn(one)] as const),
  ]);
  return Object.fromEntries([...plain, ...extended]);
}
