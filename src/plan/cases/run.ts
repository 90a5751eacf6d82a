import type { Decider } from "../../engine/decider.ts";
import type { CaseResult, Mismatch } from "../../model/case-result.ts";
import { type Decimal, readDecimal } from "../../model/decimal.ts";
import type { Finding, Outcome } from "../../model/finding.ts";
import type { MeasuredSite } from "../../model/measured-site.ts";
import type { Equation } from "./arithmetic.ts";
import { readKey } from "./names.ts";
import type { PreparedCase } from "./prepare.ts";
import type { CaseFile } from "./read.ts";
import type { Case } from "./schema.ts";

/** Decides a case by the engine that `check` uses, and holds what comes out against what is expected. */
export function runCase(
  { one, index, read, register }: PreparedCase,
  { document }: Pick<CaseFile, "document">,
  decider: Decider,
  location?: MeasuredSite,
): CaseResult {
  const { file } = document;
  const { verdict, findings } = decider.decide(read.application, { file, register, location });
  const at = (...path: readonly (string | number)[]) => {
    const { line = 1, column = 1 } = document.locate(["cases", index, ...path]);
    return { line, column };
  };
  const met: Record<string, Outcome> = {};
  const mismatches: Mismatch[] = [];
  for (const [key, expected] of Object.entries(one.findings ?? {})) {
    const of = findingsOf(findings, key);
    const got = worst(of);
    if (got === expected) met[key] = expected;
    else
      mismatches.push({
        of: "finding",
        ...at("findings", key),
        key,
        expected,
        ...(got === undefined ? {} : { got }),
        says: of.filter(({ outcome }) => outcome === got).map(({ message }) => message()),
      });
  }
  if (one.verdict !== undefined && one.verdict !== verdict)
    mismatches.push({
      of: "verdict",
      ...at("verdict"),
      expected: one.verdict,
      got: verdict,
      open: open(findings),
    });
  const numbers = numbersOf(one, read.document.value);
  for (const { text, holds, numbers: written } of one.arithmetic ?? []) {
    const related = written.some((number) => numbers.some((own) => own.eq(number)));
    if (!holds || !related)
      mismatches.push({
        of: "arithmetic",
        ...at("arithmetic"),
        equation: text,
        is: holds ? "unrelated" : "wrong",
      });
  }
  const arithmetic = (one.arithmetic ?? []).map(({ text }: Equation) => text);
  return { name: one.name, ...at("name"), verdict, arithmetic, met, mismatches };
}

const SEVERITY: readonly Outcome[] = ["fail", "review", "note", "pass", "not-applicable"];

/** The worst outcome among the findings that a clause decides (or `clause@rule`); undefined if there is none. */
export function outcomeOfClause(findings: readonly Finding[], key: string): Outcome | undefined {
  return worst(findingsOf(findings, key));
}

function findingsOf(findings: readonly Finding[], key: string): readonly Finding[] {
  const { clause, rule } = readKey(key);
  return findings.filter(
    (finding) =>
      finding.clauses.some(({ id }) => id === clause) && (rule === undefined || finding.rule === rule),
  );
}

function worst(findings: readonly Finding[]): Outcome | undefined {
  return SEVERITY.find((outcome) => findings.some((finding) => finding.outcome === outcome));
}

function open(findings: readonly Finding[]) {
  return findings
    .filter(({ outcome }) => outcome === "fail" || outcome === "review")
    .map(({ clauses: [clause], rule, outcome, message }) => ({
      key: `${clause?.id ?? ""}@${rule}`,
      outcome,
      says: message(),
    }));
}

/** The numbers that a case sets, in its application or its register; if it sets none, its application's. */
function numbersOf({ set, register }: Case, application: unknown): readonly Decimal[] {
  const own = numbersIn([set, register]);
  return own.length > 0 ? own : numbersIn(application);
}

function numbersIn(value: unknown): readonly Decimal[] {
  if (typeof value === "number" || typeof value === "string") {
    const number = readDecimal(value);
    return number === undefined ? [] : [number];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}
