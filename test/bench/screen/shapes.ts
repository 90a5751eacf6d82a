import { readFileSync } from "node:fs";
import { type Box, boxOf, type Polygon, type Ring, ringsOf } from "../../../src/geometry/shape/shape.ts";

/** A candidate or a zone, by its place in its file. */
export interface Shape {
  readonly polygons: readonly Polygon[];
  readonly box: Box;
}

type Rings = readonly (readonly (readonly [number, number])[])[];
interface Feature {
  readonly geometry:
    | { readonly type: "Polygon"; readonly coordinates: Rings }
    | { readonly type: "MultiPolygon"; readonly coordinates: readonly Rings[] };
}

/** The candidates of a file with a feature a line, in degrees. */
export function shapesInLines(file: string): readonly Shape[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => shapeOf(JSON.parse(line) as Feature));
}

/** The zones of a FeatureCollection, in degrees. */
export function shapesInCollection(file: string): readonly Shape[] {
  const { features } = JSON.parse(readFileSync(file, "utf8")) as { features: readonly Feature[] };
  return features.map(shapeOf);
}

function shapeOf({ geometry: { type, coordinates } }: Feature): Shape {
  const polygons = (type === "Polygon" ? [coordinates] : coordinates).map(polygonOf);
  return { polygons, box: boxOf(ringsOf(polygons)) };
}

function polygonOf([shell = [], ...holes]: Rings): Polygon {
  return { shell: ringOf(shell), holes: holes.map(ringOf) };
}

/** Without the last corner, which repeats the first. */
function ringOf(corners: Rings[number]): Ring {
  const ring = new Float64Array(2 * (corners.length - 1));
  for (let at = 0; at < ring.length; at += 2) ring.set(corners[at / 2] ?? [], at);
  return ring;
}
