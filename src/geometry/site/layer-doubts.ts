import { type Words, words } from "../../model/words.ts";
import { boxIn } from "../crs/box-in.ts";
import type { Boundary } from "../shape/boundary.ts";
import { type Box, boxesMeet } from "../shape/shape.ts";
import type { Layer, LayerFeature } from "./layer.ts";

/** A layer whose nearest feature is this far away is taken for one of another county. */
const FAR_M = 100_000;
const METRES_PER_DEGREE = 111_000;

/** Where the site lies, as far as a layer may be doubted for it. */
interface Whereabouts {
  readonly boundary: Pick<Boundary, "crs">;
  readonly box: Box;
  /** Layers of the county, which any other layer must reach to say something of it. */
  readonly county: readonly Layer[];
}

/** Why a layer's silence can't be relied on at a site, whatever its features near by. */
export function doubtsOf(layer: Layer, where: Whereabouts): readonly Words[] {
  const doubts: Words[] = [];
  const [record] = layer.unplaced;
  if (record !== undefined)
    doubts.push(
      words(
        `${layer.source.zh}：${record.zh}没有图形，不知位于何处`,
        `${layer.source.en}: ${record.en} has no geometry, so where it lies isn't known`,
      ),
    );
  const [stray] = layer.strays;
  if (stray !== undefined)
    doubts.push(
      words(
        `${layer.source.zh}：${stray.zh}的坐标不在我国范围内（可能次序颠倒或单位不同），不知位于何处`,
        `${layer.source.en}: the coordinates of ${stray.en} lie outside China (swapped, or of another kind?), so where it lies isn't known`,
      ),
    );
  if (isFarFrom(layer, where))
    doubts.push(
      words(
        `${layer.source.zh}的全部要素距申请范围超过 ${FAR_M / 1000} 千米，疑为他处图层`,
        `all of ${layer.source.en} lies more than ${FAR_M / 1000} km away: it may be another county's`,
      ),
    );
  else if (where.county.length > 0 && !where.county.some((one) => reaches(layer, one)))
    doubts.push(
      words(
        `${layer.source.zh}的全部要素都在县域图层的范围之外，疑为他处图层`,
        `all of ${layer.source.en} lies beyond the extent of the county's layer: it may be another county's`,
      ),
    );
  return doubts;
}

/** So far away that it is taken for another county's. */
export function isFarFrom(layer: Layer, where: Pick<Whereabouts, "boundary" | "box">): boolean {
  return distanceTo(layer, where) > FAR_M;
}

/** Roughly, between the boxes, in metres. */
function distanceTo(
  { extent, crs }: Layer,
  { boundary, box }: Pick<Whereabouts, "boundary" | "box">,
): number {
  if (extent.minX > extent.maxX) return Number.POSITIVE_INFINITY;
  const here = boxIn(box, boundary.crs, crs);
  const gap = (a0: number, a1: number, b0: number, b1: number) => Math.max(0, b0 - a1, a0 - b1);
  const units = Math.hypot(
    gap(here.minX, here.maxX, extent.minX, extent.maxX),
    gap(here.minY, here.maxY, extent.minY, extent.maxY),
  );
  return crs.kind === "geographic" ? units * METRES_PER_DEGREE : units;
}

/** Whether the box around one layer meets that around another. */
function reaches(one: Layer, other: Layer): boolean {
  return boxesMeet(boxIn(one.extent, one.crs, other.crs), other.extent);
}

/** Whether a feature can be relied on. */
export function isSound({ fault, unsure }: LayerFeature): boolean {
  return fault === undefined && unsure === undefined;
}

/** That a feature can't be relied on, and why. */
export function faulty({ place, fault, unsure }: LayerFeature, { source }: Layer): Words {
  if (unsure !== undefined)
    return words(`${source.zh}：${place.zh}${unsure.zh}`, `${source.en}: ${place.en}: ${unsure.en}`);
  return words(
    `${source.zh}：${place.zh}图形有误（${fault?.message.zh}）`,
    `${source.en}: ${place.en} isn't sound (${fault?.message.en})`,
  );
}
