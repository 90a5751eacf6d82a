import type { Fact } from "../model/facts.ts";
import type { MeasuredRight, MeasuredSite } from "../model/measured-site.ts";
import { hasEnded } from "../model/register.ts";
import type { Right } from "../model/terms.ts";
import { words } from "../model/words.ts";
import type { Layer, LayerFeature } from "./layer.ts";
import type { Question } from "./measure.ts";
import type { Polygon } from "./shape.ts";
import { km2, type Meeting, type Site, type Survey } from "./site.ts";
import { decided } from "./survey-fact.ts";

/**
 * The existing rights that the site overlaps (已设矿业权重叠), without ended ones and without those that
 * the application grows from.
 */
export function measureRights(
  site: Site,
  layers: readonly Layer[],
  question: RightsQuestion,
): Fact<readonly MeasuredRight[]> | undefined {
  if (layers.length === 0) return undefined;
  const survey = surveyRights(site, layers);
  const rights = overlappedRights(site, survey, layers, question).map(({ right }) => right);
  return decided(rights, rights.length === 0, survey, layers);
}

type RightsQuestion = Pick<Question, "holder" | "ownRights">;

export function surveyRights(site: Site, layers: readonly Layer[]): Survey {
  return site.survey(words("已设矿业权", "existing right"), "right", layers);
}

/** Each overlapped right with the ground in common. */
export function overlappedRights(
  site: Site,
  survey: Survey,
  layers: readonly Layer[],
  { holder, ownRights }: RightsQuestion,
): readonly { readonly meeting: Meeting; readonly right: MeasuredRight }[] {
  return survey.meetings
    .filter(({ m2, polygons }) => site.isTouched(m2, polygons))
    .map((meeting) => ({ meeting, ...describe(meeting.feature, layers) }))
    .filter(({ ended, id }) => !ended && (id === undefined || !ownRights.includes(id)))
    .map(({ meeting, id, right, holder: other }) => ({
      meeting,
      right: {
        overlapKm2: km2(meeting.m2),
        ...(id === undefined ? {} : { id }),
        ...(right === undefined ? {} : { right }),
        ...(other === undefined || holder === undefined ? {} : { sameHolder: same(other, holder) }),
      },
    }));
}

/** The rights that the application grows from, taken together; undefined where one of them isn't drawn. */
export function measureBase(
  site: Site,
  layers: readonly Layer[],
  question: RightsQuestion,
): MeasuredSite["base"] {
  const all = baseOf(site, layers, question);
  if (all === undefined) return undefined;
  const area = site.areaOf(all);
  const within = site.isCovered(site.common(all));
  return { areaKm2: km2(area), within: decided(within, false, NO_DOUBT, layers) };
}

/** The ground of those rights, in the site's plane. */
export function baseOf(
  site: Site,
  layers: readonly Layer[],
  { ownRights }: RightsQuestion,
): readonly Polygon[] | undefined {
  const own = layers.flatMap((layer) =>
    layer.features
      .filter((feature) => ownRights.includes(describe(feature, layers).id ?? ""))
      .map((feature) => ({ feature, polygons: site.polygonsOf(feature, layer), fault: feature.fault })),
  );
  const found = new Set(own.map(({ feature }) => describe(feature, layers).id));
  if (ownRights.length === 0 || found.size < ownRights.length || own.some(({ fault }) => fault !== undefined))
    return undefined;
  return own.flatMap(({ polygons }) => polygons);
}

const NO_DOUBT = { doubts: [] };

interface Described {
  readonly id?: string;
  readonly right?: Right;
  readonly holder?: string;
  readonly ended: boolean;
}

function describe(feature: LayerFeature, layers: readonly Layer[]): Described {
  const layer = layers.find(({ features }) => features.includes(feature));
  if (layer?.subject.of !== "existing-right") return { ended: false };
  const { fields, right } = layer.subject;
  const told = (field: string | undefined) => {
    const value = field === undefined ? undefined : feature.attributes[field];
    const text = value === undefined || value === null ? "" : String(value).trim();
    return text === "" ? undefined : text;
  };
  const [id, holder, status] = [told(fields.id), told(fields.holder), told(fields.status)];
  return {
    ended: status !== undefined && hasEnded(status),
    ...(id === undefined ? {} : { id }),
    ...(right === undefined ? {} : { right }),
    ...(holder === undefined ? {} : { holder }),
  };
}

function same(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize("NFKC").replace(/\s+/g, "");
  return plain(a) === plain(b);
}
