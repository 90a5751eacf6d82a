import type { Fact } from "../../model/facts.ts";
import type { MeasuredRight, MeasuredSite } from "../../model/measured-site.ts";
import { hasEnded, hasExpired } from "../../model/register.ts";
import { RIGHTS, type Right } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";
import type { Polygon } from "../shape/shape.ts";
import { sifted, textIn } from "./features.ts";
import type { Layer, LayerFeature } from "./layer.ts";
import { faulty, isSound } from "./layer-doubts.ts";
import type { Question } from "./measure.ts";
import type { Meeting, Survey } from "./meeting.ts";
import { km2, type Site } from "./site.ts";
import { sliverOf } from "./sliver.ts";
import { decided, leftOpen, overlapsBy, sliverOn, sticksOut } from "./survey-fact.ts";

/**
 * The existing rights that the site overlaps (已设矿业权重叠), without ended ones and without those that
 * the application grows from. A right of several features, or in several layers, is one right.
 */
export function measureRights(
  site: Site,
  layers: readonly Layer[],
  asked: Asked,
): Fact<readonly MeasuredRight[]> | undefined {
  if (layers.length === 0) return undefined;
  const { survey, rights } = overlappedRights(site, layers, asked);
  const slivers: Words[] = [];
  const found = rights.flatMap(({ right, meetings, m2 }) => {
    const sliver = right.sameHolder === true ? undefined : sliverOf(site, "in-common", () => m2, meetings);
    if (sliver === undefined) return [right];
    const from = layers.filter((layer) => meetings.some((one) => one.layer.source === layer.source));
    slivers.push(sliverOn(from, sliver, overlapsBy(named(right))));
    return [];
  });
  // Behind the applicant's own rights, one of another holder may be hidden.
  const isForeign = found.some(({ sameHolder }) => sameHolder === false);
  return decided(found, !isForeign, { doubts: [...slivers, ...survey.doubts] }, layers);
}

/** Each overlapped right with the features that it has in common with the site. */
export function overlappedRights(
  site: Site,
  layers: readonly Layer[],
  asked: Asked,
): {
  readonly survey: Survey;
  readonly rights: readonly {
    readonly right: MeasuredRight;
    readonly meetings: readonly Meeting[];
    readonly m2: number;
  }[];
} {
  const { holder } = asked;
  const isOwn = ownBy(asked);
  const survey = site.survey(
    words("已设矿业权", "existing right"),
    "right",
    layers.map((layer) => concerned(layer, isOwn)),
  );
  const rights = byRight(survey.meetings)
    .filter(({ id, holders }) => !isOwn(id, holders))
    .map(({ meetings, ...one }) => ({ ...one, ...site.together(meetings) }))
    .filter(({ touched }) => touched)
    .map(({ m2, id, right, holders, meetings }) => ({
      meetings,
      m2,
      right: {
        overlapKm2: site.shown(m2),
        ...(id === undefined ? {} : { id }),
        ...(right === undefined ? {} : { right }),
        ...(holders.length === 0 || holder === undefined
          ? {}
          : { sameHolder: holders.every((one) => same(one, holder)) }),
      },
    }));
  return { survey, rights };
}

/** The rights that the application grows from, taken together; undefined where one of them isn't drawn. */
export function measureBase(
  site: Site,
  layers: readonly Layer[],
  { ownRights }: Pick<Question, "ownRights">,
): MeasuredSite["base"] {
  const own = baseFeatures(layers, ownRights);
  if (own === undefined) return undefined;
  const doubts = own.flatMap(({ feature, layer }) => (isSound(feature) ? [] : [faulty(feature, layer)]));
  const all = own.flatMap(({ feature, layer }) => site.wholeOf(feature, layer));
  const from = layers.filter((layer) => own.some((one) => one.layer === layer));
  const m2 = site.common(all);
  const covered = site.isCovered(m2);
  const meetings = own.map((one) => ({ ...one, polygons: site.wholeOf(one.feature, one.layer), m2 }));
  const sliver = covered ? undefined : sliverOf(site, "beyond", () => site.m2 - m2, meetings);
  return {
    within:
      sliver === undefined
        ? decided(covered, true, { doubts }, from)
        : leftOpen(sliver, sticksOut(words("原矿业权", "the existing right")), { doubts }, from),
    ...(doubts.length > 0 ? {} : { areaKm2: km2(site.areaOf(all)) }),
  };
}

