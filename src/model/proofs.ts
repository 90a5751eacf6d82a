import { DOCUMENTS, type DocumentKey } from "./evidence.ts";
import { type Facts, holds } from "./facts.ts";
import type { Zone } from "./plan.ts";
import { fact, type Proof } from "./truth.ts";
import { words } from "./words.ts";

/** The scope of a provision without conditions. */
export const CONCERNS_ALL: Proof = fact(true, () => words("适用于所有申请", "it concerns every application"));

/** A paper is in the case file. */
export function hasDocument(facts: Facts, key: DocumentKey): Proof {
  const { zh, en } = DOCUMENTS[key];
  return holds(
    facts.document(key),
    (given) => given,
    () => words(`有${zh}`, `the ${en} is there`),
  );
}

/** 严格论证: the strict justification that plans ask of exceptions is in the case file. */
export function isJustified(facts: Facts): Proof {
  return holds(
    facts.document("special-justification"),
    (given) => given,
    () => words("有严格论证材料", "a strict justification is there"),
  );
}

/** The site lies in a zone of the plan, wholly or partly. */
export function touches(zone: Zone, facts: Facts): Proof {
  return holds(
    facts.relationTo(zone),
    (given) => given !== "outside",
    () => words(`位于${zone.name}`, `it lies in ${zone.name}`),
  );
}
