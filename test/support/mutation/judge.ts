import type { Document } from "../../../src/input/document.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { ClauseBook } from "../../../src/model/plan.ts";
import { checkDocument } from "../../../src/plan/checks/run.ts";
import { compileDocument } from "../../../src/plan/load/compile.ts";
import type { PlanText } from "../../../src/plan/text/plan-text.ts";
import type { LockBeside } from "../../../src/plan/verify/lock-file.ts";
import { verifyPlan } from "../../../src/plan/verify/verify.ts";
import { standards } from "../world.ts";

/** What finds an altered value; information doesn't count, nor does what a contradiction of the plan answers. */
const counts = ({ level, acceptedBy }: Diagnostic) => level !== "info" && acceptedBy === undefined;

/** The codes of all that `plan validate --fail-on warning` finds. */
export async function validated(document: Document, lock?: LockBeside): Promise<readonly string[]> {
  const { diagnostics } = await checkDocument(document, "", standards, lock);
  return diagnostics.filter(counts).map(({ code }) => code);
}

/** Whether the lock refuses a file, or its form does, so that there is no plan to hold against the lock. */
export async function isRefused(document: Document, lock: LockBeside): Promise<boolean> {
  const { plan, diagnostics } = await checkDocument(document, "", standards, lock);
  const errors = diagnostics.filter(({ level }) => level === "error");
  return errors.some(({ code }) => plan === undefined || code.startsWith("lock-"));
}

/** The codes of all that `plan verify --strict` finds in a file that can be read as a plan. */
export function verified(document: Document, text: PlanText): readonly string[] {
  const { plan } = compileDocument(document, "", standards.minerals);
  if (plan === undefined) return [];
  const minerals = standards.minerals.withTerms(plan.terms);
  const { diagnostics } = verifyPlan(document, { plan, clauses: new ClauseBook(plan), minerals }, text);
  return diagnostics.filter(counts).map(({ code }) => code);
}
