import { type Crs, type DecidedCrs, isRefused } from "../../geometry/crs.ts";
import { decideCrs } from "../../geometry/decide-crs.ts";
import { layerPolygons } from "../../geometry/polygons.ts";
import { project } from "../../geometry/project.ts";
import type { RawRing, RawShape } from "../../geometry/raw.ts";
import { type Box, boxOf, ringsOf } from "../../geometry/shape.ts";
import { words } from "../../model/words.ts";
import { unusable } from "../problem.ts";
import type { SpatialSource } from "./source.ts";

const DEGREES: Crs = { kind: "geographic", datum: "CGCS2000" };

/** A source whose CRS is decided: what its numbers mean. */
export class DecidedSource {
  constructor(
    readonly source: SpatialSource,
    readonly decided: DecidedCrs,
  ) {}

  get crs(): Crs {
    return this.decided.crs;
  }

  get frame() {
    const { crs, northFirst } = this.decided;
    return { crs, northFirst, closing: this.source.closing };
  }

  /** A box of longitudes and latitudes as a box in this CRS that holds it. */
  boxFromLonLat(box: Box): Box {
    return boxOf(ringsOf(project([rectangle(box)], DEGREES, this.crs)));
  }

  /** The same box by the order of numbers in the file. */
  inFileNumbers({ minX, minY, maxX, maxY }: Box): Box {
    return this.decided.northFirst
      ? { minX: minY, minY: minX, maxX: maxY, maxY: maxX }
      : { minX, minY, maxX, maxY };
  }

  boxOfShape(shape: RawShape): Box {
    return this.inFileNumbers(boxOf(rawRingsOf(shape).map(({ corners }) => corners)));
  }

  layerPolygons(shape: RawShape) {
    return layerPolygons(shape, this.frame);
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
  if (isRefused(decided)) unusable({ file: source.file, message: decided.refused, remedy: decided.remedy });
  return new DecidedSource(source, decided);
}

function rawRingsOf(shape: RawShape): readonly RawRing[] {
  return shape.roles === "given" ? shape.parts.flat() : shape.rings;
}

function rectangle({ minX, minY, maxX, maxY }: Box) {
  return { shell: Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY), holes: [] };
}
