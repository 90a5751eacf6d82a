import { near } from "../shape/near.ts";
import type { Box } from "../shape/shape.ts";
import type { LayerFeature } from "./layer.ts";

/** The features of a layer, as far as they are asked for (要素集): a layer may hold more than memory should. */
export interface Features {
  /** Those whose boxes meet or touch `box`, which is in the layer's CRS, in the layer's order. */
  near(box: Box): readonly LayerFeature[];
  /** Those that have this text in a column, wherever they lie. */
  having(column: string, text: string): readonly LayerFeature[];
}

/** Features that are all at hand. */
export function listed(features: readonly LayerFeature[]): Features {
  return {
    near: (box) => near(features, box),
    having: (column, text) => features.filter(({ attributes }) => textIn(attributes, column) === text),
  };
}

/** Those that are kept, some perhaps changed. */
export function sifted(
  features: Features,
  keep: (feature: LayerFeature) => LayerFeature | undefined,
): Features {
  const kept = (some: readonly LayerFeature[]) => some.flatMap((feature) => keep(feature) ?? []);
  return {
    near: (box) => kept(features.near(box)),
    having: (column, text) => kept(features.having(column, text)),
  };
}

/** What a column says of a feature; nothing where it is empty or not there. */
export function textIn(
  attributes: LayerFeature["attributes"],
  column: string | undefined,
): string | undefined {
  const text = String((column === undefined ? undefined : attributes[column]) ?? "").trim();
  return text === "" ? undefined : text;
}
