import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Finding, Outcome } from "../../src/model/finding.ts";
import { HOME } from "../../src/plan/home.ts";

/** One case: what it changes in a sound application, and what must come out. */
export interface Case {
  readonly name: string;
  /** Which of the file's base applications; the first unless said. */
  readonly base?: string;
  /** Dotted paths and their values; null takes the fact away, so that it is unknown. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** The same for the register; `register: none` gives none at all. */
  readonly register?: Readonly<Record<string, unknown>> | "none";
  readonly verdict?: string;
  /** Clause id (or clause@rule) and the worst outcome among the findings it decides. */
  readonly findings?: Readonly<Record<string, Outcome>>;
}

export interface CaseFile {
  readonly plan: string;
  readonly register: Readonly<Record<string, unknown>>;
  readonly base: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly cases: readonly Case[];
  /** Binding clauses, in the plan's order, that no case decides both ways, each with the reason. */
  readonly oneSided?: Readonly<Record<string, string>>;
}

/** The clauses that some case of the file expects to pass and another to fail or to be reviewed. */
export function bothWays({ cases }: CaseFile): ReadonlySet<string> {
  const met = new Set<string>();
  const unmet = new Set<string>();
  for (const { findings = {} } of cases)
    for (const [key, outcome] of Object.entries(findings)) {
      const clause = key.split("@")[0] ?? key;
      if (outcome === "pass") met.add(clause);
      if (outcome === "fail" || outcome === "review") unmet.add(clause);
    }
  return new Set([...met].filter((clause) => unmet.has(clause)));
}

export function readCases(plan: string): CaseFile {
  return parse(readFileSync(join(HOME, "test", "cases", `${plan}.yaml`), "utf8")) as CaseFile;
}

/** The application (or register) of a case: its base with the changes put in. */
export function withChanges(
  base: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const changed = structuredClone(base) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) put(changed, path.split("."), value);
  return changed;
}

function put(at: Record<string, unknown>, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    at[key] ??= {};
    put(at[key] as Record<string, unknown>, rest, value);
  } else if (value === null) delete at[key];
  else at[key] = value;
}

const SEVERITY: readonly Outcome[] = ["fail", "review", "note", "pass", "not-applicable"];

/** The worst outcome among the findings that a clause decides; undefined if there is none. */
export function outcomeOfClause(findings: readonly Finding[], key: string): Outcome | undefined {
  const [clause, rule] = key.split("@");
  const found = findings.filter(
    (finding) =>
      finding.clauses.some(({ id }) => id === clause) && (rule === undefined || finding.rule === rule),
  );
  return SEVERITY.find((outcome) => found.some((finding) => finding.outcome === outcome));
}
