import { planeFor } from "../../geometry/crs/plane.ts";
import { DEGREES, inLonLat } from "../../geometry/crs/project.ts";
import { areaOf, commonArea } from "../../geometry/overlay/coverage.ts";
import { TOLERANCE } from "../../geometry/overlay/relation.ts";
import { TooIntricate } from "../../geometry/overlay/slabs.ts";
import { boxOf, type Polygon, ringsOf } from "../../geometry/shape/shape.ts";
import { type FileEntry, zonesOf } from "../../input/layers.ts";
import { openGiven } from "../../input/spatial/given.ts";
import type { Plan, Zone } from "../../model/plan.ts";
import type { Moved } from "../../plan/diff/drawn.ts";

/**
 * How much ground a zone's outline gained and lost from one plan to the next, on the ellipsoid; slivers
 * that count as touching are nothing. Throws `Unusable` for an outline that can't be read.
 */
export async function movedBetween(old: Plan, was: Zone, now: Plan, is: Zone): Promise<Moved> {
  const before = await polygonsOf(old, was);
  const after = await polygonsOf(now, is);
  if (before === undefined || after === undefined) return undefined;
  const plane = planeFor(DEGREES, boxOf(ringsOf([...before, ...after])));
  try {
    const [m2Before, m2After] = [areaOf(plane, before), areaOf(plane, after)];
    const common = commonArea(plane, before, after);
    const least = Math.max(TOLERANCE.m2, TOLERANCE.share * Math.min(m2Before, m2After));
    const km2 = (m2: number) => (m2 <= least ? 0 : m2 / 1e6);
    return { gainedKm2: km2(m2After - common), lostKm2: km2(m2Before - common) };
  } catch (error) {
    if (error instanceof TooIntricate) return undefined;
    throw error;
  }
}

/** In degrees; undefined where the outline is unsound. */
async function polygonsOf(plan: Plan, zone: Zone): Promise<readonly Polygon[] | undefined> {
  const entry = zonesOf(plan).find((one) => one.zone === zone);
  return entry === undefined ? undefined : readPolygons(entry);
}

async function readPolygons({ data, document, path }: FileEntry): Promise<readonly Polygon[] | undefined> {
  const decided = await openGiven(data, document, path);
  const polygons: Polygon[] = [];
  for await (const { shape } of decided.source.features()) {
    if (shape === undefined) return undefined;
    const made = decided.layerPolygons(decided.placedShape(shape));
    if (made.fault !== undefined) return undefined;
    polygons.push(...inLonLat(made.polygons, decided.crs));
  }
  return polygons;
}
