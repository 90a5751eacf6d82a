import type { Place } from "../casework/ground.ts";
import { withoutMeasured } from "../engine/undeclared.ts";
import type { Crs } from "../geometry/crs/crs.ts";
import { codeOf } from "../geometry/crs/crs-from-code.ts";
import { DEGREES, project } from "../geometry/crs/project.ts";
import { ringLists } from "../geometry/overlay/outline.ts";
import type { Boundary } from "../geometry/shape/boundary.ts";
import { measureSite } from "../geometry/site/measure.ts";
import { possibleMoves } from "../geometry/site/moves.ts";
import { km2, Site } from "../geometry/site/site.ts";
import { type Move, partsOf, trim } from "../geometry/site/trim.ts";
import type { Application } from "../model/application.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { CaseReport } from "../model/report.ts";
import { failsBy, isOpen, restsOn } from "../model/rests-on.ts";
import type { PlacedPolygons, SuggestedCut, SuggestedPart, Suggestion } from "../model/suggestion.ts";
import {
  LEAST_SHARE,
  NO_COORDINATES,
  NOT_BY_PLACE,
  nothingLeft,
  PASSES,
  TOO_SMALL,
  UNDRAWN,
} from "./no-suggestion.ts";

/** Decides the same case for another boundary. */
export type DecideAgain = (application: Application, location: MeasuredSite) => CaseReport;

/** More rounds than there are kinds of layers that could ask for one, each twice. */
const ROUNDS = 40;
/** Metres of distance to a border, the first time and when rounding left too much in common. */
const MARGINS = [0, 1e-3, 1e-2, 0.1];

/**
 * The CRS that suggested boundaries are written in: their own, so that corners stay as they were and edges
 * straight; boundaries in several, which one GeoJSON file can't hold, in degrees.
 */
export function crsFor(places: Iterable<Place>): Crs {
  const codes = new Map([...places].map(({ boundary: { crs } }) => [codeOf(crs), crs]));
  const [only, another] = codes.values();
  return another === undefined ? (only ?? DEGREES) : DEGREES;
}

/**
 * Takes off a boundary what stands against it by where it lies, and decides again what is left. Layers and
 * what they ask for follow from the findings; where it isn't plain what would help (which zone, in or
 * out), what helps and leaves the largest part is chosen by trying.
 */
export function suggest(
  { verdict, application, plan, location }: CaseReport,
  place: Place | undefined,
  crs: Crs,
  file: string,
  decide: DecideAgain,
): Suggestion {
  if (place === undefined || location === undefined) return NO_COORDINATES;
  if (verdict === "pass") return PASSES;
  const { layers, question } = place;
  const state = (boundary: Boundary): State => {
    const measured = measureSite(boundary, layers, question);
    const { application: asMeasured, setAside } = withoutMeasured(application, measured, plan);
    return { boundary, location: measured, setAside, report: decide(asMeasured, measured) };
  };
  const polygons = place.boundary.polygons.map((one) => project(one, place.boundary.crs, crs));
  const whole: Boundary = { polygons, crs, account: [] };
  const { tolerance } = question;
  const all = new Site(whole, tolerance);
  const taken = new Map<string, number>();
  const cuts: SuggestedCut[] = [];
  let at = state(whole);
  for (let round = 0; round < ROUNDS; round++) {
    const next = nextStep(at, new Site(at.boundary, tolerance), place, state, taken);
    if (next === undefined) break;
    if (next === "undrawn") return UNDRAWN;
    cuts.push(next.cut);
    if (next.left.length === 0) return nothingLeft(next.cut);
    at = state({ ...whole, polygons: next.left });
  }
  if (cuts.length === 0) return NOT_BY_PLACE;
  const left = new Site(at.boundary, tolerance).m2;
  const parts = partsOf(at.boundary.polygons, crs)
    .map((part) => ({ ...whole, polygons: [part] }))
    .filter((part) => new Site(part, tolerance).m2 >= LEAST_SHARE * all.m2)
    .map((part) => partOf(state(part), all));
  const [best] = parts;
  if (best === undefined) return TOO_SMALL;
  const sum = parts.reduce((km, { areaKm2 }) => km.plus(areaKm2), km2(0));
  const besides = km2(left).minus(sum);
  return {
    cuts: merged(cuts),
    parts,
    besidesKm2: besides.gt(0) ? besides : km2(0),
    setAside: at.setAside,
    file,
  };
}

