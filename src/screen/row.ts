import type { Candidate } from "../input/candidates/candidate.ts";
import type { Problem } from "../input/problem.ts";
import type { Finding } from "../model/finding.ts";
import { ROW_SCHEMA, type Row, type RowFinding, type RowMargin } from "../model/screen-row.ts";
import type { ShortFinding, ShortReport } from "../model/short-report.ts";

/**
 * The row of a decided candidate.
 *
 * @param isDrawn with its boundary
 */
export function rowOf<F extends ShortFinding>(
  candidate: Candidate,
  report: ShortReport<F>,
  isDrawn = false,
): Row {
  const { plan, verdict, findings, location } = report;
  const fails: string[] = [];
  const reviews: string[] = [];
  const missing = new Set<string>();
  for (const finding of findings) {
    if (finding.outcome === "fail") fails.push(nameOf(finding));
    if (finding.outcome !== "review") continue;
    reviews.push(nameOf(finding));
    for (const field of finding.missing) missing.add(field);
  }
  const margins = bySize(findings.flatMap(({ margin }) => margin ?? []));
  const binding = bindingOf(report, margins);
  return {
    ...headOf(candidate),
    plan: plan.id,
    verdict,
    ...(binding === undefined ? {} : { binding }),
    fails,
    reviews,
    missing: [...missing],
    margins,
    ...(location === undefined ? {} : { areaKm2: location.areaKm2.toFixed(4) }),
    ...(location === undefined || !isDrawn ? {} : { outline: location.outline }),
  };
}

/** The row of a candidate that can't be read or decided. */
export function unusableRow(candidate: Candidate, problems: readonly Problem[]): Row {
  return {
    ...headOf(candidate),
    verdict: "unusable",
    fails: [],
    reviews: [],
    missing: [],
    margins: [],
    problems: problems.map(({ message, remedy, field }) => ({
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(field === undefined || field === "" ? {} : { field }),
    })),
  };
}

/** Which candidate it is, and where it stands. */
function headOf({
  number,
  id,
  file,
  line,
}: Candidate): Pick<Row, "schema" | "number" | "id" | "file" | "line"> {
  return { schema: ROW_SCHEMA, number, id, file, ...(line === undefined ? {} : { line }) };
}

/** `rule@clause`, as rows name a finding. */
export function nameOf({ rule, clauses: [clause] }: Pick<ShortFinding, "rule" | "clauses">): string {
  return clause === undefined ? rule : `${rule}@${clause.id}`;
}

/** The smallest margin first. */
export function bySize(margins: readonly RowMargin[]): readonly RowMargin[] {
  return margins.toSorted(
    (a, b) => (a.share ?? Number.POSITIVE_INFINITY) - (b.share ?? Number.POSITIVE_INFINITY),
  );
}

function bindingOf<F extends ShortFinding>(
  { findings, message }: ShortReport<F>,
  [tightest]: readonly RowMargin[],
): RowFinding | undefined {
  const binding =
    findings.find(({ outcome }) => outcome === "fail") ??
    findings.find(({ outcome, isAgainst }) => outcome === "review" && isAgainst) ??
    findings.find(({ outcome }) => outcome === "review") ??
    findings.find(({ rule, clauses: [clause] }) => rule === tightest?.rule && clause?.id === tightest.clause);
  return binding && rowFinding({ ...binding, message: () => message(binding) });
}

export function rowFinding({
  rule,
  outcome,
  clauses: [clause],
  message,
}: Pick<Finding, "rule" | "outcome" | "clauses" | "message">): RowFinding | undefined {
  return clause && { rule, clause: clause.id, outcome, message: message() };
}
