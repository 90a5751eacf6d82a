import Flatbush from "flatbush";
import initGeosJs from "geos-wasm";
import { Answer, runnerArguments } from "./answer.ts";
import { toEqualArea } from "./equal-area.ts";
import { type Shape, shapesInCollection, shapesInLines } from "./shapes.ts";
import { wkbOf } from "./wkb.ts";

/**
 * GEOS in WebAssembly as a process of its own: files in, pairs out. Zones are prepared once and found by
 * flatbush, candidates within a zone aren't cut: what geopandas does, and tuned a little further.
 */
const { candidates: candidateFile, zones: zoneFile, pairs: pairsFile } = runnerArguments();
const answer = new Answer(pairsFile !== undefined);
const geos = await initGeosJs({ noticeHandler: () => {}, errorHandler: () => {} });
const { Module } = geos;
const areaPointer: number = Module._malloc(8);

const candidates = shapesInLines(candidateFile).map(toEqualArea);
const zones = shapesInCollection(zoneFile).map(toEqualArea);
const index = new Flatbush(zones.length);
for (const { box } of zones) index.add(box.minX, box.minY, box.maxX, box.maxY);
index.finish();
const read = zones.map(geometryOf);
/** Of zones that are met at all. */
const prepared = new Map<number, number>();

for (const [at, candidate] of candidates.entries()) {
  const { minX, minY, maxX, maxY } = candidate.box;
  const found = index.search(minX, minY, maxX, maxY);
  if (found.length === 0) continue;
  const own = geometryOf(candidate);
  for (const zone of found) answer.add(at, () => zone, common(own, zone));
  geos.GEOSGeom_destroy(own);
}
if (pairsFile !== undefined) answer.save(pairsFile);
process.stdout.write(JSON.stringify({ pairs: answer.pairs, total: answer.total }));

function common(candidate: number, zone: number): number {
  const ready = prepared.get(zone) ?? geos.GEOSPrepare(read[zone] as number);
  prepared.set(zone, ready);
  if (geos.GEOSPreparedIntersects(ready, candidate) !== 1) return 0;
  if (geos.GEOSPreparedCovers(ready, candidate) === 1) return areaOf(candidate);
  const intersection: number = geos.GEOSIntersection(read[zone] as number, candidate);
  if (intersection === 0) throw new Error("GEOS couldn't intersect");
  const area = areaOf(intersection);
  geos.GEOSGeom_destroy(intersection);
  return area;
}

function areaOf(geometry: number): number {
  geos.GEOSArea(geometry, areaPointer);
  return Module.getValue(areaPointer, "double");
}

function geometryOf({ polygons }: Shape): number {
  const bytes = wkbOf(polygons);
  const buffer: number = Module._malloc(bytes.length);
  Module.HEAPU8.set(bytes, buffer);
  const geometry: number = geos.GEOSGeomFromWKB_buf(buffer, bytes.length);
  Module._free(buffer);
  if (geometry === 0) throw new Error("GEOS couldn't read");
  return geometry;
}
