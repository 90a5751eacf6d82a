import { suggestMinerals } from "../../engine/suggest.ts";
import { unusable } from "../../input/problem.ts";
import type { Mineral } from "../../model/mineral.ts";
import { normaliseMineralName } from "../../model/mineral.ts";
import type { Clause, PlanInForce } from "../../model/plan.ts";
import type { MineralProvision, MineralView, NameUsed } from "../../model/plan-view.ts";
import { mineralsIn } from "../../model/reading.ts";
import { words } from "../../model/words.ts";
import { Asked } from "../read/mineral-scope.ts";
import { provisionsOf, type ReadProvision } from "../read/provisions.ts";
import { blockView, zoneView } from "../read/zone-view.ts";
import { lineOf } from "./overview.ts";

/**
 * What a plan says of a mineral, by whatever name it takes it in: bans, limits, totals, zones, blocks.
 * Throws `Unusable` for a name that neither the plan nor the vocabulary knows.
 */
export function mineralViewOf(name: string, inForce: PlanInForce): MineralView {
  const { plan, clauses } = inForce;
  const minerals = mineralsNamed(name, inForce);
  const asked = new Asked(minerals, inForce.minerals);
  const concerned = provisionsOf(inForce).flatMap((one) => concerning(one, asked));
  const general = concerned.filter((one) => !isOwn(one));
  return {
    asked: name,
    minerals: minerals.map(({ name: one, en }) => ({ name: one, en })),
    provisions: concerned.filter(isOwn),
    zones: plan.zones.flatMap((zone) => {
      const names = asked.namesUsed([...(zone.minerals ?? []), ...(zone.groups ?? [])]);
      return names.length === 0 ? [] : [{ ...zoneView(zone, inForce), names }];
    }),
    blocks: plan.blocks.flatMap((family) => {
      const names = asked.namesUsed(family.mineral === undefined ? [] : [family.mineral]);
      return names.length === 0 ? [] : [{ ...blockView(family, inForce), names }];
    }),
    clauses: plan.clauses
      .filter((clause) => clause.use !== undefined && speaksOf(clause, asked, minerals))
      .map((clause) => lineOf(clause, clauses)),
    general: byRule(general),
  };
}

/** A plan's own word may mean several minerals; then all of them are asked about. */
function mineralsNamed(name: string, { plan, minerals }: PlanInForce): readonly Mineral[] {
  const spelling = normaliseMineralName(name);
  const own = plan.terms.find((term) => normaliseMineralName(term.name) === spelling);
  if (own?.either !== undefined) return minerals.termsOf(own.either);
  const mineral = minerals.term(name);
  if (mineral !== undefined) return [mineral];
  const near = suggestMinerals(minerals, name);
  return unusable({
    file: plan.file,
    field: "--mineral",
    message: words(`矿种词表中没有“${name}”`, `the vocabulary has no mineral "${name}"`),
    remedy:
      near.length > 0
        ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
        : words("用分类细目中的矿种名称", "use a name of the national list of minerals"),
  });
}

/** It names the mineral, or should have a figure for it. */
function isOwn({ names, noRow }: MineralProvision): boolean {
  return names.length > 0 || noRow === true;
}

function concerning({ entry, view }: ReadProvision, asked: Asked): readonly MineralProvision[] {
  if (entry.when !== undefined && asked.meets(entry.when).truth === false) return [];
  const points = view.points.filter(
    ({ minerals }) => minerals === undefined || asked.namesUsed(minerals).length > 0,
  );
  const onMinerals = (list: MineralProvision["points"]) => list.flatMap(({ minerals = [] }) => minerals);
  const inPoints = asked.namesUsed(onMinerals(points));
  const others = view.points.filter(({ minerals }) => minerals !== undefined);
  const noRow = inPoints.length === 0 && others.length > 0;
  if (noRow && !others.every(({ isRow = false }) => isRow)) return [];
  const names = [...asked.namesUsed(entry.when === undefined ? [] : mineralsIn(entry.when)), ...inPoints];
  return [{ ...view, points, names: distinct(names), ...(noRow ? { noRow } : {}) }];
}

function distinct(names: readonly NameUsed[]): readonly NameUsed[] {
  return [...new Map(names.map((used) => [used.name, used])).values()];
}

/** A clause for a person is asked of the mineral, or names it in so many words. */
function speaksOf(
  { when, asks, question, phrase }: Clause,
  asked: Asked,
  minerals: readonly Mineral[],
): boolean {
  if (when !== undefined && asked.meets(when).truth === false) return false;
  if (when !== undefined && asked.namesUsed(mineralsIn(when)).length > 0) return true;
  const text = [asks.zh, question?.zh ?? "", ...phrase].join("\n");
  const spellings = minerals.flatMap(({ name, aliases }) => [name, ...aliases]);
  return spellings.some((spelling) => spelling.length > 1 && text.includes(spelling));
}

function byRule(provisions: readonly MineralProvision[]): MineralView["general"] {
  const rules = new Map<string, MineralView["general"][number]>();
  for (const { rule, title, clauses, points } of provisions) {
    const own = points.flatMap(({ clause }) => (clause === undefined ? [] : [clause]));
    const cited = [...(rules.get(rule)?.clauses ?? []), ...clauses, ...own];
    rules.set(rule, { rule, title, clauses: [...new Map(cited.map((one) => [one.id, one])).values()] });
  }
  return [...rules.values()];
}
