import { DECLARATIONS, DOCUMENTS } from "../../../src/model/evidence.ts";
import type { Plan } from "../../../src/model/plan.ts";

/**
 * Which clauses of the plans ask for each document and declaration: those of the entries that name it,
 * or that ask for it by a key of their own.
 */
export function evidenceAsked(plans: readonly Plan[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, Set<string>>();
  const ask: Ask = (path, clauses) => {
    const known = asked.get(path) ?? new Set();
    for (const clause of clauses) known.add(clause);
    asked.set(path, known);
  };
  for (const { rules, clauses } of plans) {
    for (const [rule, section] of Object.entries(rules))
      for (const entry of section as readonly Entry[]) {
        seek(entry, [], ask);
        for (const path of IMPLIED[rule]?.(entry) ?? [])
          ask(path, path === POLICY && entry.policy !== undefined ? [entry.policy] : idsOf(entry.clause));
      }
    for (const { id, when } of clauses) seek(when, [id], ask);
  }
  return new Map([...asked].map(([path, ids]) => [path, [...ids].sort()]));
}

interface Entry extends Readonly<Record<string, unknown>> {
  readonly clause: string | readonly string[];
  readonly policy?: string;
}

const JUSTIFICATION = "documents.special-justification";
const POLICY = "declarations.policy-threshold-met";

/** What entries of a rule ask for without naming it. */
const IMPLIED: Readonly<Record<string, (entry: Entry) => readonly string[]>> = {
  "minimum-scale": ({ exempt, policy }) => [
    ...(exempt === true ? [] : ["declarations.annex-minimum-met"]),
    ...(policy === undefined ? [] : [POLICY]),
  ],
  "recovery-rates": () => ["declarations.recovery-rates-met"],
  "restricted-mineral": ({ justified }) => (justified === true ? [JUSTIFICATION] : []),
  "prohibited-mineral": ({ coProduct }) => (coProduct === undefined ? [] : [JUSTIFICATION]),
  "planned-block": ({ ask, justified }) => [
    ...(ask === "whole" ? ["declarations.splits-resource"] : []),
    ...(ask === "mineral" || ask === "within" ? ["declarations.plan-adjusted"] : []),
    ...(justified === true ? [JUSTIFICATION] : []),
  ],
};

type Ask = (path: string, clauses: readonly string[]) => void;

/** Asks for every key that a part of an entry names, by the clause that stands nearest above it. */
function seek(part: unknown, clauses: readonly string[], ask: Ask): void {
  if (typeof part === "string") {
    if (part in DOCUMENTS) ask(`documents.${part}`, clauses);
    if (part in DECLARATIONS) ask(`declarations.${part}`, clauses);
  } else if (Array.isArray(part)) {
    for (const one of part) seek(one, clauses, ask);
  } else if (part !== null && typeof part === "object") {
    const own = "clause" in part ? idsOf((part as Entry).clause) : clauses;
    for (const [key, value] of Object.entries(part)) {
      if (key in DECLARATIONS) ask(`declarations.${key}`, own);
      seek(value, own, ask);
    }
  }
}

function idsOf(clause: string | readonly string[]): readonly string[] {
  return typeof clause === "string" ? [clause] : clause;
}
