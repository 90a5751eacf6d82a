import type { Layer } from "../../geometry/layer.ts";
import type { Register } from "../../model/register.ts";

/** Stub: to be written. */
export async function registerLayers(_register: Register): Promise<readonly Layer[]> {
  return [];
}
