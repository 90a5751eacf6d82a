import type { Crs } from "../../geometry/crs/crs.ts";
import type { Attribute, RawFeature } from "../../geometry/shape/raw.ts";
import type { Box } from "../../geometry/shape/shape.ts";
import { textIn } from "../../geometry/site/features.ts";
import type { Layer } from "../../geometry/site/layer.ts";
import { isInFile, isInTable } from "../../model/spatial-file.ts";
import { type Words, words } from "../../model/words.ts";
import { fileNamedIn } from "../document.ts";
import type { FileEntry, LayerEntry } from "../layers.ts";
import { unusable } from "../problem.ts";
import type { DecidedSource } from "./decide.ts";
import { openGiven } from "./given.ts";
import { hull, Nearby } from "./nearby.ts";
import type { PreparedLayers } from "./prepared-layers.ts";
import { Where } from "./where.ts";
import { ZoneAreas } from "./zone-areas.ts";

/**
 * Reads the layers that a layers file names, each spatial file once, keeping only what lies near the
 * places asked about: memory grows with those and not with the layers. Throws `Unusable`.
 *
 * @param near boxes in degrees of longitude and latitude; undefined: everything is kept
 * @param wanted licence numbers of rights that are kept wherever they lie
 * @param prepared where whole layers are kept for the next time
 */
export async function readLayers(
  entries: readonly LayerEntry[],
  near: readonly Box[] | undefined,
  wanted: ReadonlySet<string>,
  prepared?: PreparedLayers,
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const group of byFile(entries.map(inFile))) {
    const read = () => readFile(group, near, wanted);
    layers.push(...(await (near === undefined && prepared ? prepared.of(group, read) : read())));
  }
  return layers;
}

/** Tables of a database are read only where one is named. */
function inFile(entry: LayerEntry): FileEntry {
  const { data, document, path } = entry;
  if (!isInTable(data)) return { ...entry, data };
  return unusable({
    file: document.file,
    ...document.locate([...path, "table"]),
    field: [...path, "table"].join("."),
    message: words(
      `图层是数据库的表（${data.table}），这里没有连接数据库`,
      `the layer is a table of a database (${data.table}), and none is connected here`,
    ),
    remedy: words(
      "用 mineright screen --postgis 连接串 筛查；或导出为文件（ogr2ogr），改写 file",
      "screen with mineright screen --postgis DSN; or export it to a file (ogr2ogr) and name that",
    ),
  });
}

