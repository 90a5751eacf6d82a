import { conversion } from "./conversion.ts";
import type { DecidedCrs } from "./crs.ts";
import { widthOf, zoneOf } from "./crs-from-numbers.ts";
import { gaussKruger } from "./gauss-kruger.ts";

/**
 * A file's corners, two numbers each, as easting and northing (or longitude and latitude) of the CRS
 * decided on: swapped where the file has the north first, and brought into its zone where an easting
 * begins with another one. Numbers that fit no zone stay as they are; nothing to do: the same array.
 */
export function placed(
  corners: Float64Array,
  { crs, northFirst }: Pick<DecidedCrs, "crs" | "northFirst">,
): Float64Array {
  const out = northFirst ? swapped(corners) : corners;
  if (crs.kind === "geographic" || !crs.prefixed) return out;
  let changed: Float64Array | undefined;
  for (let at = 0; at < out.length; at += 2) {
    const x = out[at] as number;
    const zone = zoneOf(x);
    if (zone === crs.zone || widthOf(zone) !== crs.width) continue;
    const own = gaussKruger(crs.width, zone, true);
    const how = own && conversion(own, crs);
    if (how?.kind !== "curved") continue;
    changed ??= Float64Array.from(out);
    changed.set(how.convert(x, out[at + 1] as number), at);
  }
  return changed ?? out;
}

function swapped(corners: Float64Array): Float64Array {
  return corners.map((_, at) => corners[at % 2 === 0 ? at + 1 : at - 1] as number);
}
