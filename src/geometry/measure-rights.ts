import type { Fact } from "../model/facts.ts";
import type { MeasuredRight, MeasuredSite } from "../model/measured-site.ts";
import { hasEnded } from "../model/register.ts";
import type { Right } from "../model/terms.ts";
import { words } from "../model/words.ts";
import type { Layer, LayerFeature } from "./layer.ts";
import type { Question } from "./measure.ts";
import { faulty, isSound, km2, type Meeting, type Site } from "./site.ts";
import { decided } from "./survey-fact.ts";

/**
 * The existing rights that the site overlaps (已设矿业权重叠), without ended ones and without those that
 * the application grows from. A right of several features, or in several layers, is one right.
 */
export function measureRights(
  site: Site,
  layers: readonly Layer[],
  { holder, ownRights, baseHolder }: Pick<Question, "holder" | "ownRights" | "baseHolder">,
): Fact<readonly MeasuredRight[]> | undefined {
  if (layers.length === 0) return undefined;
  // Whoever names another's licence as his own doesn't make its overlap go away.
  const isOwn: IsOwn = (id, holders) =>
    id !== undefined &&
    ownRights.includes(id) &&
    (baseHolder === "transferor" ||
      (holder === undefined || holders.length === 0
        ? baseHolder === "applicant"
        : holders.every((one) => same(one, holder))));
  const survey = site.survey(
    words("已设矿业权", "existing right"),
    "right",
    layers.map((layer) => concerned(layer, isOwn)),
  );
  const rights = byRight(survey.meetings)
    .filter(({ id, holders }) => !isOwn(id, holders))
    .map(({ meetings, ...one }) => ({ ...one, ...site.together(meetings) }))
    .filter(({ touched }) => touched)
    .map(
      ({ m2, id, right, holders }): MeasuredRight => ({
        overlapKm2: km2(m2),
        ...(id === undefined ? {} : { id }),
        ...(right === undefined ? {} : { right }),
        ...(holders.length === 0 || holder === undefined
          ? {}
          : { sameHolder: holders.every((one) => same(one, holder)) }),
      }),
    );
  // Behind the applicant's own rights, one of another holder may be hidden.
  const isForeign = rights.some(({ sameHolder }) => sameHolder === false);
  return decided(rights, !isForeign, survey, layers);
}

/** The rights that the application grows from, taken together; undefined where one of them isn't drawn. */
export function measureBase(
  site: Site,
  layers: readonly Layer[],
  { ownRights }: Pick<Question, "ownRights">,
): MeasuredSite["base"] {
  const drawn = layers.flatMap((layer) =>
    layer.features.map((feature) => ({ feature, layer, id: describe({ feature, layer }).id })),
  );
  // Where two layers have the same right, the first is taken at its word.
  const own = ownRights.map((wanted) => {
    const all = drawn.filter(({ id }) => id === wanted);
    return all.filter(({ layer }) => layer === all[0]?.layer);
  });
  if (own.length === 0 || own.some((one) => one.length === 0)) return undefined;
  const features = own.flat();
  const doubts = features.flatMap(({ feature, layer }) => (isSound(feature) ? [] : [faulty(feature, layer)]));
  const all = features.flatMap(({ feature, layer }) => site.polygonsOf(feature, layer));
  const from = layers.filter((layer) => features.some((one) => one.layer === layer));
  return {
    within: decided(site.isCovered(site.common(all)), true, { doubts }, from),
    ...(doubts.length > 0 ? {} : { areaKm2: km2(site.areaOf(all)) }),
  };
}

type IsOwn = (id: string | undefined, holders: readonly string[]) => boolean;

/** Without what can't bear on the answer: ended rights, and own ones that aren't sound. */
function concerned(layer: Layer, isOwn: IsOwn): Layer {
  const features = layer.features.filter((feature) => {
    const { id, holder, ended } = describe({ feature, layer });
    return !ended && (isSound(feature) || !isOwn(id, holder === undefined ? [] : [holder]));
  });
  return { ...layer, features };
}

interface MetRight {
  readonly id?: string | undefined;
  readonly right?: Right | undefined;
  /** As each of the layers names it. */
  readonly holders: readonly string[];
  readonly meetings: readonly Meeting[];
}

/** The features of each right; one without a number stands for itself. */
function byRight(meetings: readonly Meeting[]): readonly MetRight[] {
  const rights = new Map<unknown, MetRight>();
  for (const meeting of meetings) {
    const { id, right, holder } = describe(meeting);
    const key = id ?? meeting;
    const before = rights.get(key);
    rights.set(key, {
      id,
      right: before?.right ?? right,
      holders: [...(before?.holders ?? []), ...(holder === undefined ? [] : [holder])],
      meetings: [...(before?.meetings ?? []), meeting],
    });
  }
  return [...rights.values()];
}

interface Described {
  readonly id?: string;
  readonly right?: Right;
  readonly holder?: string;
  readonly ended: boolean;
}

/** What the layer says of the right that a feature stands for. */
function describe({ feature, layer }: { feature: LayerFeature; layer: Layer }): Described {
  if (layer.subject.of !== "existing-right") return { ended: false };
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
