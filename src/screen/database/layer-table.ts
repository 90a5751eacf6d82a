import { boxIn } from "../../geometry/crs/box-in.ts";
import type { Boundary } from "../../geometry/shape/boundary.ts";
import { groundAt } from "../../geometry/shape/ground.ts";
import type { RawShape } from "../../geometry/shape/raw.ts";
import { type Box, boxOf, type Polygon, ringsOf, widened } from "../../geometry/shape/shape.ts";
import { listed } from "../../geometry/site/features.ts";
import type { Layer, LayerFeature } from "../../geometry/site/layer.ts";
import type { LayerEntry } from "../../input/layers.ts";
import { unusable } from "../../input/problem.ts";
import type { DecidedSource } from "../../input/spatial/decide.ts";
import { lacking, layerSource } from "../../input/spatial/read-layers.ts";
import type { SpatialTable } from "../../model/spatial-file.ts";
import { type Words, words } from "../../model/words.ts";
import { findTable, type Named } from "./catalog.ts";
import type { Database, DatabaseRow } from "./database.ts";
import { attributesNeeded, nameFieldOf } from "./layer-columns.ts";
import { type Drawn, type DrawnLayer, meetings, type Touching, wholeFeatures } from "./meetings.ts";
import { readPicks } from "./read-picks.ts";
import { invalidRows, straying, zoneAreas } from "./survey.ts";
import { decideTable, rowWords, type Surveyed, surveyTable } from "./surveyed-table.ts";
import type { Column, Table } from "./table.ts";
import { tableName } from "./table-name.ts";
import { attributesOf } from "./values.ts";
import { readWkb } from "./wkb.ts";

/** A candidate as its row in the database is asked about. */
export interface Asked {
  readonly key: string;
  readonly boundary: Boundary;
}

/** All that is the same for every candidate. */
type Base = Omit<Layer, "features" | "covered">;

/** A layer of the layers file that is a table (图层表): hands out, for each candidate, what concerns it. */
export class LayerTable {
  private constructor(
    private readonly database: Database,
    private readonly drawn: DrawnLayer,
    private readonly base: Base,
    private readonly decided: DecidedSource,
  ) {}

  /** @param byParts how other entries stand for the same. Throws `Unusable`. */
  static async open(
    database: Database,
    entry: LayerEntry & { readonly data: SpatialTable },
    byParts: DrawnLayer["byParts"],
  ): Promise<LayerTable> {
    const { data, document, path, subject, field, asOf, source: madeBy } = entry;
    const at: Named = { file: document.file, ...document.locate([...path, "table"]), field: path.join(".") };
    const named = tableName(data.table, at);
    const found = await findTable(database, named, data.geometry, at);
    if (found.geometry === undefined)
      unusable({
        ...at,
        message: words(`${data.table} 没有几何列`, `${data.table} has no column of geometries`),
        remedy: words("图层须是带 geometry 列的表", "a layer is a table with a column of the type geometry"),
      });
    const attributes = attributesNeeded(entry, found.columns, at);
    const picks = await readPicks(database, entry, found, at);
    const surveyed = await surveyTable(database, found, picks, at);
    refuseNoGround(surveyed, subject.of === "existing-right", at);
    const decided = decideTable(surveyed, undefined, at);
    const { table } = surveyed;
    const isWhole = subject.of === "block" || subject.of === "existing-right";
    const invalid =
      isWhole || table.key === undefined
        ? undefined
        : (await database.rows(invalidRows(table, picks))).map(([key]) => String(key));
    const drawn: DrawnLayer = { table, crs: decided.crs, picks, attributes, byParts, invalid };
    const areas = await readAreas(database, drawn, entry);
    const base: Base = {
      subject,
      crs: decided.crs,
      source: layerSource(data.table, asOf),
      ...(madeBy === undefined ? {} : { madeBy }),
      said: decided.said,
      field,
      names: new Set(nameFieldOf(entry) === undefined ? [] : areas?.names),
      extent: surveyed.range,
      unplaced: told(surveyed.empty, table, subject.of === "existing-right" ? surveyed.noArea : undefined),
      strays: await strayWords(database, drawn, surveyed, decided),
      ...(areas === undefined ? {} : { areas: areas.known }),
    };
    return new LayerTable(database, drawn, base, decided);
  }

