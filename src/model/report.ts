import type { Application } from "./application.ts";
import type { Finding, Outcome, Verdict } from "./finding.ts";
import type { MeasuredSite } from "./measured-site.ts";
import type { Plan } from "./plan.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Words } from "./words.ts";

/** A question that a person must answer and that doesn't weigh on the verdict. */
export interface ChecklistItem {
  readonly clause: string;
  readonly at: string;
  readonly ask: Words;
}

/** What was decided of one application: all that any report format shows. */
export interface CaseReport {
  readonly plan: Plan;
  readonly application: Application;
  readonly file: string;
  /** The date that the provisions were applied by; absent if none was given. */
  readonly asOf?: string;
  /** Where the site lies by coordinates and layers; absent without a boundary. */
  readonly location?: MeasuredSite;
  readonly verdict: Verdict;
  /** A boundary that would do better, where one was asked for. */
  readonly suggestion?: Suggestion;
  /** In the order of the rules. */
  readonly findings: readonly Finding[];
  readonly checklist: readonly ChecklistItem[];
  readonly counts: Readonly<Record<Outcome, number>>;
}
