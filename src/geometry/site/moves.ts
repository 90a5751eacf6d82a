import { zoneWords } from "../../model/plan.ts";
import { CONSTRAINTS, keysOf } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";
import type { Polygon } from "../shape/shape.ts";
import type { Layer } from "./layer.ts";
import type { PlanZones, Question } from "./measure.ts";
import { baseGround, overlappedRights } from "./measure-rights.ts";
import { zoneDrawn } from "./measure-zones.ts";
import type { Meeting } from "./meeting.ts";
import type { Site } from "./site.ts";
import type { Move } from "./trim.ts";

/** Every way in which layers may ask the site to be smaller; what touches within tolerance asks nothing. */
export function possibleMoves(site: Site, layers: readonly Layer[], question: Question): readonly Move[] {
  const of = (...kinds: readonly Layer["subject"]["of"][]) =>
    layers.filter(({ subject }) => kinds.includes(subject.of));
  return [
    ...within(site, words("县域", "the county"), "county", of("county")),
    ...keysOf(CONSTRAINTS).flatMap((key) => {
      const own = of("constraint").filter(
        ({ subject }) => subject.of === "constraint" && subject.key === key,
      );
      return awayFrom(site, CONSTRAINTS[key], own);
    }),
    ...awayFrom(site, words("耕地", "arable land"), of("arable-land")),
    ...awayFromRights(site, of("existing-right"), question),
    ...base(site, of("existing-right"), question),
    ...zones(site, of("zone", "zone-kind"), question.zones),
    ...blocks(site, of("block"), question),
  ];
}

/** Kept out of the features that it really overlaps, or of all where only all together count. */
function awayFrom(site: Site, subject: Words, layers: readonly Layer[]): readonly Move[] {
  const survey = site.survey(subject, "trim", layers);
  if (!survey.touched) return [];
  const touched = survey.meetings.filter((meeting) => site.isMet(meeting));
  return [
    move("away", subject, layers, polygonsOf(site, touched.length > 0 ? touched : survey.meetings), true),
  ];
}

/** Rights of other holders, and those whose holder isn't known. */
function awayFromRights(site: Site, layers: readonly Layer[], question: Question): readonly Move[] {
  const foreign = overlappedRights(site, layers, question).rights.filter(
    ({ right }) => right.sameHolder !== true,
  );
  if (foreign.length === 0) return [];
  const polygons = polygonsOf(
    site,
    foreign.flatMap(({ meetings }) => meetings),
  );
  return [move("away", words("他人已设矿业权", "other holders' rights"), layers, polygons, true)];
}

function base(site: Site, layers: readonly Layer[], question: Question): readonly Move[] {
  const polygons = baseGround(site, layers, question);
  if (polygons === undefined || site.isCovered(site.common(polygons))) return [];
  return [move("within", words("原矿业权", "the existing right"), layers, polygons, false)];
}

/** Layers that stand together for one piece of ground. */
function within(site: Site, subject: Words, key: string, layers: readonly Layer[]): readonly Move[] {
  const survey = site.survey(subject, key, layers);
  if (!survey.touched || site.isCovered(survey.m2)) return [];
  return [move("within", subject, layers, polygonsOf(site, survey.meetings), key === "county")];
}

function zones(site: Site, layers: readonly Layer[], plan: PlanZones): readonly Move[] {
  const names = new Set(layers.map((layer) => zoneDrawn(layer, plan)));
  return [...names].flatMap((name) => {
    const own = layers.filter((layer) => zoneDrawn(layer, plan) === name);
    const subject = zoneWords(name);
    const isKind = own.some(({ subject: { of } }) => of === "zone-kind");
    const out = awayFrom(site, subject, own).map((one) => ({ ...one, certain: false }));
    return [...out, ...(isKind ? oneOf(site, subject, own) : within(site, subject, "zone", own))];
  });
}

function blocks(site: Site, layers: readonly Layer[], { right }: Question): readonly Move[] {
  const own = layers.filter(({ subject }) => subject.of === "block" && subject.right === right);
  return oneOf(site, words("规划区块", "planned block"), own);
}

/** Within one of several that the site reaches into: each is a way of its own. */
function oneOf(site: Site, subject: Words, layers: readonly Layer[]): readonly Move[] {
  const touched = site.survey(subject, "trim", layers).meetings.filter((one) => site.isMet(one));
  if (touched.some(({ m2 }) => site.isCovered(m2))) return [];
  return touched.map((one) => {
    const { place } = one.feature;
    const named = words(`${subject.zh}（${place.zh}）`, `${subject.en} (${place.en})`);
    return move("within", named, layers, polygonsOf(site, [one]), false);
  });
}

function move(
  how: Move["how"],
  subject: Words,
  [layer]: readonly Layer[],
  polygons: readonly Polygon[],
  certain: boolean,
): Move {
  return { how, subject, field: layer?.field ?? "layers", certain, polygons };
}

function polygonsOf(site: Site, meetings: readonly Meeting[]): readonly Polygon[] {
  return meetings.flatMap(({ feature, layer }) => site.wholeOf(feature, layer));
}
