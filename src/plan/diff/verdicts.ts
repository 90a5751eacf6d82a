import type { Finding, Outcome } from "../../model/finding.ts";
import type { VerdictChange } from "../../model/plan-diff.ts";
import type { CaseReport } from "../../model/report.ts";
import { isOpen } from "../../model/rests-on.ts";

/** What an application's verdict changes from and to, and by which clauses; undefined if it stays. */
export function verdictChange(old: CaseReport, now: CaseReport): VerdictChange | undefined {
  if (old.verdict === now.verdict) return undefined;
  const [before, after] = [worstByClause(old.findings), worstByClause(now.findings)];
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return {
    application: now.application.id,
    file: now.file,
    from: old.verdict,
    to: now.verdict,
    clauses: keys.flatMap((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      const told = is ?? was;
      const [rule = "", id = ""] = key.split(" ");
      const weighs = [was, is].some((finding) => finding !== undefined && isOpen(finding));
      if (told === undefined || was?.outcome === is?.outcome || !weighs) return [];
      return [
        {
          id,
          rule,
          ...(was === undefined ? {} : { from: was.outcome }),
          ...(is === undefined ? {} : { to: is.outcome }),
          message: told.message(),
        },
      ];
    }),
  };
}

const SEVERITY: readonly Outcome[] = ["fail", "review", "note", "pass", "not-applicable"];

/** The finding that weighs most of those that a rule rests on a clause. */
function worstByClause(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const worst = new Map<string, Finding>();
  for (const finding of findings)
    for (const { id } of finding.clauses) {
      const key = `${finding.rule} ${id}`;
      const known = worst.get(key);
      if (known === undefined || SEVERITY.indexOf(finding.outcome) < SEVERITY.indexOf(known.outcome))
        worst.set(key, finding);
    }
  return worst;
}
