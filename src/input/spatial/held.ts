import type { CrsEvidence } from "../../geometry/crs/crs.ts";
import type { RawFeature, RawRing, RawShape } from "../../geometry/shape/raw.ts";
import type { Box } from "../../geometry/shape/shape.ts";
import type { SpatialSource } from "./source.ts";

export function rawRingsOf(shape: RawShape | undefined): readonly RawRing[] {
  if (shape === undefined) return [];
  return shape.roles === "given" ? shape.parts.flat() : shape.rings;
}

/** The range of all corners' first and second numbers; numbers that aren't finite don't count. */
export function rangeOf(features: readonly RawFeature[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { shape } of features)
    for (const { corners } of rawRingsOf(shape))
      for (let at = 0; at < corners.length; at += 2) {
        const x = corners[at] as number;
        const y = corners[at + 1] as number;
        if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
        box.minX = Math.min(box.minX, x);
        box.maxX = Math.max(box.maxX, x);
        box.minY = Math.min(box.minY, y);
        box.maxY = Math.max(box.maxY, y);
      }
  return box;
}

/** Whether numbers in this range can be degrees, in either order. */
export function areDegrees({ minX, minY, maxX, maxY }: Box): boolean {
  return minX >= -180 && minY >= -180 && maxX <= 180 && maxY <= 180;
}

/** A source whose features all stand in memory: what text formats and small files come to. */
export function heldSource(
  about: Omit<SpatialSource, "features" | "fields" | "evidence">,
  evidence: Omit<CrsEvidence, "option" | "range">,
  features: readonly RawFeature[],
): SpatialSource {
  const fields = [...new Set(features.flatMap(({ attributes }) => Object.keys(attributes)))];
  return {
    ...about,
    fields,
    evidence: { ...evidence, range: rangeOf(features) },
    records: features.length,
    async *features() {
      yield* features;
    },
  };
}
