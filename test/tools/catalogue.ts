import { readFileSync } from "node:fs";
import { loadStandards, PlanLibrary } from "../../src/plan/load/library.ts";

/**
 * Holds the bundled plans against a catalogue of their clauses, `{plan: {clauses: [{id, v, dec}],
 * traps}}`: every clause and every trap must be there, and what the catalogue calls strict or
 * decidable is bound to a rule or says why not (those are listed).
 */
interface Catalogue {
  readonly clauses: readonly { readonly id: string; readonly v: string; readonly dec: string }[];
  readonly traps: number;
}

const [catalogueFile = ""] = process.argv.slice(2);
const catalogue = JSON.parse(readFileSync(catalogueFile, "utf8")) as Record<string, Catalogue>;
const library = new PlanLibrary(await loadStandards());
const problems: string[] = [];

for (const [id, { clauses, traps }] of Object.entries(catalogue)) {
  const { plan } = await library.load(id);
  const listed = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  const missing = clauses.filter((clause) => !listed.has(clause.id)).map((clause) => clause.id);
  if (missing.length > 0) problems.push(`${id}: clauses missing: ${missing.join(" ")}`);
  if (plan.contradictions.length < traps)
    problems.push(`${id}: ${plan.contradictions.length} contradictions of ${traps}`);
  const strict = clauses.filter(
    ({ v, dec }) => v.startsWith("HARD") || (v.startsWith("REVIEW") && /^[MD]/.test(dec)),
  );
  const unbound = strict
    .flatMap((clause) => listed.get(clause.id) ?? [])
    .filter(({ use }) => use !== undefined);
  process.stdout.write(
    `${id}: ${plan.clauses.length} clauses, ${strict.length} strict or decidable, ${unbound.length} of these without a rule\n`,
  );
  for (const clause of unbound) {
    const why = clause.reason?.en ?? clause.remark;
    process.stdout.write(`  ${clause.id} ${clause.use}: ${why ?? "no reason given"}\n`);
    if (why === undefined) problems.push(`${clause.id} has neither a rule nor a reason`);
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
