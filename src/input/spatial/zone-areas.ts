import { ellipsoidalAreaM2 } from "../../geometry/area/area.ts";
import { inLonLat } from "../../geometry/crs/project.ts";
import type { RawFeature } from "../../geometry/shape/raw.ts";
import type { DecidedSource } from "./decide.ts";

/** The areas of zones on the ellipsoid, of all their features together. */
export class ZoneAreas {
  private readonly m2 = new Map<string, number>();
  private readonly open = new Set<string>();

  constructor(private readonly decided: DecidedSource) {}

  /** @param isUnsure it isn't known whether the feature counts */
  take(zone: string, { shape }: RawFeature, isUnsure: boolean): void {
    const made = isUnsure ? undefined : shape && this.decided.layerPolygons(this.decided.placedShape(shape));
    if (made === undefined || made.fault !== undefined) this.open.add(zone);
    else
      this.m2.set(
        zone,
        (this.m2.get(zone) ?? 0) + ellipsoidalAreaM2(inLonLat(made.polygons, this.decided.crs)),
      );
  }

  /** Those of which every feature has a sound shape. */
  get known(): ReadonlyMap<string, number> {
    return new Map([...this.m2].filter(([zone]) => !this.open.has(zone)));
  }
}