  get subject(): Layer["subject"] {
    return this.base.subject;
  }

  /** Of each candidate, by its key, the layer as far as it concerns it, measured in the database. */
  async around(
    asked: readonly Asked[],
    candidates: Drawn,
    touching: Touching,
  ): Promise<ReadonlyMap<string, Layer>> {
    const statement = meetings(
      candidates,
      this.drawn,
      asked.map(({ key }) => key),
      touching,
    );
    const rows = new Map<string, DatabaseRow[]>();
    for (const row of await this.database.rows(statement)) {
      const key = String(row[0]);
      const before = rows.get(key);
      if (before === undefined) rows.set(key, [row]);
      else before.push(row);
    }
    return new Map(asked.map(({ key, boundary }) => [key, this.layerOf(rows.get(key) ?? [], boundary)]));
  }

  /** The layer with its whole features near any of these boxes of degrees, and those of these licence numbers. */
  async whole(boxes: readonly Box[], wanted: readonly string[]): Promise<Layer> {
    const { subject } = this.base;
    const column = subject.of === "existing-right" ? subject.fields.id : undefined;
    const own = boxes.map((box) => this.decided.boxFromLonLat(box));
    const also = column === undefined || wanted.length === 0 ? undefined : { column, texts: wanted };
    const rows = await this.database.rows(wholeFeatures(this.drawn, own, also));
    const features = rows.flatMap(([, id, lacks, texts, wkb]): readonly LayerFeature[] => {
      const read = readWkb(wkb as Buffer);
      if ("isNoArea" in read) return [];
      return [{ ...this.headOf(id, lacks, texts), ...this.checked(read.shape) }];
    });
    return { ...this.base, features: listed(features) };
  }

  private layerOf(rows: readonly DatabaseRow[], boundary: Boundary): Layer {
    const features = rows.map((row) => this.featureOf(row, boundary));
    const all = rows.find((row) => row[11] !== null)?.[11];
    const isMeasured = all !== undefined && features.some(({ common }) => common !== undefined);
    return { ...this.base, features: listed(features), ...(isMeasured ? { covered: Number(all) } : {}) };
  }

  private featureOf(
    [, id, lacks, texts, lies, minX, minY, maxX, maxY, m2, common, , isCut, wkb]: DatabaseRow,
    boundary: Boundary,
  ): LayerFeature {
    const head = this.headOf(id, lacks, texts);
    const box = { minX: Number(minX), minY: Number(minY), maxX: Number(maxX), maxY: Number(maxY) };
    if (lies === "within") return { ...head, box, m2: Number(m2), polygons: [this.surroundings(boundary)] };
    const read = wkb === null ? undefined : readWkb(wkb as Buffer);
    if (read === undefined || "isNoArea" in read)
      return { ...head, box, common: Number(common), polygons: [] };
    if (isCut === "t") return { ...head, box, m2: Number(m2), polygons: polygonsOf(read.shape) };
    return { ...head, ...this.checked(read.shape) };
  }

  private headOf(
    id: unknown,
    lacks: unknown,
    texts: unknown,
  ): Pick<LayerFeature, "place" | "attributes" | "unsure"> {
    const { table, attributes } = this.drawn;
    const columns = attributes.map((name) => table.columns.find((one) => one.name === name) as Column);
    return {
      place: rowWords(table, id === null ? null : String(id)),
      attributes: attributesOf(columns, texts as (string | null)[]),
      ...(lacks === null ? {} : { unsure: lacking(String(lacks)) }),
    };
  }

  /** A shape that came whole is looked at as one of a file. */
  private checked(raw: RawShape): Pick<LayerFeature, "polygons" | "fault" | "box"> {
    const shape = this.decided.placedShape(raw);
    return { box: this.decided.boxOfShape(shape), ...this.decided.layerPolygons(shape) };
  }

