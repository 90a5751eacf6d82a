import * as z from "zod";
import type { LayerSubject } from "../geometry/site/layer.ts";
import { type Plan, ZONE_KINDS, type Zone } from "../model/plan.ts";
import { choice, isoDate, keyed, refuse, text } from "../model/schema.ts";
import { type GeometryField, type SpatialTable, spatialFile } from "../model/spatial-file.ts";
import { CONSTRAINTS, type Constraint, RIGHTS } from "../model/terms.ts";
import { words } from "../model/words.ts";
import { type Document, type Path, readDocument } from "./document.ts";
import { Unusable, unusable } from "./problem.ts";
import { problemsOf } from "./schema-problems.ts";

const value = z.union([text, z.number(), z.boolean()]);

/** What every entry has: the file or table, which of its features count, and how far it can be relied on. */
const layer = {
  ...spatialFile,
  file: spatialFile.file.optional(),
  table: text
    .optional()
    .describe("数据库的表（用于 screen --postgis，代替 file） · a table of the database, in place of a file"),
  geometry: text.optional().describe("表的几何列 · the table's column of geometries, where it has several"),
  where: z
    .record(text, z.union([value, z.array(value).min(1)]))
    .optional()
    .describe("属性条件：字段及其取值 · only features with these attribute values"),
  asOf: isoDate().optional().describe("现势日期 · the date that the layer shows"),
  source: text.optional().describe("来源 · who made it"),
};
const layers = listed(z.strictObject(layer).transform(withSource));

const zoneLayer = z
  .strictObject({
    ...layer,
    name: text.optional().describe("规划中的区名 · the zone's name in the plan"),
    kind: z.enum(ZONE_KINDS).optional().describe("区类：该图层含此类全部分区 · holds all zones of a kind"),
    fields: z
      .strictObject({ name: text.describe("区名 · the zone's name") })
      .optional()
      .describe("区名字段 · the column of the zones' names"),
  })
  .transform(withSource)
  .transform((zone, context) => {
    const { name, kind, fields } = zone;
    if ((name === undefined) !== (kind === undefined) && (fields === undefined || kind !== undefined))
      return zone;
    return refuse(
      context,
      zone,
      words(
        "分区图层须写明 name（一个区）或 kind（一类区，可用 fields.name 指明区名字段）",
        "a zone layer needs name (one zone) or kind (all zones of a kind, with fields.name for their names)",
      ),
      { remedy: words("二者写其一", "write one of the two") },
    );
  });

const blockLayer = z
  .strictObject({
    ...layer,
    kind: choice(RIGHTS).describe("勘查或开采规划区块 · blocks for exploration or for mining"),
    fields: z
      .strictObject({
        name: text.optional().describe("区块名称 · the block's name"),
        mineral: text.optional().describe("矿种 · its mineral"),
        level: text.optional().describe("级别 · level of the authority"),
      })
      .optional()
      .describe("区块名称、矿种、级别字段 · columns of name, mineral and level"),
  })
  .transform(withSource);

const rightLayer = z
  .strictObject({
    ...layer,
    right: choice(RIGHTS).optional().describe("采矿权或探矿权 · what rights it holds"),
    fields: z
      .strictObject({
        id: text.optional().describe("许可证号 · licence number"),
        holder: text.optional().describe("矿业权人 · holder"),
        status: text.optional().describe("状态 · status"),
      })
      .optional()
      .describe("许可证号、权利人、状态字段 · columns of licence number, holder and status"),
  })
  .transform(withSource);

/**
 * The layers file (图层清单): which of the user's own spatial data stands for what. Plans print no
 * coordinates, so where something lies is known only from here.
 */
export const layersSchema = z.strictObject({
  asOf: isoDate().optional().describe("各图层的现势日期 · the date that the layers show"),
  source: text.optional().describe("各图层的来源 · who made the layers"),
  county: layers.optional().describe("县域 · the county's area"),
  constraints: keyed(CONSTRAINTS, layers).optional().describe("控制线和保护地 · areas of control"),
  arableLand: layers.optional().describe("耕地 · arable land"),
  zones: listed(zoneLayer).optional().describe("规划分区 · the plan's zones"),
  blocks: listed(blockLayer).optional().describe("规划区块 · planned blocks"),
  existingRights: listed(rightLayer).optional().describe("已设矿业权 · existing rights"),
});

function listed<Item extends z.ZodType>(item: Item) {
  return z.union([item, z.array(item).min(1)]).transform((given) => [given].flat() as z.output<Item>[]);
}

/** What an entry says of where its data are. */
interface SourceFields {
  readonly file?: string | undefined;
  readonly crs?: string | undefined;
  readonly encoding?: string | undefined;
  readonly layer?: string | undefined;
  readonly table?: string | undefined;
  readonly geometry?: string | undefined;
}

