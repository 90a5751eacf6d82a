import type { Decimal } from "./decimal.ts";
import type { Missing, Proof } from "./truth.ts";
import type { Words } from "./words.ts";

/**
 * How strongly a provision (条款) binds: 严禁, 必须, 不得 … are `mandatory`; 原则上, 限制 … are a
 * `principle`; 预期性, 鼓励, 优先 … are `expected`.
 */
export const FORCES = ["mandatory", "principle", "expected"] as const;
export type Force = (typeof FORCES)[number];

/** 不通过, 须复核, 通过, 提示, 不适用; in the order of a report. */
export const OUTCOMES = ["fail", "review", "pass", "note", "not-applicable"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** 符合, 不符合, 须复核. */
export type Verdict = "pass" | "fail" | "review";

/** Who can do what would make a finding pass. */
export type Actor = "applicant" | "authority";

/** What would make a finding pass. */
export interface Remedy {
  readonly by: Actor;
  readonly words: Words;
}

/** How far a figure is from its limit: positive on the right side of it. */
export interface Margin {
  readonly left: Decimal;
  readonly limit: Decimal;
  readonly unit: Words;
  /** How many of the English unit make up one of the Chinese, in which the figures are: 万吨, t. */
  readonly times?: Decimal;
}

/** A place in the law that a finding rests on: a clause of the plan, or of a national standard. */
export interface Citation {
  readonly id: string;
  /** Where it stands: `第四节 专栏4 第1行`. */
  readonly at: string;
  readonly force: Force;
  readonly file: string;
  readonly line: number;
  /** A case that counts as conforming (视同符合): it may save the application, never condemn it. */
  readonly excuse?: true;
}

/** What a rule says of one provision, before anyone's attestation. */
export interface Ruling {
  /** The clauses that decide: an attestation of one of them settles the ruling. */
  readonly clauses: readonly Citation[];
  /** Further clauses it leans on. */
  readonly also?: readonly Citation[];
  readonly outcome: Outcome;
  /** What was found, in a sentence. */
  readonly message: () => Words;
  /** The figure or state the plan asks for, and the one that was found. */
  readonly expected?: () => Words;
  readonly actual?: () => Words;
  readonly margin?: Margin;
  readonly missing?: readonly Missing[];
  readonly remedy?: () => Remedy;
  /** The statements it follows from, for the explanation. */
  readonly because: readonly Proof[];
  /** It didn't arise here, but a person should look: what to ask. */
  readonly ask?: Words;
  /** It is held against the rights that exist, so that one granted before may change it. */
  readonly counts?: true;
  /** No attestation can settle it: what it lacks is a fact or another plan, not a judgement. */
  readonly final?: boolean;
}

/** A ruling as the report shows it. */
export interface Finding extends Ruling {
  readonly rule: string;
  readonly attestation?: { readonly by: string; readonly met: boolean; readonly note?: string };
}

/** The verdict is the sum of the findings; a run in which nothing was decided is never a pass. */
export function verdictOf(findings: readonly Pick<Finding, "outcome">[]): Verdict {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  if (has("fail")) return "fail";
  return has("review") || !has("pass") ? "review" : "pass";
}
