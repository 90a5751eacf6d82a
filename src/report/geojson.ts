import type { LonLatPolygons, MeasuredOverlap } from "../model/measured-site.ts";
import type { CaseReport } from "../model/report.ts";
import { restsOn } from "../model/rests-on.ts";
import type { Lang } from "../model/words.ts";
import type { ReportFormat } from "./format.ts";

/**
 * Boundaries and what they overlap as one GeoJSON collection (RFC 7946, longitude and latitude), for any
 * GIS: each boundary with its verdict, each area in common with its size and the findings that rest on it.
 */
export function geojsonFormat(lang: Lang): ReportFormat {
  return {
    open: '{"type":"FeatureCollection","features":[\n',
    one: (report) =>
      featuresOf(report, lang)
        .map((feature) => JSON.stringify(feature))
        .join(",\n"),
    between: ",\n",
    close: () => "\n]}\n",
  };
}

function featuresOf(report: CaseReport, lang: Lang): readonly object[] {
  const { location } = report;
  return [
    boundaryFeature(report),
    ...(location?.overlaps ?? []).map((one) => overlapFeature(one, report, lang)),
  ];
}

/** An application without coordinates is there all the same, without a geometry. */
function boundaryFeature({ application, plan, verdict, counts, location }: CaseReport): object {
  return feature(location?.outline, {
    role: "boundary",
    application: application.id,
    plan: plan.id,
    verdict,
    fail: counts.fail,
    review: counts.review,
    areaKm2: location === undefined ? null : Number(location.areaKm2.toFixed(4)),
  });
}

function overlapFeature(overlap: MeasuredOverlap, { application, findings }: CaseReport, lang: Lang): object {
  // Where layer and declaration contradict each other, what is open rests on the declared field.
  const fields = [overlap.field, DECLARED[overlap.key] ?? `site.constraints.${overlap.key}`];
  const resting = findings.filter((finding) => fields.some((field) => restsOn(finding, field)));
  return feature(overlap.outline(), {
    role: "overlap",
    application: application.id,
    subject: overlap.subject[lang],
    key: overlap.key,
    feature: overlap.feature[lang],
    areaKm2: Number(overlap.km2.toFixed(4)),
    areaM2: Number(overlap.km2.times(1_000_000).toFixed(2)),
    share: Number(overlap.share.toFixed(6)),
    withinTolerance: overlap.within,
    source: overlap.source[lang],
    findings: resting.map(({ rule, outcome, clauses }) => ({
      rule,
      outcome,
      clauses: clauses.map(({ id }) => id),
    })),
  });
}

/** The fields by which an application itself says where it lies. */
const DECLARED: Readonly<Record<string, string>> = {
  county: "site.inCounty",
  "arable-land": "site.arableLand",
  zone: "site.zones",
  block: "site.block.relation",
  right: "site.existingRights",
};

function feature(outline: LonLatPolygons | undefined, properties: object): object {
  const geometry = outline === undefined ? null : { type: "MultiPolygon", coordinates: rounded(outline) };
  return { type: "Feature", properties, geometry };
}

/** Decimals of a degree, or of a metre: 0.1 mm on the ground, far below what decides. */
const DECIMALS = 9;

/** Coordinates without the digits that calculating leaves behind. */
export function rounded(polygons: LonLatPolygons): LonLatPolygons {
  return polygons.map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]) => [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))] as const),
    ),
  );
}
