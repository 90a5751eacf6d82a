import { PackedFeatures } from "../../geometry/packed/packed-features.ts";
import { Packer } from "../../geometry/packed/packer.ts";
import type { RawFeature } from "../../geometry/shape/raw.ts";
import { type Box, boxesMeet, boxOf } from "../../geometry/shape/shape.ts";
import { type Features, listed } from "../../geometry/site/features.ts";
import type { LayerFeature } from "../../geometry/site/layer.ts";
import type { Words } from "../../model/words.ts";
import type { DecidedSource } from "./decide.ts";

/** What becomes of a feature beside those that lie near. */
export interface Keeping {
  /** It is wanted wherever it lies. */
  readonly always?: boolean;
  /** It stands for ground: a point or a line in its place leaves open where it lies. */
  readonly mustHaveGround?: boolean;
  /** Why it isn't known whether it counts at all. */
  readonly unsure?: Words;
}

/** The features of a layer that lie near the places asked about, in the making; all in one CRS. */
export class Nearby {
  private readonly kept: LayerFeature[] | Packer;
  readonly unplaced: Words[] = [];
  readonly strays: Words[] = [];
  extent: Box = boxOf([]);

  /** @param near boxes in the layer's CRS; undefined: everything is near, and kept in packed bytes */
  constructor(private readonly near: readonly Box[] | undefined) {
    this.kept = near === undefined ? new Packer() : [];
  }

  /** Those that were kept, when all have come. */
  get features(): Features {
    return this.kept instanceof Packer ? new PackedFeatures(this.kept.finish()) : listed(this.kept);
  }

  take(feature: RawFeature, decided: DecidedSource, { always, mustHaveGround, unsure }: Keeping = {}): void {
    const { place, attributes, shape: raw } = feature;
    if (raw === undefined) {
      this.unplaced.push(place);
      return;
    }
    const shape = decided.placedShape(raw);
    const box = decided.boxOfShape(shape);
    if (!(box.minX <= box.maxX)) {
      this.unplaced.push(place);
      return;
    }
    if (decided.isStray(raw)) this.strays.push(place);
    this.extent = hull([this.extent, box]);
    if (always !== true && this.near?.some((one) => boxesMeet(one, box)) === false) return;
    const made = decided.layerPolygons(shape);
    if (mustHaveGround === true && made.polygons.length === 0) this.unplaced.push(place);
    else this.keep({ place, attributes, box, ...made, ...(unsure === undefined ? {} : { unsure }) });
  }

  private keep(feature: LayerFeature): void {
    if (this.kept instanceof Packer) this.kept.add(feature);
    else this.kept.push(feature);
  }
}

/** The box around boxes. */
export function hull(boxes: readonly Box[]): Box {
  return {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  };
}
