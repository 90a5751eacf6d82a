import type { ExerciseCoverage, LeftClause, Ways } from "../../model/coverage.ts";
import type { Outcome } from "../../model/finding.ts";
import type { Plan } from "../../model/plan.ts";

/** Which ways each clause was decided: met, and not met (fail or review). */
export class Exercise {
  private readonly met = new Set<string>();
  private readonly unmet = new Set<string>();

  add(clause: string, outcome: Outcome): void {
    if (outcome === "pass") this.met.add(clause);
    if (outcome === "fail" || outcome === "review") this.unmet.add(clause);
  }

  of(clause: string): Ways {
    const met = this.met.has(clause);
    if (this.unmet.has(clause)) return met ? "both" : "unmet";
    return met ? "met" : "never";
  }
}

/** The clauses that coverage is counted of: those that bind and that a rule decides, in the plan's order. */
export function bindingClauses({ clauses }: Pick<Plan, "clauses">): readonly string[] {
  return clauses.filter(({ use, force }) => use === undefined && force !== "expected").map(({ id }) => id);
}

/** How many of the binding clauses were decided both ways; a reason counts where they weren't. */
export function exerciseCoverage(
  plan: Pick<Plan, "clauses">,
  exercise: Exercise,
  reasons: Readonly<Record<string, string>>,
): Pick<ExerciseCoverage, "binding" | "both" | "left" | "percent"> {
  const binding = bindingClauses(plan);
  const left = binding.flatMap((clause): LeftClause[] => {
    const ways = exercise.of(clause);
    if (ways === "both") return [];
    const reason = Object.hasOwn(reasons, clause) ? reasons[clause] : undefined;
    return [{ clause, ways, ...(reason === undefined ? {} : { reason }) }];
  });
  const both = binding.length - left.length;
  const covered = both + left.filter(({ reason }) => reason !== undefined).length;
  return { binding: binding.length, both, left, percent: percentOf(covered, binding.length) };
}

/** Rounded down, so that 100 % is all of them; of nothing, nothing is covered. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10;
}
