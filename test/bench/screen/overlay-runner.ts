import { planeFor } from "../../../src/geometry/crs/plane.ts";
import { commonArea } from "../../../src/geometry/overlay/coverage.ts";
import { SoundGround } from "../../../src/geometry/overlay/sound-ground.ts";
import type { Layer } from "../../../src/geometry/site/layer.ts";
import { readLayerEntries } from "../../../src/input/layers.ts";
import { PreparedLayers } from "../../../src/input/spatial/prepared-layers.ts";
import { readLayers } from "../../../src/input/spatial/read-layers.ts";
import { Answer, runnerArguments } from "./answer.ts";
import { shapesInLines } from "./shapes.ts";

/**
 * mineright's overlay alone, as a process of its own: a file of candidates and a layers file in, pairs out. With
 * a folder for prepared layers, the layer's index is taken from there if it has been made.
 */
const { candidates, layers, pairs, folder } = runnerArguments();
const answer = new Answer(pairs !== undefined);
const prepared = folder === undefined ? undefined : new PreparedLayers(folder, "bench");
const [zones] = await readLayers(await readLayerEntries(layers), undefined, new Set(), prepared);
if (zones !== undefined) overlay(candidates, zones);
if (pairs !== undefined) answer.save(pairs);
process.stdout.write(JSON.stringify({ pairs: answer.pairs, total: answer.total }));

/** As a site looks at a layer in its own coordinates. */
function overlay(file: string, { crs, features }: Layer): void {
  for (const [at, { polygons, box }] of shapesInLines(file).entries()) {
    const plane = planeFor(crs, box);
    const ground = new SoundGround(plane, polygons, 0);
    for (const feature of features.near(box)) {
      let m2 = 0;
      for (const polygon of feature.polygons)
        m2 += ground.look(polygon)?.m2 ?? commonArea(plane, polygons, [polygon]);
      answer.add(at, () => Number(String(feature.attributes["NAME"]).slice(1)) - 1, m2);
    }
  }
}
