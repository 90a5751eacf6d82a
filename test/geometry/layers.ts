import { TOLERANCE } from "../../src/geometry/overlay/relation.ts";
import type { Boundary } from "../../src/geometry/shape/boundary.ts";
import { boxOf, type Polygon, ringsOf } from "../../src/geometry/shape/shape.ts";
import { listed } from "../../src/geometry/site/features.ts";
import type { Layer, LayerFeature, LayerSubject } from "../../src/geometry/site/layer.ts";
import { measureSite, type Question } from "../../src/geometry/site/measure.ts";
import type { Fact } from "../../src/model/facts.ts";
import type { MeasuredSite } from "../../src/model/measured-site.ts";
import type { Zone } from "../../src/model/plan.ts";
import { words } from "../../src/model/words.ts";
import { rectangle } from "../support/shapes.ts";
import { GK, ORIGIN } from "./support.ts";

/** A rectangle in metres about the origin. */
export function at(minX: number, minY: number, maxX: number, maxY: number): Polygon {
  const [x, y] = ORIGIN;
  return rectangle(x + minX, y + minY, x + maxX, y + maxY);
}

export function feature(
  polygon: Polygon,
  attributes: LayerFeature["attributes"] = {},
  fault?: string,
): LayerFeature {
  return {
    place: words(`图形${attributes["id"] ?? ""}`, `feature ${attributes["id"] ?? ""}`),
    attributes,
    polygons: [polygon],
    box: boxOf(ringsOf([polygon])),
    ...(fault === undefined
      ? {}
      : { fault: { fault: "self-crossing", message: words(fault, fault), remedy: words("改", "correct") } }),
  };
}

export function layer(
  subject: LayerSubject,
  features: readonly LayerFeature[],
  more: Partial<Layer> = {},
): Layer {
  return {
    subject,
    crs: GK,
    source: words("图层.shp", "图层.shp"),
    said: words("CGCS2000", "CGCS2000"),
    field: "layers.test",
    features: listed(features),
    names: new Set(),
    extent: boxOf(features.flatMap(({ polygons }) => ringsOf(polygons))),
    unplaced: [],
    strays: [],
    ...more,
  };
}

/** The site: a hectare at the origin. */
export const SITE: Boundary = { polygons: [at(0, 0, 100, 100)], crs: GK, account: [] };

/** Of a mine that grows from no other right, by a plan without zones. */
export const QUESTION: Question = {
  right: "mining",
  ownRights: [],
  baseHolder: "applicant",
  county: { code: "411322", name: "方城县", en: "Fangcheng County", aliases: ["方城"] },
  zones: { named: () => undefined, ofKind: () => [] },
  tolerance: TOLERANCE,
};

/** What is measured of {@link SITE}, by a plan with these zones. */
export function measured(
  layers: readonly Layer[],
  zones: readonly Zone[] = [],
  question: Partial<Question> = {},
): MeasuredSite {
  return measureSite(SITE, layers, {
    ...QUESTION,
    zones: {
      named: (name) => zones.find((zone) => zone.name === name),
      ofKind: (kind) => zones.filter((zone) => zone.kind === kind),
    },
    ...question,
  });
}

/** A fact in a word: its value, or `open` with the reason. */
export function brief(fact: Fact<unknown> | undefined): string {
  if (fact === undefined) return "unmeasured";
  return fact.known ? String(fact.value) : `open: ${fact.missing.map(({ why }) => why.en).join("; ")}`;
}
