import type { PlanCoverage } from "../../model/coverage.ts";

/** Coverage for programs: all that the text shows, and every clause id. */
export function coverageJson(plans: readonly PlanCoverage[]): string {
  return `${JSON.stringify({ schema: "mineright/plan-coverage@1", plans }, null, 2)}\n`;
}
