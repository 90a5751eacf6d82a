import Flatbush from "flatbush";
import { type Box, boxOf, type Polygon, type Ring, ringsOf } from "./shape.ts";

/**
 * The features of a layer by where they lie (空间索引). All coordinates stand in one flat array, so that
 * a layer of very many features stays small. Features are numbered from 0 in the order they were added.
 */
export class FeatureIndex {
  #coordinates = new Float64Array(1024);
  #used = 0;
  /** Where each ring ends in the coordinates, each polygon in the rings, each feature in the polygons. */
  readonly #ringEnds: number[] = [];
  readonly #polygonEnds: number[] = [];
  readonly #featureEnds: number[] = [];
  readonly #boxes: Box[] = [];
  #tree: { readonly search: Flatbush; readonly features: readonly number[] } | undefined;

  get size(): number {
    return this.#featureEnds.length;
  }

  /** Adds a feature and returns its number. Without corners it keeps its number and is near nothing. */
  add(polygons: readonly Polygon[]): number {
    for (const { shell, holes } of polygons) {
      this.#addRing(shell);
      for (const hole of holes) this.#addRing(hole);
      this.#polygonEnds.push(this.#ringEnds.length);
    }
    this.#boxes.push(boxOf(ringsOf(polygons)));
    this.#tree = undefined;
    return this.#featureEnds.push(this.#polygonEnds.length) - 1;
  }

  /** The polygons of a feature, as views of the store: not to be changed. */
  polygonsOf(feature: number): readonly Polygon[] {
    const result: Polygon[] = [];
    const last = this.#featureEnds[feature] ?? 0;
    for (let polygon = this.#featureEnds[feature - 1] ?? 0; polygon < last; polygon++) {
      const rings: Ring[] = [];
      const end = this.#polygonEnds[polygon] ?? 0;
      for (let ring = this.#polygonEnds[polygon - 1] ?? 0; ring < end; ring++)
        rings.push(this.#coordinates.subarray(this.#ringEnds[ring - 1] ?? 0, this.#ringEnds[ring]));
      const [shell = new Float64Array(0), ...holes] = rings;
      result.push({ shell, holes });
    }
    return result;
  }

  /** The features whose boxes meet or touch `box`, by number. */
  near(box: Box): readonly number[] {
    this.#tree ??= treeOf(this.#boxes);
    const { search, features } = this.#tree;
    return search
      .search(box.minX, box.minY, box.maxX, box.maxY)
      .map((item) => features[item] as number)
      .sort((a, b) => a - b);
  }

  #addRing(ring: Ring): void {
    const end = this.#used + ring.length;
    if (end > this.#coordinates.length) {
      const larger = new Float64Array(Math.max(end, 2 * this.#coordinates.length));
      larger.set(this.#coordinates.subarray(0, this.#used));
      this.#coordinates = larger;
    }
    this.#coordinates.set(ring, this.#used);
    this.#used = end;
    this.#ringEnds.push(end);
  }
}

/** Features without a box (no corners) are left out; the library takes no empty tree. */
function treeOf(boxes: readonly Box[]) {
  const features = [...boxes.keys()].filter((at) => (boxes[at]?.minX ?? Infinity) < Infinity);
  const search = new Flatbush(Math.max(1, features.length));
  for (const at of features) {
    const { minX, minY, maxX, maxY } = boxes[at] as Box;
    search.add(minX, minY, maxX, maxY);
  }
  if (features.length === 0) search.add(Infinity, Infinity, Infinity, Infinity);
  search.finish();
  return { search, features };
}
