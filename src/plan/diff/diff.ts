import { RULES } from "../../../rules/registry.ts";
import type { Plan, PlanInForce } from "../../model/plan.ts";
import { type Change, EFFECTS, PARTS, type PlanDiff } from "../../model/plan-diff.ts";
import { clauseChanges } from "./clauses.ts";
import { blockChanges, type MeasureMoved, zoneChanges } from "./drawn.ts";
import { headChanges } from "./head.ts";
import { ruleChanges } from "./rules.ts";

/**
 * What the difference between two plans comes to, part by part; within a part by rule, and what binds
 * more first. Empty for plans that say the same.
 */
export async function diffPlans(
  old: PlanInForce,
  now: PlanInForce,
  measure: MeasureMoved,
): Promise<PlanDiff> {
  const changes: readonly Change[] = [
    ...headChanges(old.plan, now.plan),
    ...ruleChanges(old, now),
    ...(await zoneChanges(old, now, measure)),
    ...blockChanges(old, now),
    ...clauseChanges(old, now),
  ];
  return { old: named(old.plan), new: named(now.plan), changes: sorted(changes) };
}

function named({ id, title, titleEn, file, sha256 }: Plan): PlanDiff["old"] {
  return { id, title, titleEn, file, sha256 };
}

/** Parts and rules in the order of a report. */
function sorted(changes: readonly Change[]): readonly Change[] {
  const rules = RULES.map(({ id }) => id);
  const rank = ({ part, rule, effect }: Change) =>
    PARTS.indexOf(part) * 10_000 + rules.indexOf(rule ?? "") * 10 + EFFECTS.indexOf(effect);
  return [...changes].sort((a, b) => rank(a) - rank(b));
}