/** With its data: a file and what is said of it, or a table of the database; one of the two. */
function withSource<Entry extends SourceFields>(
  entry: Entry,
  context: z.RefinementCtx,
): Entry & { readonly data: GeometryField | SpatialTable } {
  const { file, table, geometry, crs, encoding, layer: named } = entry;
  const ofFile = { crs, encoding, layer: named };
  if (file !== undefined && table === undefined && geometry === undefined)
    return { ...entry, data: { file, ...ofFile } };
  if (table !== undefined && file === undefined && Object.values(ofFile).every((one) => one === undefined))
    return { ...entry, data: { table, geometry } };
  return refuse(
    context,
    { ...entry, data: { file: "" } },
    words(
      "图层须写明 file（文件，可用 crs、encoding、layer）或 table（数据库的表，可用 geometry）之一",
      "a layer needs file (with crs, encoding or layer) or table (of a database, with geometry), and not both",
    ),
    { remedy: words("二者写其一", "write one of the two") },
  );
}

type Value = z.output<typeof value>;

/** One entry of the layers file, or a zone whose outline the plan's data carry. */
export interface LayerEntry {
  readonly subject: LayerSubject;
  /** A file, from where `document` stands, GeoJSON in place, or a table of the database. */
  readonly data: GeometryField | SpatialTable;
  readonly where: Readonly<Record<string, Value | readonly Value[]>>;
  readonly asOf?: string;
  readonly source?: string;
  readonly document: Document;
  readonly path: Path;
  /** How findings refer to it: `layers.county.0`. */
  readonly field: string;
}

/** An entry whose data are in no database. */
export type FileEntry = LayerEntry & { readonly data: GeometryField };

/** Reads a layers file (YAML or JSON), not yet the layers that it names. Throws {@link Unusable}. */
export async function readLayerEntries(file: string): Promise<readonly LayerEntry[]> {
  const document = await readDocument(file);
  const parsed = layersSchema.safeParse(document.value, { reportInput: true });
  if (!parsed.success) throw new Unusable(problemsOf(parsed.error.issues, layersSchema, document, []));
  const { asOf, source, county, constraints, arableLand, zones, blocks, existingRights } = parsed.data;
  const entry =
    (...path: Path) =>
    (one: z.output<typeof layers>[number], subject: LayerSubject): LayerEntry => {
      const at = pathIn(document, path);
      return {
        data: one.data,
        where: one.where ?? {},
        ...optional("asOf", one.asOf ?? asOf),
        ...optional("source", one.source ?? source),
        subject,
        document,
        path: at,
        field: `layers.${at.join(".")}`,
      };
    };
  const entries = [
    ...(county ?? []).map((one, index) => entry("county", index)(one, { of: "county" })),
    ...Object.entries(constraints ?? {}).flatMap(([key, list]) =>
      list.map((one, index) =>
        entry("constraints", key, index)(one, { of: "constraint", key: key as Constraint }),
      ),
    ),
    ...(arableLand ?? []).map((one, index) => entry("arableLand", index)(one, { of: "arable-land" })),
    ...(zones ?? []).map((one, index) => entry("zones", index)(one, zoneSubject(one))),
    ...(blocks ?? []).map((one, index) =>
      entry("blocks", index)(one, { of: "block", right: one.kind, fields: one.fields ?? {} }),
    ),
    ...(existingRights ?? []).map((one, index) =>
      entry("existingRights", index)(one, {
        of: "existing-right",
        ...optional("right", one.right),
        fields: one.fields ?? {},
      }),
    ),
  ];
  if (entries.length === 0)
    unusable({
      file,
      line: 1,
      column: 1,
      message: words("图层清单中没有图层", "the layers file names no layer"),
      remedy: words(
        "写明 county、constraints、zones 等各项的文件",
        "name the files of county, constraints, zones and so on",
      ),
    });
  return entries;
}

function zoneSubject({ name, kind, fields }: z.output<typeof zoneLayer>): LayerSubject {
  if (name !== undefined) return { of: "zone", name };
  return { of: "zone-kind", kind: kind as NonNullable<typeof kind>, ...optional("nameField", fields?.name) };
}

/** Where a single entry stands in place of a list, there is no index; constraints may be in Chinese. */
function pathIn({ value: root }: Document, path: Path): Path {
  const found: (string | number)[] = [];
  let at: unknown = root;
  for (const step of path) {
    const names =
      typeof step === "string" && step in CONSTRAINTS ? [step, CONSTRAINTS[step as Constraint].zh] : [step];
    const key = names.find((name) => at !== null && typeof at === "object" && Object.hasOwn(at, name));
    if (key === undefined) continue;
    found.push(key);
    at = (at as Record<string | number, unknown>)[key];
  }
  return found;
}

function optional<Key extends string, T>(key: Key, given: T | undefined): { readonly [K in Key]?: T } {
  return given === undefined ? {} : ({ [key]: given } as { readonly [K in Key]: T });
}

/** The zones whose outlines the plan's own data carry. */
export function zonesOf({ zones, file }: Plan): readonly (FileEntry & { readonly zone: Zone })[] {
  return zones.flatMap((zone, index) => {
    const { name, geometry, geometryAt } = zone;
    if (name === undefined || geometry === undefined) return [];
    const locate = () => geometryAt ?? {};
    return {
      zone,
      subject: { of: "zone" as const, name },
      data: geometry,
      where: {},
      document: { file, value: { zones }, locate, locateKey: locate },
      path: ["zones", index, "geometry"],
      field: `plan.zones.${index}.geometry`,
    };
  });
}
