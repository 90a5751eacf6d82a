import type { CaseReport } from "../model/report.ts";
import type { ReportFormat } from "../report/format.ts";
import type { Target } from "./output.ts";
import { writeWhole } from "./whole-file.ts";

/** One output in the making: reports go in, and at the end it is written whole. */
export class Sheet {
  private readonly chunks: string[] = [];

  constructor(
    private readonly target: Target,
    private readonly format: ReportFormat,
  ) {}

  add(report: CaseReport): void {
    this.chunks.push(
      this.chunks.length === 0 ? this.format.open : this.format.between,
      this.format.one(report),
    );
  }

  write(all: Parameters<ReportFormat["close"]>[0]): void {
    this.chunks.push(this.format.close(all));
    if (this.target.file !== undefined) writeWhole(this.target.file, this.chunks);
    else for (const chunk of this.chunks) process.stdout.write(chunk);
  }
}
