import { boxIn } from "../../geometry/crs/box-in.ts";
import type { Crs, DecidedCrs } from "../../geometry/crs/crs.ts";
import { areInChina, zoneOf } from "../../geometry/crs/crs-from-numbers.ts";
import { crsName } from "../../geometry/crs/crs-name.ts";
import { decideCrs } from "../../geometry/crs/decide-crs.ts";
import { placed } from "../../geometry/crs/placed.ts";
import { DEGREES } from "../../geometry/crs/project.ts";
import { layerPolygons } from "../../geometry/rings/rings.ts";
import type { RawRing, RawShape } from "../../geometry/shape/raw.ts";
import { type Box, boxOf } from "../../geometry/shape/shape.ts";
import type { LayerFeature } from "../../geometry/site/layer.ts";
import { joinWords, type Words, words } from "../../model/words.ts";
import { unusable } from "../problem.ts";
import type { SpatialSource } from "./source.ts";
import { statedByUser } from "./stated-crs.ts";

/** A source whose CRS is decided: what its numbers mean. */
export class DecidedSource {
  /** Some numbers are nowhere in China: a box says nothing of where their features were meant to lie. */
  readonly hasStrays: boolean;

  constructor(
    readonly source: SpatialSource,
    readonly decided: DecidedCrs,
  ) {
    this.hasStrays = !areInChina(source.evidence.range, decided);
  }

  get crs(): Crs {
    return this.decided.crs;
  }

  /** What was taken for its CRS, what was assumed for that, and what its reader found odd; in a sentence. */
  get said(): Words {
    return joinWords([crsName(this.crs), ...this.decided.assumed, ...this.source.notes], "；", "; ");
  }

  /** How {@link placedShape} is to be read. */
  get frame() {
    return { crs: this.crs, northFirst: false, closing: this.source.closing };
  }

  /** The shape with x first, and all of it in one zone. */
  placedShape(shape: RawShape): RawShape {
    const placedRing = (ring: RawRing) => ({ ...ring, corners: placed(ring.corners, this.decided) });
    return shape.roles === "given"
      ? { roles: "given", parts: shape.parts.map((rings) => rings.map(placedRing)) }
      : { roles: "by-containment", rings: shape.rings.map(placedRing) };
  }

  /** A box of longitudes and latitudes as a box in this CRS that holds it. */
  boxFromLonLat(box: Box): Box {
    return boxIn(box, DEGREES, this.crs);
  }

  /** Corners may carry different zones, so that a box of one of them says nothing of the others. */
  get spansZones(): boolean {
    if (this.crs.kind === "geographic" || !this.crs.prefixed) return false;
    const { minX, maxX } = this.inFileNumbers(this.source.evidence.range);
    return zoneOf(minX) !== zoneOf(maxX);
  }

  /** Whether a shape of the file has numbers that are nowhere in China. */
  isStray(shape: RawShape): boolean {
    return this.hasStrays && !areInChina(this.boxOfShape(shape), this.decided);
  }

  /** The same box by the order of numbers in the file. */
  inFileNumbers({ minX, minY, maxX, maxY }: Box): Box {
    return this.decided.northFirst
      ? { minX: minY, minY: minX, maxX: maxY, maxY: maxX }
      : { minX, minY, maxX, maxY };
  }

  /** The box around a shape's corners. */
  boxOfShape(shape: RawShape): Box {
    return boxOf(rawRingsOf(shape).map(({ corners }) => corners));
  }

  /** The polygons of a layer's placed shape; of an unsound one each ring as a polygon, with the fault. */
  layerPolygons(shape: RawShape): Pick<LayerFeature, "polygons" | "fault"> {
    const made = layerPolygons(shape, this.frame);
    if ("polygons" in made) return { polygons: made.polygons };
    const [fault] = made.problems;
    const polygons = made.unchecked.map((shell) => ({ shell, holes: [] }));
    return fault === undefined ? { polygons } : { polygons, fault };
  }
}

/** Decides the CRS of a source, or refuses it. Throws `Unusable`. */
export function decideSource(source: SpatialSource, option: string | undefined): DecidedSource {
  const { range } = source.evidence;
  if (range.minX > range.maxX)
    unusable({
      file: source.file,
      message: words("文件中没有图形", "the file holds no geometry"),
      remedy: words("检查是否导出了面要素", "check that polygons were exported"),
    });
  const decided = decideCrs({ ...source.evidence, ...(option === undefined ? {} : { option }) });
  if ("refused" in decided) unusable({ file: source.file, message: decided.refused, remedy: decided.remedy });
  return new DecidedSource(source, {
    ...decided,
    assumed: [...statedByUser(option), ...decided.assumed],
  });
}

export function rawRingsOf(shape: RawShape): readonly RawRing[] {
  return shape.roles === "given" ? shape.parts.flat() : shape.rings;
}
