import { expect } from "vitest";
import { TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import type { Boundary } from "../../src/geometry/shape/boundary.ts";
import type { Layer } from "../../src/geometry/site/layer.ts";
import { measureSite, type Question } from "../../src/geometry/site/measure.ts";
import type { Unit } from "../../src/input/candidates/unit.ts";
import { readLayerEntries } from "../../src/input/layers.ts";
import { Unusable } from "../../src/input/problem.ts";
import { boundaryOf } from "../../src/input/spatial/boundary.ts";
import { decideSource } from "../../src/input/spatial/decide.ts";
import { readLayers } from "../../src/input/spatial/read-layers.ts";
import { isInTable } from "../../src/model/spatial-file.ts";
import { CandidateTable } from "../../src/screen/database/candidate-table.ts";
import { Database } from "../../src/screen/database/database.ts";
import { LayerTable } from "../../src/screen/database/layer-table.ts";

/** The stated tolerance: the larger of this many m² and this share of the candidate's area. */
const AGREES = { m2: 0.1, share: 1e-6 };

const QUESTION: Question = {
  right: "mining",
  ownRights: [],
  baseHolder: "applicant",
  county: { name: "虚构县", en: "Fictional", code: "411399", aliases: [] },
  zones: { named: () => undefined, ofKind: () => [] },
  tolerance: TOLERANCE,
};

/** How far the database and the embedded engine are apart. */
export interface Comparison {
  /** m². */
  readonly largest: number;
  readonly compared: number;
  readonly overlapping: number;
}

/**
 * Holds what a table of the ecological red line says of the candidates of another against what the embedded
 * engine says by a file; areas to the tolerance, all else as it is.
 */
export async function compareFacts(
  dsn: string,
  candidates: string,
  { tables, files }: { readonly tables: string; readonly files: string },
): Promise<Comparison> {
  const [entry] = await readLayerEntries(tables);
  if (entry === undefined || !isInTable(entry.data)) throw new Error(`${tables} names no table`);
  const embedded = await readLayers(await readLayerEntries(files), undefined, new Set());
  const database = await Database.open(dsn);
  let [largest, compared, overlapping] = [0, 0, 0];
  try {
    const layer = await LayerTable.open(database, { ...entry, data: entry.data }, "none");
    const table = await CandidateTable.open(database, candidates, { settings: [], mappings: [] });
    if (table.drawn === undefined) throw new Error(`${candidates} has no geometries`);
    for await (const { units, keys } of table.batches(500)) {
      const asked = units.flatMap((unit, at) => {
        const boundary = boundaryIn(unit);
        return boundary === undefined ? [] : [{ key: String(keys[at]), boundary }];
      });
      const layers = await layer.around(asked, table.drawn, TOLERANCE);
      for (const { key, boundary } of asked) {
        const there = facts(boundary, [layers.get(key) ?? []].flat());
        const here = facts(boundary, embedded);
        expect({ key, ...there, m2: 0 }).toEqual({ key, ...here, m2: 0 });
        const apart = Math.abs(there.m2 - here.m2);
        expect(apart, `m² of candidate ${key}`).toBeLessThanOrEqual(
          Math.max(AGREES.m2, AGREES.share * here.siteM2),
        );
        largest = Math.max(largest, apart);
        compared += 1;
        if (here.m2 > 0) overlapping += 1;
      }
    }
  } finally {
    await database.close();
  }
  return { largest, compared, overlapping };
}

/** Undefined: it has none that is sound. */
function boundaryIn(unit: Unit): Boundary | undefined {
  if (unit.kind !== "feature" || unit.raw.shape === undefined) return undefined;
  try {
    return boundaryOf([unit.raw], decideSource({ ...unit.origin, async *features() {} }, undefined));
  } catch (error) {
    if (error instanceof Unusable) return undefined;
    throw error;
  }
}

/** What the layers say of a site. */
function facts(boundary: Boundary, layers: readonly Layer[]) {
  const site = measureSite(boundary, layers, QUESTION);
  const fact = site.constraints["ecological-redline"];
  const value = fact?.known === true ? fact.value : undefined;
  const km2 = value !== undefined && "km2" in value ? Number(value.km2) : 0;
  return {
    isKnown: fact?.known,
    overlaps: value?.overlaps,
    states: site.layers.map(({ state }) => state),
    touching: site.overlaps.filter(({ within }) => within).length,
    met: site.overlaps.length,
    m2: km2 * 1e6,
    siteM2: Number(site.areaKm2) * 1e6,
  };
}
