import type { Place } from "../casework/ground.ts";
import type { Crs } from "../geometry/crs/crs.ts";
import type { ReadApplication } from "../input/application.ts";
import type { CaseReport } from "../model/report.ts";
import { suggestionFile } from "../report/suggestion-file.ts";
import { crsFor, type DecideAgain, suggest } from "./suggest.ts";
import { writeWhole } from "./whole-file.ts";

/** The boundaries suggested in one run, for one file. */
export class Suggestions {
  private readonly crs: Crs;
  private readonly reports: CaseReport[] = [];

  constructor(
    private readonly file: string,
    private readonly places: ReadonlyMap<ReadApplication, Place>,
  ) {
    this.crs = crsFor(places.values());
  }

  /** The report with what is suggested for it, or with the reason why nothing is. */
  added(report: CaseReport, read: ReadApplication, decide: DecideAgain): CaseReport {
    const suggestion = suggest(report, this.places.get(read), this.crs, this.file, decide);
    const added = { ...report, suggestion };
    if ("parts" in suggestion) this.reports.push(added);
    return added;
  }

  /** An empty file would look like an answer, so where nothing is suggested none is written. */
  write(): void {
    if (this.reports.length > 0) writeWhole(this.file, suggestionFile(this.reports));
  }
}
