import type { Candidate } from "../input/candidates/candidate.ts";
import type { Problem } from "../input/problem.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { Finding } from "../model/finding.ts";
import type { CaseReport } from "../model/report.ts";
import { ROW_SCHEMA, type Row, type RowFinding, type RowMargin } from "../model/screen-row.ts";

/** The row of a decided candidate. */
export function rowOf(candidate: Candidate, report: CaseReport): Row {
  const { plan, verdict, findings, location } = report;
  const named = (outcome: Finding["outcome"]) =>
    findings.filter((finding) => finding.outcome === outcome).map(nameOf);
  const margins = marginsOf(findings);
  const binding = bindingOf(findings, margins);
  const open = findings.filter(({ outcome }) => outcome === "review");
  return {
    ...headOf(candidate),
    plan: plan.id,
    verdict,
    ...(binding === undefined ? {} : { binding }),
    fails: named("fail"),
    reviews: named("review"),
    missing: [...new Set(open.flatMap(({ missing = [] }) => missing.map(({ field }) => field)))],
    margins,
    ...(location === undefined ? {} : { areaKm2: location.areaKm2.toFixed(4), outline: location.outline }),
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
export function nameOf({ rule, clauses: [clause] }: Finding): string {
  return clause === undefined ? rule : `${rule}@${clause.id}`;
}

/** The smallest margin first. */
export function marginsOf(findings: readonly Finding[]): readonly RowMargin[] {
  return bySize(
    findings.flatMap(({ rule, clauses: [clause], margin }): RowMargin[] => {
      if (margin === undefined || clause === undefined) return [];
      const { left, limit, unit } = margin;
      return [
        {
          rule,
          clause: clause.id,
          left: formatDecimal(left, 6),
          limit: formatDecimal(limit),
          unit: unit.zh,
          ...(limit.eq(0) ? {} : { share: Number(left.div(limit).toFixed(6)) }),
        },
      ];
    }),
  );
}

export function bySize(margins: readonly RowMargin[]): readonly RowMargin[] {
  return margins.toSorted(
    (a, b) => (a.share ?? Number.POSITIVE_INFINITY) - (b.share ?? Number.POSITIVE_INFINITY),
  );
}

function bindingOf(findings: readonly Finding[], [tightest]: readonly RowMargin[]): RowFinding | undefined {
  const binding =
    findings.find(({ outcome }) => outcome === "fail") ??
    findings.find(({ outcome }) => outcome === "review") ??
    findings.find(({ rule, clauses: [clause] }) => rule === tightest?.rule && clause?.id === tightest.clause);
  return binding && rowFinding(binding);
}

export function rowFinding({ rule, outcome, clauses: [clause], message }: Finding): RowFinding | undefined {
  return clause && { rule, clause: clause.id, outcome, message: message() };
}
