import type { Crs } from "../../geometry/crs/crs.ts";
import { crsName } from "../../geometry/crs/crs-name.ts";
import { outOfChina } from "../../geometry/crs/extent.ts";
import { polygonsFrom } from "../../geometry/rings/rings.ts";
import { checkStated } from "../../geometry/rings/stated.ts";
import type { Boundary } from "../../geometry/shape/boundary.ts";
import type { GeometryProblem } from "../../geometry/shape/problem.ts";
import type { RawFeature, RawShape } from "../../geometry/shape/raw.ts";
import type { AccountLine } from "../../model/measured-site.ts";
import { type Lang, type Words, words } from "../../model/words.ts";
import { type Problem, Unusable, unusable } from "../problem.ts";
import { type DecidedSource, rawRingsOf } from "./decide.ts";
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
  const refuse = (problems: readonly GeometryProblem[]) => {
    if (problems.length > 0) throw new UnsoundBoundary(problems, shape, decided);
  };
  refuse(statedProblems(features));
  refuse(outside(shape, decided.crs));
  const made = polygonsFrom(shape, decided.frame);
  if ("problems" in made) throw new UnsoundBoundary(made.problems, shape, decided);
  const statedKm2 = statedArea(features);
  return {
    polygons: made.polygons,
    crs: decided.crs,
    account: [...accountOf(decided, features.length), ...made.notes.map(assumed)],
    ...(statedKm2 === undefined ? {} : { statedKm2 }),
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

/** Numbers of corners and counts that a file states and doesn't keep to; numbers may run on between areas. */
function statedProblems(features: readonly RawFeature[]): readonly GeometryProblem[] {
  let before = 0;
  return features.flatMap(({ shape, stated }) => {
    if (shape === undefined) return [];
    const problems = checkStated(shape, stated, before);
    const labels = rawRingsOf(shape).flatMap((ring) => ring.labels ?? []);
    before = Math.max(before, ...labels.map((label) => Number(/\d+$/.exec(label)?.[0] ?? 0)));
    return problems;
  });
}

function outside(shape: RawShape, crs: Crs): readonly GeometryProblem[] {
  return rawRingsOf(shape).flatMap(({ corners }, index) => {
    // What isn't a number at all is for the check of rings to name.
    const problem = corners.every(Number.isFinite) ? outOfChina(corners, index + 1, crs) : undefined;
    return problem ?? [];
  });
}

/** The area that the file states of all its features together; undefined unless it states each. */
function statedArea(features: readonly RawFeature[]): number | undefined {
  const areas = features.map(({ stated }) => stated?.areaKm2);
  return areas.every((area) => area !== undefined) ? areas.reduce((sum, area) => sum + area, 0) : undefined;
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
