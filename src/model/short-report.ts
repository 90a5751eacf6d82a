import { formatDecimal } from "./decimal.ts";
import type { Finding, Margin, Verdict } from "./finding.ts";
import type { MeasuredSite } from "./measured-site.ts";
import type { Plan } from "./plan.ts";
import type { CaseReport } from "./report.ts";
import type { RowMargin } from "./screen-row.ts";
import type { Words } from "./words.ts";

/** A finding in short, as the row of a screening shows it. */
export interface ShortFinding extends Pick<Finding, "rule" | "clauses" | "outcome"> {
  /** The fields of the facts that it lacks. */
  readonly missing: readonly string[];
  readonly margin: RowMargin | undefined;
  /** Something is known that speaks against the case: more than a fact that is missing. */
  readonly isAgainst: boolean;
}

/** What was decided of one of many cases, in short. */
export interface ShortReport<F extends ShortFinding = ShortFinding> {
  readonly plan: Plan;
  readonly location: MeasuredSite | undefined;
  readonly verdict: Verdict;
  /** In the order of the rules. */
  readonly findings: readonly F[];
  /** What was found, in a sentence; made only for the findings that are shown. */
  readonly message: (finding: F) => Words;
}

/** A whole report in short. */
export function shortReportOf({ plan, location, verdict, findings }: CaseReport): ShortReport<Told> {
  return {
    plan,
    location,
    verdict,
    findings: findings.map((finding) => ({ ...shorten(finding), message: finding.message })),
    message: ({ message }) => message(),
  };
}

type Told = ShortFinding & Pick<Finding, "message">;

export function shorten({ rule, clauses, outcome, missing = [], margin, because }: ShortOf): ShortFinding {
  const [clause] = clauses;
  return {
    rule,
    clauses,
    outcome,
    missing: missing.map(({ field }) => field),
    margin: margin && clause && marginOf(rule, clause.id, margin),
    isAgainst: because.some(({ truth }) => truth === false),
  };
}

type ShortOf = Pick<Finding, "rule" | "clauses" | "outcome" | "missing" | "margin" | "because">;

function marginOf(rule: string, clause: string, { left, limit, unit }: Margin): RowMargin {
  return {
    rule,
    clause,
    left: formatDecimal(left, 6),
    limit: formatDecimal(limit),
    unit: unit.zh,
    ...(limit.eq(0) ? {} : { share: Number(left.div(limit).toFixed(6)) }),
  };
}
