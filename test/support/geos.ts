import initGeosJs from "geos-wasm";
import { type Polygon, type Ring, ringsOf } from "../../src/geometry/shape/shape.ts";

/**
 * GEOS, an engine that has nothing in common with ours, as the measure of planar areas. Each polygon is first
 * repaired by itself (rings by even-odd, then shells less holes), then all are united.
 */
export interface Geos {
  readonly version: string;
  /** The area covered by any of the polygons. */
  area(polygons: readonly Polygon[]): number;
  /** The area covered by both; throws where GEOS can't say. */
  common(a: readonly Polygon[], b: readonly Polygon[]): number;
  /** The same of two sound polygons, without repair: for speed. */
  commonOfSound(a: Polygon, b: Polygon): number;
}

type Pointer = number;

export async function loadGeos(): Promise<Geos> {
  const geos = await initGeosJs({ noticeHandler: silent, errorHandler: silent });
  const { Module } = geos;
  const areaPointer: Pointer = Module._malloc(8);
  const structure: Pointer = geos.GEOSMakeValidParams_create();
  geos.GEOSMakeValidParams_setMethod(structure, 1);

  const read = (polygon: Polygon): Pointer => {
    const bytes = wkbOf(polygon);
    const buffer: Pointer = Module._malloc(bytes.length);
    Module.HEAPU8.set(bytes, buffer);
    const geometry: Pointer = geos.GEOSGeomFromWKB_buf(buffer, bytes.length);
    Module._free(buffer);
    return must(geometry, "read");
  };
  const areaOf = (geometry: Pointer): number => {
    geos.GEOSArea(geometry, areaPointer);
    return Module.getValue(areaPointer, "double");
  };
  const sound = (polygon: Polygon): Pointer => {
    const raw = read(polygon);
    const geometry = geos.GEOSisValid(raw)
      ? raw
      : must(geos.GEOSMakeValidWithParams(raw, structure), "repair");
    if (geometry !== raw) geos.GEOSGeom_destroy(raw);
    return geometry;
  };
  const united = (polygons: readonly Polygon[]): Pointer =>
    polygons.map(sound).reduce((one, other) => {
      const union: Pointer = geos.GEOSUnion(one, other);
      geos.GEOSGeom_destroy(one);
      geos.GEOSGeom_destroy(other);
      return must(union, "unite");
    });
  const intersection = (a: Pointer, b: Pointer): number => {
    const common: Pointer = geos.GEOSIntersection(a, b);
    geos.GEOSGeom_destroy(a);
    geos.GEOSGeom_destroy(b);
    const area = areaOf(must(common, "intersect"));
    geos.GEOSGeom_destroy(common);
    return area;
  };
  return {
    version: "3.13.0",
    area(polygons) {
      const geometry = united(polygons);
      const area = areaOf(geometry);
      geos.GEOSGeom_destroy(geometry);
      return area;
    },
    common: (a, b) => intersection(united(a), united(b)),
    commonOfSound: (a, b) => intersection(read(a), read(b)),
  };
}

/** What it says of repairs is no news here, and errors show as null results. */
function silent(): void {}

function must(pointer: Pointer, what: string): Pointer {
  if (!pointer) throw new Error(`GEOS couldn't ${what}`);
  return pointer;
}

/** Well-known binary, little-endian, rings closed. */
function wkbOf(polygon: Polygon): Uint8Array {
  const rings = ringsOf([polygon]);
  const bytes = new DataView(new ArrayBuffer(9 + rings.reduce((sum, ring) => sum + 20 + 8 * ring.length, 0)));
  bytes.setUint8(0, 1);
  bytes.setUint32(1, 3, true);
  bytes.setUint32(5, rings.length, true);
  let at = 9;
  for (const ring of rings) {
    bytes.setUint32(at, ring.length / 2 + 1, true);
    at += 4;
    for (const value of closed(ring)) {
      bytes.setFloat64(at, value, true);
      at += 8;
    }
  }
  return new Uint8Array(bytes.buffer);
}

function* closed(ring: Ring): Generator<number> {
  yield* ring;
  yield* ring.subarray(0, 2);
}
