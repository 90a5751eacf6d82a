import type { CaseReport } from "../model/report.ts";
import { NO_APPROVAL, OLD_FIGURES, type SuggestedPart } from "../model/suggestion.ts";
import { joinWords } from "../model/words.ts";
import { rounded } from "./geojson.ts";

/**
 * Suggested boundaries as a GeoJSON collection, in pieces to be written one after the other: longitude
 * and latitude (RFC 7946), or a projected CRS named in the old `crs` member that GIS programs read.
 */
export function suggestionFile(reports: readonly CaseReport[]): readonly string[] {
  const parts = reports.flatMap(({ application, plan, suggestion }) =>
    suggestion === undefined || "none" in suggestion
      ? []
      : suggestion.parts.map((part, index) => ({ application, plan, part, rank: index + 1 })),
  );
  const epsg = parts[0]?.part.coordinates.epsg;
  const crs =
    epsg === undefined
      ? ""
      : `"crs":${JSON.stringify({ type: "name", properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } })},\n`;
  const features = parts.map(({ application, plan, part, rank }) => ({
    type: "Feature",
    properties: { role: "suggestion", rank, application: application.id, plan: plan.id, ...partJson(part) },
    geometry: { type: "MultiPolygon", coordinates: rounded(part.coordinates.polygons) },
  }));
  return [
    `{"type":"FeatureCollection",\n${crs}"notice":${JSON.stringify(NOTICE)},\n"features":[\n`,
    features
      .map((feature) => JSON.stringify({ ...feature, properties: { ...feature.properties, notice: NOTICE } }))
      .join(",\n"),
    "\n]}\n",
  ];
}

/** What suggestions are and what they rest on, in every form that programs read. */
export const NOTICE = joinWords([NO_APPROVAL, OLD_FIGURES], "；", "; ");

/** One part as data: how large it is, the verdict it would get, and what stands against it. */
export function partJson({ areaKm2, share, verdict, open }: SuggestedPart): object {
  return {
    areaKm2: areaKm2.toFixed(4),
    share: Number(share.toFixed(6)),
    verdict,
    open: open.map(({ rule, outcome, clauses, message }) => ({
      rule,
      outcome,
      clauses: clauses.map(({ id }) => id),
      message: message(),
    })),
  };
}
