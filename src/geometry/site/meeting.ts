import type { Words } from "../../model/words.ts";
import type { Polygon } from "../shape/shape.ts";
import type { Layer, LayerFeature } from "./layer.ts";

/** What one feature of a layer has in common with the site. */
export interface Meeting {
  readonly feature: LayerFeature;
  readonly layer: Layer;
  /** In the site's own plane, near the site or the ground that was asked about. */
  readonly polygons: readonly Polygon[];
  /** Their area in common in m². */
  readonly m2: number;
  /** How much border of the feature there may be near the site, where that is known without looking closer. */
  readonly border?: Border;
}

/** Metres of border, and of how many edges. */
export interface Border {
  readonly metres: number;
  readonly edges: number;
}

/** What the site has in common with a layer, or with several that stand for the same. */
export interface Survey {
  readonly meetings: readonly Meeting[];
  /** Area of the site that some sound feature covers, each part counted once; m². */
  readonly m2: number;
  /** That is more than touching. */
  readonly touched: boolean;
  /** Why the layer's silence, or its whole word, can't be relied on here. */
  readonly doubts: readonly Words[];
}
