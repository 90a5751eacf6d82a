import Flatbush from "flatbush";
import { lazily } from "../../model/lazily.ts";
import type { Box, Polygon } from "../shape/shape.ts";
import { type Features, textIn } from "../site/features.ts";
import type { LayerFeature } from "../site/layer.ts";
import type { Said } from "./packer.ts";
import { sectionsOf } from "./sections.ts";

/** So many features are kept as objects; near sites ask for the same ones. */
const KEPT = 16_384;

/** The features of a layer out of packed bytes, each made when it is asked for. */
export class PackedFeatures implements Features {
  private readonly tree: Flatbush;
  private readonly corners: Float64Array;
  private readonly boxes: Float64Array;
  private readonly rings: Uint32Array;
  private readonly polygons: Uint32Array;
  private readonly features: Uint32Array;
  private readonly texts: Uint32Array;
  private readonly text: Uint8Array;
  private readonly doubtful: Uint8Array;
  private readonly made = new Map<number, LayerFeature>();
  private readonly byText = new Map<string, Map<string, number[]>>();

  /** Throws `RangeError` for bytes that aren't whole. */
  constructor(readonly bytes: SharedArrayBuffer) {
    const sections = sectionsOf(bytes);
    if (sections === undefined) throw new RangeError("these bytes hold no packed features");
    const numbers = ({ from, length }: { readonly from: number; readonly length: number }) =>
      new Float64Array(bytes, from, length / 8);
    const ends = ({ from, length }: { readonly from: number; readonly length: number }) =>
      new Uint32Array(bytes, from, length / 4);
    this.corners = numbers(sections.corners);
    this.boxes = numbers(sections.boxes);
    this.rings = ends(sections.rings);
    this.polygons = ends(sections.polygons);
    this.features = ends(sections.features);
    this.texts = ends(sections.texts);
    this.text = new Uint8Array(bytes, sections.text.from, sections.text.length);
    this.doubtful = new Uint8Array(bytes, sections.doubtful.from, sections.doubtful.length);
    this.tree = Flatbush.from(bytes, sections.tree.from);
  }

  get count(): number {
    return this.features.length;
  }

  near({ minX, minY, maxX, maxY }: Box): readonly LayerFeature[] {
    if (this.count === 0) return [];
    return this.tree
      .search(minX, minY, maxX, maxY)
      .sort((a, b) => a - b)
      .map((at) => this.feature(at));
  }

  having(column: string, text: string): readonly LayerFeature[] {
    const known = this.byText.get(column) ?? this.indexed(column);
    return (known.get(text) ?? []).map((at) => this.feature(at));
  }

  private indexed(column: string): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (let at = 0; at < this.count; at++) {
      const text = textIn(this.said(at).attributes, column);
      if (text === undefined) continue;
      const before = index.get(text);
      if (before === undefined) index.set(text, [at]);
      else before.push(at);
    }
    this.byText.set(column, index);
    return index;
  }

  private feature(at: number): LayerFeature {
    const known = this.made.get(at);
    if (known !== undefined) return known;
    const said = lazily(() => this.said(at));
    const { boxes } = this;
    const feature: LayerFeature = {
      polygons: this.polygonsOf(at),
      box: {
        minX: boxes[4 * at] as number,
        minY: boxes[4 * at + 1] as number,
        maxX: boxes[4 * at + 2] as number,
        maxY: boxes[4 * at + 3] as number,
      },
      // Of most features near a site nobody asks for their words.
      get place() {
        return said().place;
      },
      get attributes() {
        return said().attributes;
      },
      ...(this.doubtful[at] === 0 ? {} : said()),
    };
    if (this.made.size >= KEPT) this.made.clear();
    this.made.set(at, feature);
    return feature;
  }

  private said(at: number): Said {
    // A decoder takes no shared bytes.
    const bytes = this.text.slice(startOf(this.texts, at), this.texts[at]);
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Said;
  }

  private polygonsOf(feature: number): readonly Polygon[] {
    const polygons: Polygon[] = [];
    const last = this.features[feature] as number;
    for (let polygon = startOf(this.features, feature); polygon < last; polygon++) {
      const from = startOf(this.polygons, polygon);
      const [shell, ...holes] = Array.from({ length: (this.polygons[polygon] as number) - from }, (_, at) =>
        this.corners.subarray(2 * startOf(this.rings, from + at), 2 * (this.rings[from + at] as number)),
      );
      if (shell !== undefined) polygons.push({ shell, holes });
    }
    return polygons;
  }
}

/** Where number `at` begins: each begins where the one before it ends. */
function startOf(ends: Uint32Array, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] as number);
}
