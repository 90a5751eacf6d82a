import { RULES } from "../../../rules/registry.ts";
import type { PlanCoverage } from "../../model/coverage.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { clausesIn } from "../load/references.ts";

/** What each clause of a plan is used for. */
export function usesOf(plan: Plan): Omit<PlanCoverage, "exercise" | "text"> {
  const { clauses, rules, zones, blocks, unpublished } = plan;
  const ids = (of: "manual" | "background" | undefined) =>
    clauses.filter(({ use }) => use === of).map(({ id }) => id);
  const open = new Set(unpublished.flatMap((one) => one.clauses));
  const sections: readonly (readonly [string, unknown])[] = [
    ...RULES.map(({ id }) => [id, rules[id]] as const),
    ["zones", zones],
    ["blocks", blocks],
  ];
  return {
    plan: { id: plan.id, title: words(plan.title, plan.titleEn), file: plan.file },
    clauses: clauses.length,
    rule: ids(undefined),
    manual: ids("manual"),
    background: ids("background"),
    unpublished: clauses.filter(({ id }) => open.has(id)).map(({ id }) => id),
    rules: sections
      .map(([rule, section]) => ({ rule, clauses: [...clausesIn(section)] }))
      .filter((one) => one.clauses.length > 0),
  };
}
