import { RULES } from "../../../rules/registry.ts";
import type { Clause, ClauseBook, PlanInForce } from "../../model/plan.ts";
import type { ClauseLine, PlanOverview } from "../../model/plan-view.ts";
import { blockView, zoneView } from "../read/zone-view.ts";

/** The whole plan at a glance: its head is the plan itself. */
export function overviewOf(inForce: PlanInForce): PlanOverview {
  const { plan, clauses } = inForce;
  const { terms: _terms, clauses: _clauses, zones: _zones, blocks: _blocks, rules: _rules, ...head } = plan;
  return {
    plan: head,
    zones: plan.zones.map((zone) => zoneView(zone, inForce)),
    blocks: plan.blocks.map((family) => blockView(family, inForce)),
    rules: RULES.map(({ id, title }) => {
      const section = plan.rules[id];
      return { rule: id, title, provisions: Array.isArray(section) ? section.length : 0 };
    }),
    chapters: chaptersOf(plan.clauses, clauses),
  };
}

/** In the order in which the plan file comes to them, but those that have numbers by their numbers. */
function chaptersOf(all: readonly Clause[], book: ClauseBook): PlanOverview["chapters"] {
  const chapters = new Map<string, ClauseLine[]>();
  for (const clause of all) {
    const chapter = clause.at.chapter ?? clause.at.section ?? clause.at.heading ?? "";
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), lineOf(clause, book)]);
  }
  const named = [...chapters].map(([chapter, clauses]) => ({ chapter, clauses }));
  const numbered = named.filter(({ chapter }) => numberOf(chapter) > 0);
  numbered.sort((a, b) => numberOf(a.chapter) - numberOf(b.chapter));
  return named.map((one) => (numberOf(one.chapter) > 0 ? (numbered.shift() ?? one) : one));
}

const DIGITS = "一二三四五六七八九";

/** 第十二章 is 12; 0 where the text has lost the number. */
function numberOf(chapter: string): number {
  const [, text = ""] = /^第([一二三四五六七八九十]+)章/.exec(chapter) ?? [];
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 1 : DIGITS.indexOf(tens ?? "") + 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

/** A clause in one line, with what decides it. */
export function lineOf({ id, use, asks }: Clause, book: ClauseBook): ClauseLine {
  return { citation: book.cite(id), state: use ?? "rule", asks };
}
