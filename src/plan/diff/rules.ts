import { decimal } from "../../model/decimal.ts";
import { type Citation, FORCES } from "../../model/finding.ts";
import { FORCE_WORDS } from "../../model/force-words.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { Change } from "../../model/plan-diff.ts";
import type { PointView, ProvisionView } from "../../model/plan-view.ts";
import type { Point } from "../../model/reading.ts";
import { joinWords, verbatim, type Words, words } from "../../model/words.ts";
import { provisionsOf, type ReadProvision } from "../read/provisions.ts";
import { paired } from "./pairs.ts";
import { type CitedPoint, come, comparePoints, gone, keyed } from "./points.ts";

/** What the rules' sections of two plans differ in: limits, lists, scopes, forces, whole provisions. */
export function ruleChanges(old: PlanInForce, now: PlanInForce): readonly Change[] {
  const { pairs, removed, added } = paired(provisionsOf(old), provisionsOf(now), (was, is) =>
    likeness(was.view, is.view),
  );
  return [
    ...pairs.flatMap(([was, is]) => betweenProvisions(was, is)),
    ...removed.flatMap((was) => whole(was.view, "removed")),
    ...added.flatMap((is) => whole(is.view, "added")),
  ];
}

/**
 * Provisions belong together by their clauses and whom they concern; where the clauses were numbered
 * anew, by scope and subject together.
 */
function likeness(was: ProvisionView, is: ProvisionView): number {
  if (was.rule !== is.rule) return 0;
  const clauses = shared(idsOf(was.clauses), idsOf(is.clauses));
  const scope = was.scope?.zh === is.scope?.zh ? 1 : 0;
  const [old, now] = [namesOf(was), namesOf(is)];
  const points = shared(old.points, now.points);
  if (clauses === 0 && (scope === 0 || points === 0)) return 0;
  const values = shared(old.values, now.values);
  return clauses * 100 + scope * 30 + points * 20 + values * 10 + (was.force === is.force ? 1 : 0) + 1;
}

interface Names {
  readonly points: readonly string[];
  readonly values: readonly string[];
}

const names = new WeakMap<ProvisionView, Names>();

/** What a provision's points are called and say; each is held against all others of its rule. */
function namesOf(view: ProvisionView): Names {
  const known = names.get(view);
  if (known !== undefined) return known;
  const made = { points: [...keyed(view.points).keys()], values: view.points.map(spelt) };
  names.set(view, made);
  return made;
}

function spelt({ label, of, value }: PointView): string {
  return JSON.stringify([label.zh, of, value]);
}

/** The share of what two lists have in common, from 0 to 1; two empty ones are alike. */
function shared(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  return a.filter((one) => b.includes(one)).length / Math.max(a.length, b.length);
}

function betweenProvisions(was: ReadProvision, is: ReadProvision): readonly Change[] {
  return comparePoints(allPoints(was), allPoints(is)).map((change) => ({
    part: "rule",
    ...about(is.view),
    ...cited("old", was.view.clauses),
    ...cited("new", is.view.clauses),
    // A row of a table has a clause of its own.
    ...change,
  }));
}

/** A provision that came or went: each limit and each name that binds by itself, or all of it in one. */
function whole(view: ProvisionView, kind: "added" | "removed"): readonly Change[] {
  const cite = cited(kind === "added" ? "new" : "old", view.clauses);
  const binding = view.points.filter(({ limit, stricter }) =>
    limit === undefined ? stricter === "more" : stricter !== undefined,
  );
  if (binding.length > 0)
    return binding.map((point) => ({
      part: "rule",
      ...about(view),
      ...cite,
      ...(kind === "added" ? come(point) : gone(point)),
    }));
  const said = words(view.asks.zh, view.asks.en);
  return [
    {
      part: "rule",
      kind,
      effect: "changed",
      subject: words("条文", "provision"),
      ...(kind === "added" ? { to: said } : { from: said }),
      ...about(view),
      ...cite,
    },
  ];
}

function about({ rule, title, scope }: ProvisionView): Pick<Change, "rule" | "of" | "scope"> {
  return { rule, of: title, ...(scope === undefined ? {} : { scope }) };
}

/** The points that the rule gives, and those that every provision has. */
function allPoints({ entry, view }: ReadProvision): readonly CitedPoint[] {
  const { points, clauses, also, scope, force } = view;
  const rests = points.flatMap((point) =>
    point.clause === undefined ? [] : [restingOn(point, point.clause)],
  );
  return [
    ...points,
    forcePoint(force),
    { label: words("适用", "concerns"), value: scope ?? words("任何申请", "every application") },
    // Where it has no words of its own, those of its clause are compared with the clause.
    ...(entry.asks === undefined ? [] : [{ label: words("要求", "asks"), value: entry.asks }]),
    { label: words("依据条款", "clause"), value: list(idsOf(clauses)) },
    { label: words("参照条款", "leans on"), value: list(idsOf(also)) },
    ...rests,
  ];
}

function restingOn({ label, of }: PointView, { id }: Citation): Point {
  const subject = of === undefined ? label : words(`${label.zh}，${of.zh}`, `${label.en}, ${of.en}`);
  return { label: words("依据条款", "clause"), of: subject, value: verbatim(id) };
}

/** A provision of greater force binds more. */
export function forcePoint(force: Citation["force"]): Point {
  return {
    label: words("效力", "force"),
    value: FORCE_WORDS[force],
    limit: { value: decimal(-FORCES.indexOf(force)), counts: "force" },
    stricter: "more",
  };
}

function list(ids: readonly string[]): Words {
  return ids.length === 0 ? words("无", "none") : joinWords(ids.map(verbatim));
}

function idsOf(citations: readonly Citation[]): readonly string[] {
  return citations.map(({ id }) => id);
}

function cited<Key extends "old" | "new">(
  key: Key,
  [first]: readonly Citation[],
): Partial<Record<Key, Citation>> {
  return first === undefined ? {} : ({ [key]: first } as Record<Key, Citation>);
}