  /** Near a site that lies well inside a feature there is nothing but the feature. */
  private surroundings({ polygons, crs }: Boundary): Polygon {
    const site = boxOf(ringsOf(polygons));
    const { perX, perY } = groundAt(crs, (site.minY + site.maxY) / 2);
    const { minX, minY, maxX, maxY } = boxIn(widened(site, NEAR_M / perX, NEAR_M / perY), crs, this.base.crs);
    return { shell: Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY), holes: [] };
  }
}

/** Further around a site than its surroundings are looked at. */
const NEAR_M = 600;

/** The polygons of a shape whose rings repeat their first corner. */
function polygonsOf(shape: RawShape): readonly Polygon[] {
  if (shape.roles !== "given") return [];
  return shape.parts.flatMap((rings) => {
    const [shell, ...holes] = rings.map(({ corners }) => corners.subarray(0, -2));
    return shell === undefined ? [] : [{ shell, holes }];
  });
}

function told(
  { count, key }: Surveyed["empty"],
  table: Table,
  noArea: Surveyed["noArea"] | undefined,
): readonly Words[] {
  if (count > 0) return [rowWords(table, key)];
  return noArea === undefined || noArea.count === 0 ? [] : [rowWords(table, noArea.key)];
}

async function strayWords(
  database: Database,
  { table, picks, crs }: DrawnLayer,
  { endless }: Surveyed,
  { hasStrays }: DecidedSource,
): Promise<readonly Words[]> {
  if (endless.count > 0) return [rowWords(table, endless.key)];
  if (!hasStrays) return [];
  const [[count, key] = []] = await database.rows(straying(table, crs, picks));
  return Number(count) === 0 ? [] : [rowWords(table, key === null ? null : String(key))];
}

async function readAreas(
  database: Database,
  { table, picks }: DrawnLayer,
  entry: LayerEntry,
): Promise<{ readonly names: readonly string[]; readonly known: ReadonlyMap<string, number> } | undefined> {
  const { subject } = entry;
  const column = nameFieldOf(entry);
  if (subject.of !== "zone" && column === undefined) return undefined;
  const rows = await database.rows(zoneAreas(table, column, picks));
  const nameOf = (name: unknown) => (subject.of === "zone" ? subject.name : String(name));
  return {
    names: rows.map(([name]) => String(name)).filter((name) => name !== ""),
    known: new Map(
      rows.flatMap(([name, m2, isKnown]) => (isKnown === "t" ? [[nameOf(name), Number(m2)]] : [])),
    ),
  };
}

function refuseNoGround({ range, noArea, rows, table }: Surveyed, mayHavePoints: boolean, at: Named): void {
  const { given } = table.named;
  if (noArea.count > 0 && !(mayHavePoints && /POINT|LINESTRING/.test(noArea.type))) {
    const place = rowWords(table, noArea.key);
    unusable({
      ...at,
      message: words(
        `${given} 中有 ${noArea.count} 个 ${noArea.type}，不是面（如${place.zh}）`,
        `${noArea.count} of ${given} are a ${noArea.type} and no polygon (${place.en})`,
      ),
      remedy: words(
        "只留 Polygon 和 MultiPolygon（曲线用 ST_CurveToLine，集合用 ST_CollectionExtract(…, 3) 转换）",
        "keep polygons only (ST_CurveToLine for curves, ST_CollectionExtract(…, 3) for collections)",
      ),
    });
  }
  if (range.minX <= range.maxX) return;
  unusable({
    ...at,
    message:
      rows === 0
        ? words(`${given} 是空表`, `${given} is empty`)
        : words(
            `${given} 的 ${rows} 条记录都没有图形`,
            `none of the ${rows} records of ${given} has a geometry`,
          ),
    remedy: words(
      "空的图层不能说明范围内没有什么：核对表名和数据",
      "an empty layer says nothing of what isn't there: check the table and its data",
    ),
  });
}
