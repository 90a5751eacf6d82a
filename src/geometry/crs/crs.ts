import type { Words } from "../../model/words.ts";
import type { Box } from "../shape/shape.ts";

/** Longitude and latitude in degrees (地理坐标). WGS 84 is taken for CGCS2000, and that is said. */
export interface Geographic {
  readonly kind: "geographic";
  readonly datum: "CGCS2000" | "WGS 84";
}

/** A zone of the Gauss-Kruger projection on CGCS2000 (高斯-克吕格投影), in metres. */
export interface GaussKruger {
  readonly kind: "gauss-kruger";
  /** 三度带 or 六度带. */
  readonly width: 3 | 6;
  /** 带号: 25 to 45 of the 3° zones, 13 to 23 of the 6° ones. */
  readonly zone: number;
  /** Whether eastings begin with the zone's number (false easting zone·10⁶ + 500 000). */
  readonly prefixed: boolean;
}

/** The coordinate reference systems that boundaries and layers may come in (坐标系). */
export type Crs = Geographic | GaussKruger;

/** All that is known of a file's CRS before it is decided. */
export interface CrsEvidence {
  /** What the user says it is: `EPSG:4526`, `zone=38`, `cm=114`, `CGCS2000` …; the error lists all forms. */
  readonly option?: string;
  /** The text of the .prj file or another WKT. */
  readonly wkt?: string;
  /** An EPSG code from the file itself (GeoJSON crs member, GeoPackage). */
  readonly epsg?: number;
  /** What a text file says in its head: 坐标系=2000国家大地坐标系, 几度分带=3, 带号=38. */
  readonly stated?: { readonly datum?: string; readonly width?: 3 | 6; readonly zone?: number };
  /** What the format itself lays down where the file is silent (RFC 7946 and KML: WGS 84). */
  readonly byFormat?: Geographic;
  /**
   * Which number of a corner comes first by the file's own word: x-first (easting, longitude), north-first
   * (X of surveyors), or nothing is said.
   */
  readonly axes: "x-first" | "north-first" | "unsaid";
  /** The range of the first number of all corners (as x) and of the second (as y). */
  readonly range: Box;
}

/**
 * The CRS decided on, and what had to be assumed for it, in words for the report. Corners become those of
 * the CRS by `placed`: in its order of axes, and in its one zone where eastings begin with two.
 */
export interface DecidedCrs {
  readonly crs: Crs;
  /** The first number of each corner is the northing or latitude. */
  readonly northFirst: boolean;
  readonly assumed: readonly Words[];
}

/** A CRS that can't be used, with the reason and what to do. */
export interface RefusedCrs {
  readonly refused: Words;
  readonly remedy: Words;
}
