import type { PlanInForce } from "../model/plan.ts";
import type { Bench, Provision, ProvisionEntry } from "../model/rule.ts";
import type { Standards } from "../model/standards.ts";
import { joinWords } from "../model/words.ts";
import { ConditionCompiler } from "./scope.ts";

/** What rules are given when they are bound to a plan. */
export function benchFor(inForce: PlanInForce, standards: Standards): Bench {
  const { clauses } = inForce;
  const conditions = new ConditionCompiler(inForce);
  return {
    inForce,
    standards,
    condition: (condition) => conditions.compile(condition),
    provision: (entry: ProvisionEntry): Provision => {
      const ids = typeof entry.clause === "string" ? [entry.clause] : entry.clause;
      const deciding = ids.map((id) => clauses.get(id));
      return {
        force: entry.force ?? deciding[0]?.force ?? "mandatory",
        clauses: ids.map((id) => clauses.cite(id, entry.force)),
        also: (entry.with ?? []).map((id) => clauses.cite(id)),
        scope: conditions.compile(entry.when),
        asks:
          entry.asks ??
          joinWords(
            deciding.map(({ asks }) => asks),
            "；",
            "; ",
          ),
      };
    },
  };
}
