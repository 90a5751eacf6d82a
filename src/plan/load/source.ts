import { basename, join } from "node:path";
import { type Document, parseDocument } from "../../input/document.ts";
import { readText } from "../../input/text.ts";
import { ClauseBook, type PlanInForce } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { HOME } from "../home.ts";
import { compileDocument, soundPlan } from "./compile.ts";

/** A plan together with the file it was read from, which can say where each value stands. */
export interface PlanSource extends PlanInForce {
  readonly document: Document;
  /** Where the file is; reports name a bundled one as `plans/<name>`. */
  readonly path: string;
}

/** Reads a plan file with its places. Throws {@link Unusable} with every problem found in it. */
export async function readPlanSource(path: string, standards: Standards): Promise<PlanSource> {
  const text = readText(path);
  const isBundled = path === join(HOME, "plans", basename(path));
  const document = await parseDocument(text, isBundled ? `plans/${basename(path)}` : path);
  const plan = soundPlan(compileDocument(document, text, standards.minerals));
  return {
    plan,
    clauses: new ClauseBook(plan),
    minerals: standards.minerals.withTerms(plan.terms),
    document,
    path,
  };
}
