import type { Crs } from "./crs.ts";
import { centralMeridian, falseEasting } from "./gauss-kruger.ts";
import { meridianPlane, type Place } from "./projection.ts";

/** How numbers of one CRS become those of another. */
export type Conversion =
  | { readonly kind: "same" }
  /** One plane with another false easting: straight edges stay straight. */
  | { readonly kind: "shift"; readonly east: number }
  | { readonly kind: "curved"; readonly convert: (x: number, y: number) => Place };

/** The conversion between two CRSs. WGS 84 is taken for CGCS2000, so degrees never change. */
export function conversion(from: Crs, to: Crs): Conversion {
  if (from.kind === "geographic") {
    if (to.kind === "geographic") return { kind: "same" };
    const plane = meridianPlane(to);
    const offset = falseEasting(to);
    return {
      kind: "curved",
      convert: (longitude, latitude) => {
        const [east, north] = plane.fromDegrees(longitude, latitude);
        return [east + offset, north];
      },
    };
  }
  const plane = meridianPlane(from);
  const offset = falseEasting(from);
  if (to.kind === "geographic") return { kind: "curved", convert: (x, y) => plane.toDegrees(x - offset, y) };
  const other = meridianPlane(to);
  const otherOffset = falseEasting(to);
  if (centralMeridian(from) === centralMeridian(to))
    return offset === otherOffset ? { kind: "same" } : { kind: "shift", east: otherOffset - offset };
  return {
    kind: "curved",
    convert: (x, y) => {
      const [longitude, latitude] = plane.toDegrees(x - offset, y);
      const [east, north] = other.fromDegrees(longitude, latitude);
      return [east + otherOffset, north];
    },
  };
}
