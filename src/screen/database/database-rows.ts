import { blocksNear } from "../../casework/ground.ts";
import { lonLatBox } from "../../geometry/crs/box-in.ts";
import { TOLERANCE } from "../../geometry/overlay/relation.ts";
import { boxOf, ringsOf } from "../../geometry/shape/shape.ts";
import type { Layer } from "../../geometry/site/layer.ts";
import { UnitReader } from "../../input/candidates/reader.ts";
import type { LayerEntry } from "../../input/layers.ts";
import type { Row } from "../../model/screen-row.ts";
import { isInTable } from "../../model/spatial-file.ts";
import type { Work } from "../batch.ts";
import type { ClaimingRow } from "../claim.ts";
import type { Deciding } from "../deciding.ts";
import { type Placed, Screener } from "../screener.ts";
import { attributeOptions, CandidateTable, type TableBatch } from "./candidate-table.ts";
import { Database } from "./database.ts";
import { type Asked, LayerTable } from "./layer-table.ts";
import type { DrawnLayer, Touching } from "./meetings.ts";

/** So many candidates are measured by one statement. */
export const BATCH = 500;

/** Decides the candidates of tables of a database. */
export interface DatabaseDeciding extends Pick<Deciding, "hearing" | "close"> {
  /** In the order of the tables and of their keys. Throws `Unusable`. */
  rows(): AsyncIterable<readonly ClaimingRow[]>;
}

/** Throws `Unusable` if the database, plans, register or layers can't be used. */
export async function decidingInDatabase(
  dsn: string,
  tables: readonly string[],
  { reading, settings, outlines }: Work,
): Promise<DatabaseDeciding> {
  const database = await Database.open(dsn);
  try {
    const screener = await Screener.prepare(settings, { hasDatabase: true, outlines });
    const layers: LayerTable[] = [];
    for (const entry of screener.tables) {
      const { data } = entry;
      if (isInTable(data))
        layers.push(await LayerTable.open(database, { ...entry, data }, byPartsOf(entry, screener.entries)));
    }
    const run = new DatabaseRun(screener, layers, touchingOf(settings.tolerance));
    return {
      async *rows() {
        let from = 1;
        for (const name of tables) {
          const candidates = await CandidateTable.open(database, name, reading);
          const reader = new UnitReader(attributeOptions(reading));
          for await (const batch of candidates.batches(BATCH)) {
            yield await run.rows(batch, from, reader, candidates);
            from += batch.units.length;
          }
        }
      },
      hearing: async () => screener.hearing,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What counts as touching, as the engine has it. */
function touchingOf(tolerance: number | undefined): Touching {
  return tolerance === undefined ? TOLERANCE : { m2: tolerance, share: 0 };
}

/** Layers that stand for the same are united by mineright, and so are the features of one zone or county. */
export function byPartsOf({ subject }: LayerEntry, all: readonly LayerEntry[]): DrawnLayer["byParts"] {
  const alike = all.filter((other) => other.subject.of === subject.of);
  if (subject.of === "constraint") {
    const same = alike.filter(
      (other) => other.subject.of === "constraint" && other.subject.key === subject.key,
    );
    return same.length > 1 ? "all" : "none";
  }
  if (alike.length > 1) return "all";
  return subject.of === "arable-land" ? "none" : "several";
}

/** Decides batches of candidates with the layers of a database. */
class DatabaseRun {
  constructor(
    private readonly screener: Screener,
    private readonly layers: readonly LayerTable[],
    private readonly touching: Touching,
  ) {}

  async rows(
    { units, keys }: TableBatch,
    from: number,
    reader: UnitReader,
    { drawn }: CandidateTable,
  ): Promise<readonly ClaimingRow[]> {
    const placed: (Placed | Row)[] = [];
    for (const [at, unit] of units.entries())
      placed.push(await this.screener.place({ ...(await reader.read(unit)), number: from + at }));
    const asked = placed.flatMap((one, at): readonly (Asked & { readonly placed: Placed })[] => {
      const key = keys[at];
      if ("verdict" in one || one.boundary === undefined || typeof key !== "string") return [];
      return [{ key, boundary: one.boundary, placed: one }];
    });
    const found = drawn === undefined || asked.length === 0 ? undefined : await this.layersOf(asked, drawn);
    const rows: ClaimingRow[] = [];
    for (const [at, one] of placed.entries())
      rows.push("verdict" in one ? one : await this.screener.decidePlaced(one, found?.get(String(keys[at]))));
    return rows;
  }

  /** For each candidate by its key every layer, one statement a layer. */
  private async layersOf(
    asked: readonly (Asked & { readonly placed: Placed })[],
    drawn: NonNullable<CandidateTable["drawn"]>,
  ): Promise<ReadonlyMap<string, readonly Layer[]>> {
    const boxes = asked.map(({ boundary }) => lonLatBox(boxOf(ringsOf(boundary.polygons)), boundary.crs));
    const blocks: Layer[] = [];
    for (const layer of this.layers)
      if (layer.subject.of === "block") blocks.push(await layer.whole(boxes, []));
    // A right in the same block matters, however far it is from the site.
    const around = [
      ...boxes,
      ...boxes.flatMap((box) => [...this.screener.ground.blocksNear(box), ...blocksNear(blocks, box)]),
    ];
    const wanted = [...new Set(asked.flatMap(({ placed }) => placed.read.application.base?.id ?? []))];
    const shared = [...blocks];
    const own: ReadonlyMap<string, Layer>[] = [];
    for (const layer of this.layers)
      if (layer.subject.of === "existing-right") shared.push(await layer.whole(around, wanted));
      else if (layer.subject.of !== "block") own.push(await layer.around(asked, drawn, this.touching));
    return new Map(asked.map(({ key }) => [key, [...shared, ...own.flatMap((one) => one.get(key) ?? [])]]));
  }
}
