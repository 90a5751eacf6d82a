import type { Boundary } from "../../geometry/boundary.ts";
import type { Crs } from "../../geometry/crs.ts";
import { crsName } from "../../geometry/crs-name.ts";
import type { GeometryProblem } from "../../geometry/problem.ts";
import type { RawFeature, RawShape } from "../../geometry/raw.ts";
import { polygonsFrom } from "../../geometry/rings.ts";
import type { AccountLine } from "../../model/measured-site.ts";
import { type Lang, type Words, words } from "../../model/words.ts";
import { type Problem, Unusable, unusable } from "../problem.ts";
import type { DecidedSource } from "./decide.ts";
import { faultDrawing } from "./fault-drawing.ts";

/** A boundary whose rings aren't sound: nothing is decided by it, but it can be drawn. */
class UnsoundBoundary extends Unusable {
  constructor(
    private readonly faults: readonly GeometryProblem[],
    private readonly shape: RawShape,
    { source, crs }: DecidedSource,
  ) {
    super(faults.map((fault) => placed(fault, source.file)));
    this.name = "UnsoundBoundary";
    this.crs = crs;
  }
  private readonly crs: Crs;

  /** What is wrong, as GeoJSON. */
  drawing(lang: Lang): object {
    return faultDrawing(this.shape, this.faults, this.crs, lang);
  }
}

/** All features of a file as one boundary: a mine of several areas (多区块矿区). Throws `Unusable`. */
export async function wholeBoundary(decided: DecidedSource): Promise<Boundary> {
  const features: RawFeature[] = [];
  for await (const feature of decided.source.features()) features.push(feature);
  return boundaryOf(features, decided);
}

/** The boundary that some features of a file make up together. Throws `Unusable`. */
export function boundaryOf(features: readonly RawFeature[], decided: DecidedSource): Boundary {
  const { source } = decided;
  const shapes = features.flatMap(({ shape }) => shape ?? []);
  const empty = features.find(({ shape }) => shape === undefined);
  if (empty !== undefined || shapes.length === 0)
    unusable({
      file: source.file,
      message: words(
        `${empty?.place.zh ?? "文件"}没有图形`,
        `${empty?.place.en ?? "the file"} has no geometry`,
      ),
      remedy: words("补上该要素的范围，或删除该要素", "give it a boundary, or delete it"),
    });
  const shape = decided.placedShape(joined(shapes));
  const made = polygonsFrom(shape, decided.frame);
  if ("problems" in made) throw new UnsoundBoundary(made.problems, shape, decided);
  const stated = features.length === 1 ? features[0]?.stated : undefined;
  return {
    polygons: made.polygons,
    crs: decided.crs,
    account: [...accountOf(decided, features.length), ...made.notes.map(assumed)],
    ...(stated === undefined ? {} : { stated }),
  };
}

function joined(shapes: readonly RawShape[]): RawShape {
  const [only, another] = shapes;
  if (only !== undefined && another === undefined) return only;
  const parts = shapes.flatMap((shape) => (shape.roles === "given" ? shape.parts : []));
  if (parts.length > 0 && shapes.every(({ roles }) => roles === "given")) return { roles: "given", parts };
  return {
    roles: "by-containment",
    rings: shapes.flatMap((shape) => (shape.roles === "given" ? shape.parts.flat() : shape.rings)),
  };
}

/** What was read and concluded, for the report. */
function accountOf({ source, decided, crs }: DecidedSource, features: number): readonly AccountLine[] {
  const name = crsName(crs);
  const several =
    features > 1 ? words(`，${features} 个要素合为一个范围`, `, ${features} features as one`) : words("", "");
  const edges =
    crs.kind === "geographic"
      ? words("边为经纬度直线", "edges are straight in longitude and latitude")
      : words("边为投影平面直线", "edges are straight in the projected plane");
  return [
    {
      about: "file",
      says: words(
        `${source.file}（${source.format}${several.zh}）`,
        `${source.file} (${source.format}${several.en})`,
      ),
    },
    { about: "crs", says: words(`${name.zh}；${edges.zh}`, `${name.en}; ${edges.en}`) },
    ...[...decided.assumed, ...source.notes].map(assumed),
  ];
}

function assumed(says: Words): AccountLine {
  return { about: "assumed", says };
}

function placed({ line, message, remedy }: GeometryProblem, file: string): Problem {
  return { file, message, remedy, ...(line === undefined ? {} : { line, column: 1 }) };
}
