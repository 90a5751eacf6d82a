import { type CaseFileResult, type CaseResult, countCases } from "../../model/case-result.ts";
import { sayMismatch } from "./mismatch.ts";

/** How cases went, for programs; all that the other formats show, in both languages. */
export function casesJson(files: readonly CaseFileResult[]): string {
  const counts = countCases(files);
  const report = {
    schema: "mineright/plan-test@1",
    counts,
    files: files.map(({ file, plan, cases }) => ({ file, plan, cases: cases.map(caseOf) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function caseOf({ met, mismatches, ...rest }: CaseResult): object {
  return {
    ...rest,
    passed: mismatches.length === 0,
    met,
    mismatches: mismatches.map((mismatch) => ({ ...mismatch, message: sayMismatch(mismatch).headline })),
  };
}
