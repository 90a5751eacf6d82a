import { type Finding, type Ruling, type Verdict, verdictOf } from "../model/finding.ts";
import { by } from "../model/ruling.ts";
import { words } from "../model/words.ts";

/** Outside of the plan's area only these rules say anything. */
const ALWAYS_DECIDED: ReadonlySet<string> = new Set(["plan-period", "plan-area", "mineral-recognised"]);

export function isOnlyForTheArea(rule: string): boolean {
  return !ALWAYS_DECIDED.has(rule);
}

/** The site lies outside of the plan's area. */
export function saysOutside(rule: string, { because }: Pick<Ruling, "because">): boolean {
  return rule === "plan-area" && because.some(({ truth }) => truth === false);
}

/** What is left of a ruling for a site outside of the plan's area. */
export function elsewhere({ clauses }: Pick<Ruling, "clauses">): Ruling {
  return {
    clauses,
    outcome: "not-applicable",
    message: () => words("申请范围不在本规划适用范围内", "The site lies outside of the plan's area"),
    because: [],
  };
}

type Weighed = Pick<Finding, "rule" | "outcome" | "clauses">;

export interface Concluded<F> {
  readonly verdict: Verdict;
  /** What the verdict is the sum of. */
  readonly findings: readonly F[];
}

/** @param of makes a finding one of those that were decided */
export function conclude<F extends Weighed>(
  decided: readonly F[],
  of: (finding: Finding) => F,
): Concluded<F> {
  const verdict = verdictOf(decided);
  if (verdict !== "pass" || decided.some(weighs)) return { verdict, findings: decided };
  const findings = [...decided, of(nothingDecided(decided))];
  return { verdict: verdictOf(findings), findings };
}

/** A provision on the application itself was decided: not only that this plan is the one to ask. */
export function weighs({ rule, outcome }: Weighed): boolean {
  // That a stated area is the measured one is no provision of the plan either.
  return (
    isOnlyForTheArea(rule) && rule !== "stated-area" && outcome !== "not-applicable" && outcome !== "note"
  );
}

/** A run in which no provision applied has checked nothing, and nothing is no pass. */
function nothingDecided(decided: readonly Weighed[]): Finding {
  const clauses = decided.find(({ rule }) => rule === "plan-area")?.clauses ?? [];
  return {
    rule: "plan-area",
    outcome: "review",
    clauses,
    message: () =>
      words(
        "本规划没有一条可判定的规定适用于此申请，等于未作审查。",
        "No provision of the plan that can be decided concerns this application, so nothing was checked.",
      ),
    remedy: () =>
      by("authority", "按上级规划和法律法规审查", "decide it by the plans above this one and by the law"),
    because: [],
    final: true,
  };
}
