import type { PlanInForce, Zone } from "../../model/plan.ts";
import type { Change } from "../../model/plan-diff.ts";
import type { BlockView, ZoneView } from "../../model/plan-view.ts";
import { joinWords, verbatim, type Words, words } from "../../model/words.ts";
import { blockView, zoneView } from "../read/zone-view.ts";
import { paired } from "./pairs.ts";
import { comparePoints } from "./points.ts";

/** How far a zone's outline moved; undefined where one of the two can't be measured. */
export type Moved = { readonly gainedKm2: number; readonly lostKm2: number } | undefined;

/** Measures the outlines of two zones, both of which have one. */
export type MeasureMoved = (old: Zone, now: Zone) => Promise<Moved>;

/** What two plans differ in of the zones they draw; `measure` is asked only of outlines that differ. */
export async function zoneChanges(
  old: PlanInForce,
  now: PlanInForce,
  measure: MeasureMoved,
): Promise<readonly Change[]> {
  const before = old.plan.zones.map((zone) => zoneView(zone, old));
  const after = now.plan.zones.map((zone) => zoneView(zone, now));
  const { pairs, removed, added } = paired(before, after, zoneLikeness);
  const changed: Change[] = [];
  for (const [was, is] of pairs)
    changed.push(...betweenViews("zone", was, is), ...(await moved(was, is, measure)));
  return [...changed, ...removed.map((was) => went("zone", was)), ...added.map((is) => came("zone", is))];
}

/** What two plans differ in of their planned blocks. */
export function blockChanges(old: PlanInForce, now: PlanInForce): readonly Change[] {
  const before = old.plan.blocks.map((family) => blockView(family, old));
  const after = now.plan.blocks.map((family) => blockView(family, now));
  const { pairs, removed, added } = paired(before, after, blockLikeness);
  return [
    ...pairs.flatMap(([was, is]) => betweenViews("block", was, is)),
    ...removed.map((was) => went("block", was)),
    ...added.map((is) => came("block", is)),
  ];
}

/** Zones belong together by a name; renamed ones by kind, with the same minerals or area, or clause. */
function zoneLikeness({ zone: was }: ZoneView, { zone: is }: ZoneView): number {
  const [a, b] = [namesOf(was), namesOf(is)];
  if (was.name !== undefined && was.name === is.name) return 100;
  if (a.some((name) => b.includes(name))) return 80;
  if (was.kind !== is.kind || (was.name === undefined) !== (is.name === undefined)) return 0;
  const area = was.areaKm2 !== undefined && String(was.areaKm2) === String(is.areaKm2) ? 20 : 0;
  const minerals = JSON.stringify(was.minerals) === JSON.stringify(is.minerals) ? 10 : 0;
  const clause = was.clause === is.clause ? 5 : 0;
  if (was.name === undefined) return 1 + area + minerals + clause;
  return area > 0 || (minerals > 0 && clause > 0) ? area + minerals + clause : 0;
}

function namesOf({ name, aliases = [] }: Zone): readonly string[] {
  return name === undefined ? aliases : [name, ...aliases];
}

function blockLikeness({ family: was }: BlockView, { family: is }: BlockView): number {
  if (was.kind !== is.kind) return 0;
  if (was.name !== undefined || is.name !== undefined) return was.name === is.name ? 100 : 0;
  const mineral = was.mineral === is.mineral ? 40 : 0;
  const level = JSON.stringify(was.level) === JSON.stringify(is.level) ? 10 : 0;
  const clause = was.clause === is.clause ? 20 : 0;
  return mineral + clause === 0 ? 0 : mineral + clause + level + (was.count === is.count ? 1 : 0);
}

type View = ZoneView | BlockView;

function betweenViews(part: "zone" | "block", was: View, is: View): readonly Change[] {
  const of = is.title;
  const places = { of, old: was.citation, new: is.citation };
  const points = comparePoints(withClause(was), withClause(is)).map((change) => ({
    part,
    ...change,
    ...places,
  }));
  if (was.title.zh === is.title.zh) return points;
  const renamed = { part, kind: "changed", effect: "changed", subject: words("名称", "name") } as const;
  return [{ ...renamed, from: was.title, to: is.title, ...places }, ...points];
}

function withClause({ points, citation }: View): View["points"] {
  return [...points, { label: words("依据条款", "clause"), value: verbatim(citation.id) }];
}

async function moved(was: ZoneView, is: ZoneView, measure: MeasureMoved): Promise<readonly Change[]> {
  const [old, now] = [was.zone.geometry, is.zone.geometry];
  if (old === undefined && now === undefined) return [];
  const change = {
    part: "zone",
    effect: "changed",
    subject: words("范围", "outline"),
    of: is.title,
    old: was.citation,
    new: is.citation,
  } as const;
  if (old === undefined) return [{ ...change, kind: "added" }];
  if (now === undefined) return [{ ...change, kind: "removed" }];
  const measured = await measure(was.zone, is.zone);
  if (measured?.gainedKm2 === 0 && measured.lostKm2 === 0) return [];
  return [{ ...change, kind: "changed", to: movedWords(measured) }];
}

function movedWords(measured: Moved): Words {
  if (measured === undefined)
    return words("图形有误，不能量算移动的面积", "an unsound outline, so how far it moved can't be measured");
  const [gained, lost] = [measured.gainedKm2, measured.lostKm2].map((km2) => km2.toFixed(4));
  return words(`增加 ${gained} 平方千米，减少 ${lost} 平方千米`, `${gained} km² gained, ${lost} km² lost`);
}

function went(part: "zone" | "block", view: View): Change {
  return { ...whole(part, view), kind: "removed", old: view.citation, ...said("from", view) };
}

function came(part: "zone" | "block", view: View): Change {
  return { ...whole(part, view), kind: "added", new: view.citation, ...said("to", view) };
}

function whole(part: "zone" | "block", { title }: View) {
  const subject = part === "zone" ? words("分区", "zone") : words("区块", "blocks");
  return { part, effect: "changed", subject, of: title } as const;
}

function said<Key extends "from" | "to">(key: Key, { points }: View): Partial<Record<Key, Words>> {
  const parts = points.map(({ label, of, value }) => {
    const what = value ?? of ?? words("", "");
    return words(`${label.zh} ${what.zh}`, `${label.en} ${what.en}`);
  });
  return { [key]: joinWords(parts, "，", ", ") } as Record<Key, Words>;
}
