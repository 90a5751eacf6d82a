import { ellipsoidalAreaM2 } from "../../../src/geometry/area/area.ts";
import { conversion } from "../../../src/geometry/crs/conversion.ts";
import type { GaussKruger } from "../../../src/geometry/crs/crs.ts";
import { DEGREES, placeToLonLat } from "../../../src/geometry/crs/project.ts";

/** Longitude and latitude in degrees. */
export type Corner = readonly [longitude: number, latitude: number];
/** Corners in their order, the first not repeated. */
export type Ring = readonly Corner[];

/** An area of a sketch with its table row; the shell first, then holes. */
export interface Drawn {
  readonly rings: readonly Ring[];
  readonly attributes: Readonly<Record<string, string>>;
}

export function nameOf({ attributes }: Drawn): string {
  return attributes["名称"] ?? attributes["KQMC"] ?? "";
}

/** West, south, east and north of a box. */
export type Sides = readonly [west: number, south: number, east: number, north: number];

/** The ground around a county's invented middle, on which its sketch is drawn. */
export class Ground {
  constructor(
    /** Longitude and latitude of the middle, on the 1′ graticule. */
    private readonly middle: Corner,
    /** The 3° zone whose plane the kilometres lie in. */
    readonly zone: number,
  ) {}

  /** A box in kilometres from the middle; its sides are straight in the plane. */
  box([west, south, east, north]: Sides): Ring {
    return this.ring([
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]);
  }

  /** Corners in kilometres from the middle. */
  ring(corners: readonly (readonly [east: number, north: number])[]): Ring {
    const crs = plane(this.zone, false);
    const [x, y] = inPlane(this.middle, crs).map(Math.round) as [number, number];
    return corners.map(([east, north]) => placeToLonLat(x + east * 1000, y + north * 1000, crs));
  }

  /** A box in minutes from the middle, as exploration areas are cut (基本单位区块). */
  minutes([west, south, east, north]: Sides): Ring {
    const [longitude, latitude] = this.middle;
    const at = (x: number, y: number): Corner => [longitude + x / 60, latitude + y / 60];
    return [at(west, south), at(east, south), at(east, north), at(west, north)];
  }

  /** Corners in whole seconds from the middle, which every way of writing angles gives exactly. */
  seconds(corners: readonly (readonly [east: number, north: number])[]): Ring {
    const [longitude, latitude] = this.middle;
    return corners.map(([east, north]) => [longitude + east / 3600, latitude + north / 3600]);
  }

  /** A box in one or the other. */
  sides({ km, minutes }: { readonly km?: Sides; readonly minutes?: Sides }): Ring {
    if (km !== undefined) return this.box(km);
    if (minutes !== undefined) return this.minutes(minutes);
    throw new Error("the sides of a box are in kilometres or in minutes");
  }

  /** A box of so many km² on the ellipsoid, so wide, from its south-western corner. */
  ofArea([west, south]: readonly [number, number], width: number, km2: number): Ring {
    const height = (box: Ring) => ((km2 * 1e6) / areaOf(box)) * (km2 / width);
    return this.box([
      west,
      south,
      west + width,
      south + height(this.box([west, south, west + width, south + km2 / width])),
    ]);
  }
}

function areaOf(ring: Ring): number {
  const [first] = ring;
  const shell = Float64Array.from([...ring, ...(first ? [first] : [])].flat());
  return ellipsoidalAreaM2([{ shell, holes: [] }]);
}

/** A 3° zone with or without its number before eastings. */
export function plane(zone: number, prefixed: boolean): GaussKruger {
  return { kind: "gauss-kruger", width: 3, zone, prefixed };
}

/** Easting and northing in metres. */
export function inPlane([longitude, latitude]: Corner, crs: GaussKruger): readonly [number, number] {
  const how = conversion(DEGREES, crs);
  if (how.kind !== "curved") throw new Error("degrees are bent in every plane");
  return how.convert(longitude, latitude);
}
