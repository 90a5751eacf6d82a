import Flatbush from "flatbush";
import { planeFor } from "../../../src/geometry/crs/plane.ts";
import { commonArea } from "../../../src/geometry/overlay/coverage.ts";
import type { Box } from "../../../src/geometry/shape/shape.ts";
import { Answer, runnerArguments } from "./answer.ts";
import { type Shape, shapesInCollection, shapesInLines } from "./shapes.ts";

/** mineright's overlay alone, as a process of its own: files in, pairs out. */
const [candidateFile, zoneFile, pairsFile] = runnerArguments();
const answer = new Answer(pairsFile !== undefined);
overlay(candidateFile, zoneFile);
if (pairsFile !== undefined) answer.save(pairsFile);
process.stdout.write(JSON.stringify({ pairs: answer.pairs, total: answer.total }));

/** The engine's entry: whatever finds all pairs of two files is called here. */
function overlay(candidateFile: string, zoneFile: string): void {
  const [candidates, zones] = [shapesInLines(candidateFile), shapesInCollection(zoneFile)];
  const index = indexOf(zones);
  const plane = planeFor({ kind: "geographic", datum: "CGCS2000" }, boxAround(zones));
  for (const [at, { polygons, box }] of candidates.entries())
    for (const zone of index.search(box.minX, box.minY, box.maxX, box.maxY))
      answer.add(at, zone, commonArea(plane, polygons, (zones[zone] as Shape).polygons));
}

function indexOf(shapes: readonly Shape[]): Flatbush {
  const index = new Flatbush(shapes.length);
  for (const { box } of shapes) index.add(box.minX, box.minY, box.maxX, box.maxY);
  index.finish();
  return index;
}

function boxAround(shapes: readonly Shape[]): Box {
  return shapes
    .map(({ box }) => box)
    .reduce((a, b) => ({
      minX: Math.min(a.minX, b.minX),
      minY: Math.min(a.minY, b.minY),
      maxX: Math.max(a.maxX, b.maxX),
      maxY: Math.max(a.maxY, b.maxY),
    }));
}
