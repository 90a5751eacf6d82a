import { weighs } from "../engine/conclusion.ts";
import type { Decider } from "../engine/decider.ts";
import type { Beside } from "../engine/facts.ts";
import type { Application } from "../model/application.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { CaseReport } from "../model/report.ts";
import type { Row } from "../model/screen-row.ts";
import { packed, unpacked } from "./carried.ts";
import { nameOf } from "./row.ts";

/** What a candidate that doesn't fail claims of the counts: all that must be known to hear it again later. */
export interface Claim {
  readonly application: Application;
  readonly location?: MeasuredSite;
  /** What the rules that count said of it alone, in their order. */
  readonly counted: readonly Counted[];
  /** `rule@clause` of what else is under review. */
  readonly reviews: readonly string[];
  /** A provision that doesn't count was found met. */
  readonly isMet: boolean;
}

/** A finding of a rule that counts. */
export interface Counted {
  readonly rule: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly isFull: boolean;
}

/** A row with its claim, before it is put out. */
export type ClaimingRow = Row & { readonly claim?: Claim };

/** The row as plain data, for another thread or a file. */
export function withClaimPacked(row: ClaimingRow): ClaimingRow {
  return row.claim === undefined ? row : { ...row, claim: packed(row.claim) as Claim };
}

export function withClaimUnpacked(row: ClaimingRow): ClaimingRow {
  return row.claim === undefined ? row : { ...row, claim: unpacked(row.claim) as Claim };
}

/** Undefined: no count concerns it, and it takes no room. */
export function claimOf(report: CaseReport, decider: Decider, beside: Beside): Claim | undefined {
  const { application, location, findings, verdict } = report;
  if (verdict === "fail") return undefined;
  const counted = findings.filter(({ counts }) => counts);
  if (counted.length === 0 && decider.addition(application, beside) === undefined) return undefined;
  const others = findings.filter(({ counts }) => !counts);
  const { geometry: _, ...stated } = application;
  return {
    application: stated,
    ...(location === undefined ? {} : { location: withoutDrawing(location) }),
    counted: counted.map((finding) => ({
      rule: finding.rule,
      name: nameOf(finding),
      outcome: finding.outcome,
      isFull: isFull(finding),
    })),
    reviews: others.filter(({ outcome }) => outcome === "review").map(nameOf),
    isMet: others.some((finding) => finding.outcome === "pass" && weighs(finding)),
  };
}

/** It is known that there is no room, though that is for a person to decide. */
export function isFull({ outcome, because }: Finding): boolean {
  return (
    outcome === "review" &&
    because.some(({ truth }) => truth === false) &&
    !because.some(({ truth }) => truth === "unknown")
  );
}

/** No rule that counts asks for what is only drawn or told. */
function withoutDrawing(location: MeasuredSite): MeasuredSite {
  return { ...location, outline: [], overlaps: [], layers: [], account: [] };
}
