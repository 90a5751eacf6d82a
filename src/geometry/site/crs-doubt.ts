import { type Words, words } from "../../model/words.ts";
import { lonLatBox } from "../crs/box-in.ts";
import type { Crs, GaussKruger } from "../crs/crs.ts";
import { gaussKruger, ZONES } from "../crs/gauss-kruger.ts";
import { type Box, boxesMeet, holds } from "../shape/shape.ts";
import type { Layer } from "./layer.ts";
import { isFarFrom } from "./layer-doubts.ts";
import type { Site } from "./site.ts";

/** Why the site's CRS is in doubt, and what to do about it (坐标系存疑). */
export interface CrsDoubt {
  readonly says: Words;
  readonly remedy: Words;
}

/**
 * A site beyond the whole extent of the county's layers, or far from every layer where there is none of the
 * county, is likelier in the wrong zone than where its numbers say. Eastings without their zone put it
 * elsewhere with another zone, and the one that puts it into the county is named if there is one.
 */
export function crsDoubt(site: Site, layers: readonly Layer[]): CrsDoubt | undefined {
  const county = layers.filter(({ subject }) => subject.of === "county");
  const { crs } = site.boundary;
  const here = lonLatBox(site.box, crs);
  const extents = county.map(extentOf);
  const away =
    county.length > 0
      ? extents.some((extent) => boxesMeet(extent, here))
        ? undefined
        : words("申请范围在县域图层的范围之外", "the boundary lies beyond the extent of the county's layer")
      : layers.length > 0 && layers.every((layer) => isFarFrom(layer, site))
        ? words(
            "申请范围距所有图层都超过 100 千米",
            "the boundary lies more than 100 km away from every layer",
          )
        : undefined;
  if (away === undefined) return undefined;
  if (crs.kind === "geographic" || crs.prefixed) {
    const check = words("核对坐标系和坐标数值", "check the CRS and the numbers");
    return {
      says: because(away, words("坐标或坐标系可能有误", "its numbers or its CRS may be wrong")),
      remedy: check,
    };
  }
  const fitting = otherZones(crs).find((zone) => {
    const there = lonLatBox(site.box, zone);
    return extents.some((extent) => holds(extent, there));
  });
  const wrong = words(`第 ${crs.zone} 带可能有误`, `zone ${crs.zone} may be wrong`);
  if (fitting === undefined)
    return {
      says: because(away, wrong),
      remedy: words(
        "核对带号（--crs、geometry.crs 或文件所载）和坐标数值",
        "check the zone (--crs, geometry.crs or as the file has it) and the numbers",
      ),
    };
  const { zone } = fitting;
  return {
    says: because(
      away,
      words(`${wrong.zh}，按第 ${zone} 带则落在其中`, `${wrong.en}; read in zone ${zone} it lies within`),
    ),
    remedy: words(
      `核对带号：坐标若属第 ${zone} 带，改为 zone=${zone}（--crs、geometry.crs 或文件所载）`,
      `check the zone: if the numbers are of zone ${zone}, make it zone=${zone} (--crs, geometry.crs or as the file has it)`,
    ),
  };
}

/** Zones about every other central meridian; those of 6° have the meridians of 3° ones. */
function otherZones(crs: GaussKruger): readonly GaussKruger[] {
  const [first, last] = ZONES[3];
  const own = crs.width === 3 ? crs.zone : 2 * crs.zone - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((zone) => zone !== own)
    .flatMap((zone) => gaussKruger(3, zone, false) ?? []);
}

function extentOf({ extent, crs }: { readonly extent: Box; readonly crs: Crs }): Box {
  return lonLatBox(extent, crs);
}

function because(away: Words, wrong: Words): Words {
  return words(`${away.zh}：${wrong.zh}`, `${away.en}: ${wrong.en}`);
}