/** The ground of those rights, in the site's plane; undefined where it isn't known. */
export function baseGround(
  site: Site,
  layers: readonly Layer[],
  { ownRights }: Pick<Question, "ownRights">,
): readonly Polygon[] | undefined {
  const own = baseFeatures(layers, ownRights);
  if (own === undefined || own.some(({ feature }) => !isSound(feature))) return undefined;
  return own.flatMap(({ feature, layer }) => site.wholeOf(feature, layer));
}

function baseFeatures(
  layers: readonly Layer[],
  ownRights: readonly string[],
): readonly { readonly feature: LayerFeature; readonly layer: Layer }[] | undefined {
  // Where two layers have the same right, the first is taken at its word.
  const own = ownRights.map((wanted) => {
    for (const layer of layers) {
      const { subject } = layer;
      const column = subject.of === "existing-right" ? subject.fields.id : undefined;
      const found = column === undefined ? [] : layer.features.having(column, wanted);
      if (found.length > 0) return found.map((feature) => ({ feature, layer }));
    }
    return [];
  });
  return own.length === 0 || own.some((one) => one.length === 0) ? undefined : own.flat();
}

export type Asked = Pick<Question, "holder" | "ownRights" | "baseHolder" | "registeredHolders">;

export function named({ id, right }: Pick<MetRight, "id" | "right">): Words {
  const kind = right === undefined ? words("矿业权", "an existing right") : RIGHTS[right];
  return id === undefined ? kind : words(`${kind.zh}${id}`, `${kind.en} ${id}`);
}

/** Whoever names another's licence as his own doesn't make its overlap go away. */
export function ownBy({ holder, ownRights, baseHolder, registeredHolders }: Asked): IsOwn {
  return (id, holders) => {
    if (id === undefined || !ownRights.includes(id)) return false;
    if (baseHolder === "transferor") return true;
    const named = [...holders, ...(registeredHolders?.get(id) ?? [])];
    if (named.length === 0) return baseHolder !== "open";
    return holder === undefined ? baseHolder === "applicant" : named.every((one) => same(one, holder));
  };
}

type IsOwn = (id: string | undefined, holders: readonly string[]) => boolean;

/** Without what can't bear on the answer: ended rights, and own ones that aren't sound. */
export function concerned(layer: Layer, isOwn: IsOwn): Layer {
  const features = sifted(layer.features, (feature) => {
    const { id, holder, ended, expired } = describe({ feature, layer });
    const own = isOwn(id, holder === undefined ? [] : [holder]);
    if (ended || (own && !isSound(feature))) return undefined;
    return expired === undefined || own ? feature : { ...feature, unsure: expiredWords(expired) };
  });
  return { ...layer, features };
}

function expiredWords(status: string): Words {
  return words(
    `的状态为“${status}”，不知是否已办延续`,
    `its status is "${status}", and whether it was renewed isn't known`,
  );
}

export interface MetRight {
  readonly id?: string | undefined;
  readonly right?: Right | undefined;
  /** As each of the layers names it. */
  readonly holders: readonly string[];
  readonly meetings: readonly Meeting[];
}

/** The features of each right; one without a number stands for itself. */
export function byRight(meetings: readonly Meeting[]): readonly MetRight[] {
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
  /** The status by which its term is over. */
  readonly expired?: string;
}

/** What the layer says of the right that a feature stands for. */
function describe({ feature, layer }: { feature: LayerFeature; layer: Layer }): Described {
  if (layer.subject.of !== "existing-right") return { ended: false };
  const { fields, right } = layer.subject;
  const told = (field: string | undefined) => textIn(feature.attributes, field);
  const [id, holder, status] = [told(fields.id), told(fields.holder), told(fields.status)];
  return {
    ended: status !== undefined && hasEnded(status),
    ...(status !== undefined && hasExpired(status) ? { expired: status } : {}),
    ...(id === undefined ? {} : { id }),
    ...(right === undefined ? {} : { right }),
    ...(holder === undefined ? {} : { holder }),
  };
}

export function same(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize("NFKC").replace(/\s+/g, "");
  return plain(a) === plain(b);
}
