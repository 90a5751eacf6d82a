import type { Case } from "../casework/cases.ts";
import type { Place } from "../casework/ground.ts";
import type { LocateOptions } from "../casework/locate.ts";
import type { ReadApplication } from "../input/application.ts";
import { unusable } from "../input/problem.ts";
import { words } from "../model/words.ts";
import { contextFor, type SharedOptions } from "./context.ts";
import { tell } from "./tell.ts";

/** Geometry is heavy to load, so it is only where there is some. */
export async function placesOf(
  cases: readonly Case[],
  options: SharedOptions & LocateOptions,
): Promise<ReadonlyMap<ReadApplication, Place>> {
  const { geometry, layers, layer } = options;
  const bounded = cases.some(
    ({ one: { feature, application } }) => feature !== undefined || application.geometry !== undefined,
  );
  if (!bounded && geometry === undefined && layer !== undefined)
    unusable({
      file: `--layer ${layer}`,
      message: words("没有范围文件，没有图层可选", "there is no file with a boundary to choose a layer of"),
      remedy: words("以 --geometry 给出范围文件", "give the file with the boundary by --geometry"),
    });
  if (!bounded && geometry === undefined && layers === undefined) return new Map();
  if (geometry !== undefined && cases.length > 1)
    unusable({
      file: geometry,
      message: words(
        `--geometry 只能用于一份申请，现有 ${cases.length} 份`,
        `--geometry is for one application, and there are ${cases.length}`,
      ),
      remedy: words("在每份申请中写 geometry", "give each application its own geometry"),
    });
  const { locate } = await import("../casework/locate.ts");
  const located = cases.map(({ one, inForce: { plan } }) => ({ read: one, plan }));
  const places = await locate(located, options);
  if (layers !== undefined)
    for (const { one } of cases) if (!places.has(one)) warnOfLayers(one, layers, options);
  return places;
}

/** Layers say nothing of a site whose boundary nobody gave: who handed them in must know. */
function warnOfLayers(
  { application: { id } }: ReadApplication,
  layers: string,
  options: SharedOptions,
): void {
  const said = words(
    `${layers}：申请 ${id} 没有范围坐标（geometry），图层未用于该申请`,
    `${layers}: application ${id} has no boundary (geometry), so the layers weren't used for it`,
  );
  tell(`${said[contextFor(options).lang]}\n`);
}
