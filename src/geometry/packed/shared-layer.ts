import { EVERYWHERE } from "../shape/shape.ts";
import type { Layer } from "../site/layer.ts";
import { PackedFeatures } from "./packed-features.ts";
import { Packer } from "./packer.ts";

/** A layer as plain data whose features are bytes that all threads share: none of them reads it again. */
export interface SharedLayer extends Omit<Layer, "features"> {
  readonly features: SharedArrayBuffer;
}

export function shared({ features, ...about }: Layer): SharedLayer {
  if (features instanceof PackedFeatures) return { ...about, features: features.bytes };
  const packer = new Packer();
  for (const feature of features.near(EVERYWHERE)) packer.add(feature);
  return { ...about, features: packer.finish() };
}

/** The layer again, in whatever thread. */
export function unshared({ features, ...about }: SharedLayer): Layer {
  return { ...about, features: new PackedFeatures(features) };
}
