import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseDocument } from "../../src/input/document.ts";
import { ClauseBook, type PlanInForce } from "../../src/model/plan.ts";
import type { Verification } from "../../src/model/verification.ts";
import { HOME } from "../../src/plan/home.ts";
import { compileDocument, soundPlan } from "../../src/plan/load/compile.ts";
import { parsePlanText } from "../../src/plan/text/plan-text.ts";
import { verifyPlan } from "../../src/plan/verify/verify.ts";
import { standards } from "../support/world.ts";

/** The plan and the text of a county that doesn't exist. */
export const TEXTS = join(HOME, "test", "plan", "texts");
export const PLAN = readFileSync(join(TEXTS, "yunxi.yaml"), "utf8");
export const TEXT = readFileSync(join(TEXTS, "yunxi.txt"), "utf8");

/** Replaces what stands in a text exactly as given; a test must not change nothing. */
export function put(whole: string, of: string, by: string): string {
  if (!whole.includes(of)) throw new Error(`nothing to replace: ${of}`);
  return whole.replace(of, by);
}

export async function loaded(yaml: string): Promise<PlanInForce & { readonly document: Document }> {
  const document = await parseDocument(yaml, "yunxi.yaml");
  const plan = soundPlan(compileDocument(document, yaml, standards.minerals));
  return {
    document,
    plan,
    clauses: new ClauseBook(plan),
    minerals: standards.minerals.withTerms(plan.terms),
  };
}

export async function verified(yaml: string, text: string): Promise<Verification> {
  const { document, ...inForce } = await loaded(yaml);
  return verifyPlan(document, inForce, parsePlanText(text, "yunxi.txt", "sha"));
}