interface State {
  readonly boundary: Boundary;
  readonly location: MeasuredSite;
  readonly setAside: readonly string[];
  readonly report: CaseReport;
}

interface Step {
  readonly cut: SuggestedCut;
  readonly left: Boundary["polygons"];
}

function nextStep(
  { report, boundary }: State,
  site: Site,
  { layers, question }: Place,
  state: (boundary: Boundary) => State,
  taken: Map<string, number>,
): Step | "undrawn" | undefined {
  const open = report.findings.filter(isOpen);
  const key = ({ how, field, subject }: Move) => `${how} ${field} ${subject.zh}`;
  const moves = possibleMoves(site, layers, question).filter(
    (move) =>
      open.some((finding) => restsOn(finding, move.field)) && (taken.get(key(move)) ?? 0) < MARGINS.length,
  );
  const stepBy = (move: Move): Step | "undrawn" => {
    const left = trim(site, move, MARGINS[taken.get(key(move)) ?? 0] ?? 0);
    if (left === undefined) return "undrawn";
    const clauses = open.flatMap((one) => (restsOn(one, move.field) ? one.clauses : []));
    const gone = site.m2 - site.areaOf(left);
    return { left, cut: { how: move.how, subject: move.subject, km2: km2(Math.max(0, gone)), clauses } };
  };
  const take = (move: Move) => taken.set(key(move), (taken.get(key(move)) ?? 0) + 1);
  const certain = moves.find((move) => move.certain);
  if (certain !== undefined) {
    const step = stepBy(certain);
    take(certain);
    return step;
  }
  const tried = moves.flatMap((move) => {
    const step = stepBy(move);
    if (step === "undrawn" || step.left.length === 0) return [];
    const after = state({ ...boundary, polygons: step.left }).report;
    const against = (one: CaseReport) =>
      one.findings.filter((finding) => isOpen(finding) && failsBy(finding, move.field)).length;
    return against(after) < against(report) ? [{ move, step, m2: largest(site, step.left) }] : [];
  });
  const [best] = tried.sort((a, b) => b.m2 - a.m2);
  if (best === undefined) return undefined;
  take(best.move);
  return best.step;
}

function largest(site: Site, polygons: Boundary["polygons"]): number {
  return Math.max(...polygons.map((one) => site.areaOf([one])));
}

function partOf({ boundary, location, report }: State, all: Site): SuggestedPart {
  const { crs, polygons } = boundary;
  const coordinates: PlacedPolygons = {
    ...(crs.kind === "geographic" ? {} : { epsg: codeOf(crs) }),
    polygons: ringLists(polygons),
  };
  return {
    coordinates,
    areaKm2: location.areaKm2,
    share: new Site(boundary, all.tolerance).m2 / all.m2,
    verdict: report.verdict,
    open: report.findings.filter(isOpen),
  };
}

/** What was taken off in several goes at one border is told once. */
function merged(cuts: readonly SuggestedCut[]): readonly SuggestedCut[] {
  const byGround = new Map<string, SuggestedCut>();
  for (const cut of cuts) {
    const key = `${cut.how} ${cut.subject.zh}`;
    const before = byGround.get(key);
    const clauses = [...(before?.clauses ?? []), ...cut.clauses];
    byGround.set(key, {
      ...cut,
      km2: before === undefined ? cut.km2 : before.km2.plus(cut.km2),
      clauses: clauses.filter(({ id }, index) => clauses.findIndex((one) => one.id === id) === index),
    });
  }
  return [...byGround.values()];
}
