import type { Citation } from "../../model/finding.ts";
import type { Change, Effect } from "../../model/plan-diff.ts";
import type { Point } from "../../model/reading.ts";
import { type Words, words } from "../../model/words.ts";

/** What differs between two lists of points, each with what it means for applicants. */
type PointChange = Pick<Change, "kind" | "effect" | "subject" | "from" | "to" | "old" | "new">;

/** A point with the clause of its own that it rests on, if it has one. */
export type CitedPoint = Point & { readonly clause?: Citation };

/** Points as they are compared: of one label and subject, in their order. */
export function keyed(points: readonly CitedPoint[]): ReadonlyMap<string, CitedPoint> {
  const found = new Map<string, CitedPoint>();
  for (const point of points) {
    const name = JSON.stringify([point.label.zh, point.of]);
    let nth = 0;
    while (found.has(`${name} ${nth}`)) nth += 1;
    found.set(`${name} ${nth}`, point);
  }
  return found;
}

/** Holds the points of one provision, zone or family of blocks against those of its successor. */
export function comparePoints(
  before: readonly CitedPoint[],
  after: readonly CitedPoint[],
): readonly PointChange[] {
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (is === undefined) return was === undefined ? [] : [gone(was)];
    if (was === undefined) return [come(is)];
    return sameWords(was.value, is.value) && sameLimit(was, is) ? [] : [altered(was, is)];
  });
}

/** A point that there was not before. */
export function come(point: CitedPoint): PointChange {
  return {
    kind: "added",
    effect: presence(point),
    subject: subjectOf(point),
    ...toward("to", point.value),
    ...toward("new", point.clause),
  };
}

/** A point that there is no more. */
export function gone(point: CitedPoint): PointChange {
  const effect = opposite(presence(point));
  return {
    kind: "removed",
    effect,
    subject: subjectOf(point),
    ...toward("from", point.value),
    ...toward("old", point.clause),
  };
}

function altered(was: CitedPoint, is: CitedPoint): PointChange {
  return {
    kind: "changed",
    effect: direction(was, is),
    subject: subjectOf(is),
    ...toward("from", was.value),
    ...toward("to", is.value),
    ...toward("old", was.clause),
    ...toward("new", is.clause),
  };
}

/** A limit that appears binds, whichever its side; of other points it is said which way they go. */
function presence({ limit, stricter }: CitedPoint): Effect {
  if (stricter === undefined) return "changed";
  return limit !== undefined || stricter === "more" ? "stricter" : "looser";
}

function opposite(effect: Effect): Effect {
  if (effect === "changed") return effect;
  return effect === "stricter" ? "looser" : "stricter";
}

/** Only figures that count the same can be told to be raised or lowered. */
function direction(was: CitedPoint, is: CitedPoint): Effect {
  const { limit: old } = was;
  const { limit: now, stricter } = is;
  const comparable = old !== undefined && now !== undefined && old.counts === now.counts;
  if (!comparable || stricter === undefined || old.value.eq(now.value)) return "changed";
  return now.value.gt(old.value) === (stricter === "more") ? "stricter" : "looser";
}

function sameLimit({ limit: a }: CitedPoint, { limit: b }: CitedPoint): boolean {
  return a === undefined || b === undefined ? a === b : a.counts === b.counts && a.value.eq(b.value);
}

function sameWords(a: Words | undefined, b: Words | undefined): boolean {
  return a?.zh === b?.zh && a?.en === b?.en;
}

function subjectOf({ label, of }: CitedPoint): Words {
  return of === undefined ? label : words(`${label.zh}（${of.zh}）`, `${label.en} (${of.en})`);
}

function toward<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}
