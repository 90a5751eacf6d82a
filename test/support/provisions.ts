import type { Finding, Outcome } from "../../src/model/finding.ts";

/** A provision: the rule and the clauses that decide, and all outcomes that it has. */
export function byProvision(findings: readonly Finding[]): ReadonlyMap<string, readonly Outcome[]> {
  const found = new Map<string, Outcome[]>();
  for (const { rule, clauses, outcome } of findings) {
    const key = `${rule} ${clauses.map(({ id }) => id).join("+")}`;
    found.set(key, [...(found.get(key) ?? []), outcome]);
  }
  return found;
}

/**
 * What follows for a provision when a fact is added. A pass was reached under every value of what was
 * unknown, a fail too; so neither may turn into its opposite. More may open: a fact that raises a
 * question (a record, two sizes that don't agree) may bring a review or a fail where there was nothing.
 */
export function contradiction(less: readonly Finding[], more: readonly Finding[]): string[] {
  const after = byProvision(more);
  return [...byProvision(less)].flatMap(([provision, before]) => {
    const now = after.get(provision) ?? [];
    const all = (list: readonly Outcome[], outcome: Outcome) =>
      list.length > 0 && list.every((one) => one === outcome);
    if (all(before, "pass") && now.includes("fail")) return [`${provision}: pass became fail`];
    if (all(before, "fail") && all(now, "pass")) return [`${provision}: fail became pass`];
    return [];
  });
}
