import type { Document } from "../../input/document.ts";
import { unusable } from "../../input/problem.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Plan, PlanInForce } from "../../model/plan.ts";
import type { Departure, Verification, VerifiedValue } from "../../model/verification.ts";
import { words } from "../../model/words.ts";
import { outlineOf } from "../text/outline.ts";
import { plain } from "../text/plain.ts";
import type { PlanText } from "../text/plan-text.ts";
import { writtenIn } from "./departures.ts";
import { findPassage, type Passage } from "./passage.ts";
import { clauseDiagnostics } from "./tell-clauses.ts";
import { tellUnusedWritten, tellValue } from "./tell-values.ts";
import { TotalPlaces } from "./total-places.ts";
import { valuesOf } from "./values.ts";
import { Verifier } from "./verifier.ts";

/**
 * Holds every value of a plan file against the plan's published text.
 * Throws {@link Unusable} if the text is another plan's.
 */
export function verifyPlan(
  document: Document,
  { plan, minerals }: PlanInForce,
  text: PlanText,
): Verification {
  refuseOther(plan, text);
  const outline = outlineOf(text);
  const passages = new Map(
    plan.clauses.map((clause): [string, Passage] => [
      clause.id,
      findPassage([clause.at, ...(clause.also ?? [])], clause.phrase, outline, plan.boxes ?? []),
    ]),
  );
  const written = writtenIn(document);
  const totals = new TotalPlaces(plan, document.value, passages, outline);
  const verifier = new Verifier(plan, minerals, text, passages, written, totals);
  const results = valuesOf(document.value).map((value) => ({ value, result: verifier.verify(value) }));
  const values = results.map(({ value, result }): VerifiedValue => {
    const { kind, status, textLine, clause } = result;
    return {
      key: value.key,
      kind,
      value: value.value,
      status,
      ...(textLine === undefined ? {} : { textLine }),
      ...(clause === undefined ? {} : { clause }),
    };
  });
  const diagnostics: Diagnostic[] = [
    ...clauseDiagnostics(document, plan, passages, text),
    ...results.flatMap(({ value, result }) => tellValue(document, value, result, passages, text)),
    ...tellUnusedWritten(document, written, verifier.used),
  ];
  return {
    plan: plan.id,
    file: document.file,
    text: { file: text.file, sha256: text.sha256 },
    values,
    departures: written.map((entry): Departure => {
      const textLine = entry.as === undefined ? undefined : verifier.lineOf(entry.as);
      return {
        file: document.file,
        line: entry.line,
        column: entry.column,
        clause: entry.clauses.join(", "),
        value: String(entry.value),
        ...(entry.as === undefined ? {} : { as: entry.as }),
        ...(textLine === undefined ? {} : { textLine }),
        why: entry.why,
      };
    }),
    diagnostics: diagnostics.sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    ),
  };
}

/** The text must name itself by the plan's title, wherever it does so. */
function refuseOther({ title, file }: Plan, text: PlanText): void {
  if (text.plain.includes(plain(title))) return;
  unusable({
    file: text.file,
    message: words(
      `文本中没有《${title}》这一题名，不是 ${file} 的文本`,
      `it doesn't name itself 《${title}》: it isn't the text of ${file}`,
    ),
    remedy: words("以 --text 指定该规划自己的文本", "name the plan's own text with --text"),
  });
}
