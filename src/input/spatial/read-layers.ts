import { dirname, isAbsolute, join } from "node:path";
import type { Crs } from "../../geometry/crs.ts";
import type { Layer, LayerFeature } from "../../geometry/layer.ts";
import type { Attribute, RawFeature } from "../../geometry/raw.ts";
import { type Box, boxesMeet, boxOf } from "../../geometry/shape.ts";
import { isInFile, type SpatialFile } from "../../model/spatial-file.ts";
import { type Words, words } from "../../model/words.ts";
import type { Document } from "../document.ts";
import type { LayerEntry } from "../layers.ts";
import { unusable } from "../problem.ts";
import { type DecidedSource, decideSource } from "./decide.ts";
import { sourceOfGeometry } from "./geojson/whole.ts";
import { openSpatial } from "./open.ts";

/**
 * Reads the layers that a layers file names, each spatial file once, keeping only what lies near the
 * places asked about: memory grows with those and not with the layers. Throws `Unusable`.
 *
 * @param near boxes in degrees of longitude and latitude
 */
export async function readLayers(
  entries: readonly LayerEntry[],
  near: readonly Box[],
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const group of byFile(entries)) layers.push(...(await readFile(group, near)));
  return layers;
}

/** Entries that read the same file in the same way are read together. */
function byFile(entries: readonly LayerEntry[]): readonly (readonly LayerEntry[])[] {
  const groups = new Map<string, LayerEntry[]>();
  for (const entry of entries) {
    const { data, document, path } = entry;
    const key = isInFile(data)
      ? JSON.stringify([pathOf(data, document), data.encoding, data.layer, data.crs])
      : JSON.stringify([document.file, path]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

/** Files are named from where the file stands that names them. */
function pathOf({ file }: SpatialFile, document: Document): string {
  return isAbsolute(file) || document.file === "-" ? file : join(dirname(document.file), file);
}

async function open({ data, document, path }: LayerEntry): Promise<DecidedSource> {
  if (!isInFile(data)) return decideSource(sourceOfGeometry(data, document, path), undefined);
  const { encoding, layer, crs } = data;
  const options = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(layer === undefined ? {} : { layer }),
  };
  return decideSource(await openSpatial(pathOf(data, document), options), crs);
}

async function readFile(entries: readonly LayerEntry[], near: readonly Box[]): Promise<readonly Layer[]> {
  const [first] = entries as [LayerEntry];
  const decided = await open(first);
  const { source } = decided;
  const boxes = near.map((box) => decided.boxFromLonLat(box));
  const gatherings = entries.map((entry) => new Gathering(entry, decided, boxes));
  for (const gathering of gatherings) gathering.refuseUnknownFields(source.fields);
  // Only where every feature's attributes are of interest must those far away be looked at.
  const needsAll = decided.spansZones || gatherings.some((one) => one.needsAll);
  const within = needsAll ? undefined : hull(boxes);
  for await (const feature of source.features(within && decided.inFileNumbers(within)))
    for (const gathering of gatherings) gathering.take(feature);
  return gatherings.map((one) => one.layer());
}

function hull(boxes: readonly Box[]): Box {
  return {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  };
}

/** The features of one entry in the making. */
class Gathering {
  private readonly features: LayerFeature[] = [];
  private readonly names = new Set<string>();
  private readonly unplaced: Words[] = [];
  private matched = 0;
  private extent: Box;

  constructor(
    private readonly entry: LayerEntry,
    private readonly decided: DecidedSource,
    private readonly near: readonly Box[],
  ) {
    this.extent = boxOf([]);
  }

  get needsAll(): boolean {
    return Object.keys(this.entry.where).length > 0 || this.nameField !== undefined;
  }

  private get nameField(): string | undefined {
    const { subject } = this.entry;
    return subject.of === "zone-kind" ? subject.nameField : undefined;
  }

  /** A condition on a column that isn't there would match nothing, silently. */
  refuseUnknownFields(fields: readonly string[]): void {
    const { subject, where } = this.entry;
    const columns =
      subject.of === "block" || subject.of === "existing-right" ? Object.values(subject.fields) : [];
    for (const field of [...Object.keys(where), this.nameField, ...columns])
      if (field !== undefined && !fields.includes(field))
        this.refuse(
          words(`${this.name} 没有字段“${field}”`, `${this.name} has no column "${field}"`),
          words(`现有字段：${fields.join("、") || "无"}`, `it has ${fields.join(", ") || "none"}`),
        );
  }

  take(feature: RawFeature): void {
    if (!this.isMeant(feature.attributes)) return;
    this.matched += 1;
    const name = this.nameField === undefined ? undefined : feature.attributes[this.nameField];
    if (typeof name === "string") this.names.add(name);
    if (feature.shape === undefined) {
      this.unplaced.push(feature.place);
      return;
    }
    const shape = this.decided.placedShape(feature.shape);
    const box = this.decided.boxOfShape(shape);
    this.extent = hull([this.extent, box]);
    if (!this.near.some((one) => boxesMeet(one, box))) return;
    this.features.push({
      place: feature.place,
      attributes: feature.attributes,
      box,
      ...this.decided.layerPolygons(shape),
    });
  }

  layer(): Layer {
    const { subject, asOf, path } = this.entry;
    const file = this.name;
    if (this.matched === 0 && this.needsAll)
      this.refuse(
        words(`${file} 中没有符合条件的要素`, `no feature of ${file} matches`),
        words("检查 where 的字段和取值", "check the columns and values of where"),
      );
    return {
      subject,
      crs: this.crs,
      source: words(
        asOf === undefined ? file : `${file}，现势 ${asOf}`,
        asOf === undefined ? file : `${file}, as of ${asOf}`,
      ),
      field: `layers.${path.join(".")}`,
      features: this.features,
      names: this.names,
      extent: this.extent,
      unplaced: this.unplaced,
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

  private isMeant(attributes: Readonly<Record<string, Attribute>>): boolean {
    return Object.entries(this.entry.where).every(([field, wanted]) =>
      [wanted].flat().some((one) => String(one) === String(attributes[field] ?? "").trim()),
    );
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
