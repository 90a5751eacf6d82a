import { RULES } from "../../../rules/registry.ts";
import type { Clause, ClauseBook, PlanInForce } from "../../model/plan.ts";
import type { ClauseLine, PlanOverview } from "../../model/plan-view.ts";
import { blockView, zoneView } from "../read/zone-view.ts";

/** The whole plan at a glance: its head is the plan itself. */
export function overviewOf(inForce: PlanInForce): PlanOverview {
  const { plan, clauses } = inForce;
  return {
    plan,
    zones: plan.zones.map((zone) => zoneView(zone, inForce)),
    blocks: plan.blocks.map((family) => blockView(family, inForce)),
    rules: RULES.map(({ id, title }) => {
      const section = plan.rules[id];
      return { rule: id, title, provisions: Array.isArray(section) ? section.length : 0 };
    }),
    chapters: chaptersOf(plan.clauses, clauses),
  };
}

/** In the order of the text, as far as the plan file keeps it: by where each chapter first stands. */
function chaptersOf(all: readonly Clause[], book: ClauseBook): PlanOverview["chapters"] {
  const chapters = new Map<string, ClauseLine[]>();
  for (const clause of all) {
    const chapter = clause.at.chapter ?? clause.at.section ?? clause.at.heading ?? "";
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), lineOf(clause, book)]);
  }
  return [...chapters].map(([chapter, clauses]) => ({ chapter, clauses }));
}

/** A clause in one line, with what decides it. */
export function lineOf({ id, use, asks }: Clause, book: ClauseBook): ClauseLine {
  return { citation: book.cite(id), state: use ?? "rule", asks };
}
