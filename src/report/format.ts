import type { CaseReport } from "../model/report.ts";

/**
 * A way to print reports, one after the other, so that none has to be kept: what stands before,
 * between and after them, and each by itself. Pure: report values in, text out.
 */
export interface ReportFormat {
  readonly open: string;
  one(report: CaseReport): string;
  readonly between: string;
  close(all: readonly Pick<CaseReport, "application" | "verdict">[]): string;
}