/** Entries that read the same file in the same way are read together. */
function byFile(entries: readonly FileEntry[]): readonly (readonly FileEntry[])[] {
  const groups = new Map<string, FileEntry[]>();
  for (const entry of entries) {
    const { data, document, path } = entry;
    const key = isInFile(data)
      ? JSON.stringify([fileNamedIn(document, data.file), data.encoding, data.layer, data.crs])
      : JSON.stringify([document.file, path]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

async function readFile(
  entries: readonly FileEntry[],
  near: readonly Box[] | undefined,
  wanted: ReadonlySet<string>,
): Promise<readonly Layer[]> {
  const [{ data, document, path }] = entries as [FileEntry];
  const decided = await openGiven(data, document, path);
  const { source } = decided;
  const boxes = near?.map((box) => decided.boxFromLonLat(box));
  const gatherings = entries.map((entry) => new Gathering(entry, decided, boxes, wanted));
  for (const gathering of gatherings) gathering.refuseUnknownFields(source.fields);
  // Only where every feature's attributes are of interest must those far away be looked at.
  const needsAll = decided.spansZones || decided.hasStrays || gatherings.some((one) => one.needsAll);
  const within = needsAll || boxes === undefined ? undefined : hull(boxes);
  for await (const feature of source.features(within && decided.inFileNumbers(within)))
    for (const gathering of gatherings) gathering.take(feature);
  // Readers may leave out what is far away, but that is where the layer lies.
  if (within !== undefined)
    for (const gathering of gatherings) gathering.reachesTo(decided.inFileNumbers(source.evidence.range));
  return gatherings.map((one) => one.layer());
}

/** The features of one entry in the making. */
class Gathering {
  private readonly nearby: Nearby;
  private readonly names = new Set<string>();
  private readonly zones: ZoneAreas | undefined;
  private readonly where: Where;
  private matched = 0;

  constructor(
    private readonly entry: FileEntry,
    private readonly decided: DecidedSource,
    near: readonly Box[] | undefined,
    private readonly wanted: ReadonlySet<string>,
  ) {
    const { subject } = entry;
    this.nearby = new Nearby(near);
    this.where = new Where(entry.where);
    this.zones = subject.of === "zone" || this.nameField !== undefined ? new ZoneAreas(decided) : undefined;
  }

  /** Whether features far away count too: their attributes, their area, or they themselves. */
  get needsAll(): boolean {
    const wanted = this.wanted.size > 0 && this.idField !== undefined;
    return this.where.fields.length > 0 || this.zones !== undefined || wanted;
  }

  private get nameField(): string | undefined {
    const { subject } = this.entry;
    return subject.of === "zone-kind" ? subject.nameField : undefined;
  }

  private get idField(): string | undefined {
    const { subject } = this.entry;
    return subject.of === "existing-right" ? subject.fields.id : undefined;
  }

  /** A condition on a column that isn't there would match nothing, silently. */
  refuseUnknownFields(fields: readonly string[]): void {
    const { subject } = this.entry;
    const columns =
      subject.of === "block" || subject.of === "existing-right" ? Object.values(subject.fields) : [];
    for (const field of [...this.where.fields, this.nameField, ...columns])
      if (field !== undefined && !fields.includes(field))
        this.refuse(
          words(`${this.name} 没有字段“${field}”`, `${this.name} has no column "${field}"`),
          words(`现有字段：${fields.join("、") || "无"}`, `it has ${fields.join(", ") || "none"}`),
        );
  }

  take(feature: RawFeature): void {
    const { subject } = this.entry;
    const answer = this.where.ask(feature.attributes);
    if (answer === false) return;
    const unsure = answer === true ? undefined : lacking(answer.lacks);
    if (unsure === undefined) this.matched += 1;
    const name = subject.of === "zone" ? subject.name : textOf(feature.attributes, this.nameField);
    if (this.nameField !== undefined && name !== "") this.names.add(name);
    this.zones?.take(name, feature, unsure !== undefined);
    this.nearby.take(feature, this.decided, {
      always: this.wanted.has(textOf(feature.attributes, this.idField)),
      mustHaveGround: subject.of === "existing-right",
      ...(unsure === undefined ? {} : { unsure }),
    });
  }

  /** Its features reach as far as this, also those that weren't handed over. */
  reachesTo(extent: Box): void {
    this.nearby.extent = hull([this.nearby.extent, extent]);
  }

  layer(): Layer {
    const { subject, asOf, source: madeBy, field } = this.entry;
    const file = this.name;
    const { unmet } = this.where;
    const remedy = words("检查 where 的字段和取值", "check the columns and values of where");
    if (unmet !== undefined)
      this.refuse(
        words(
          `${file} 中没有“${unmet.field}”为“${unmet.value}”的要素`,
          `no feature of ${file} has ${unmet.field} "${unmet.value}"`,
        ),
        remedy,
      );
    if (this.matched === 0 && this.where.fields.length > 0)
      this.refuse(words(`${file} 中没有符合条件的要素`, `no feature of ${file} matches`), remedy);
    return {
      subject,
      crs: this.crs,
      source: layerSource(file, asOf),
      ...(madeBy === undefined ? {} : { madeBy }),
      said: this.decided.said,
      field,
      features: this.nearby.features,
      names: this.names,
      extent: this.nearby.extent,
      unplaced: this.nearby.unplaced,
      strays: this.nearby.strays,
      ...(this.zones === undefined ? {} : { areas: this.zones.known }),
    };
  }

  /** As reports name the layer. */
  private get name(): string {
    const { data, document } = this.entry;
    return isInFile(data) ? data.file : document.file;
  }

  private get crs(): Crs {
    return this.decided.crs;
  }

  private refuse(message: Words, remedy: Words): never {
    const { document, path } = this.entry;
    return unusable({
      file: document.file,
      ...document.locate(path),
      field: path.join("."),
      message,
      remedy,
    });
  }
}

/** A layer's file and date, as reports name it. */
export function layerSource(file: string, asOf: string | undefined): Words {
  return words(
    asOf === undefined ? file : `${file}，现势 ${asOf}`,
    asOf === undefined ? file : `${file}, as of ${asOf}`,
  );
}

type Attributes = Readonly<Record<string, Attribute>>;

function textOf(attributes: Attributes, field: string | undefined): string {
  return textIn(attributes, field) ?? "";
}

/** A feature that can't be held against a condition. */
export function lacking(field: string): Words {
  return words(
    `“${field}”没有值，不知是否属于该图层`,
    `it has no ${field}, so whether it counts isn't known`,
  );
}
