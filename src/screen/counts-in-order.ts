import type { Finding, Outcome } from "../model/finding.ts";
import { SEVERITY } from "../model/outcome.ts";
import type { RowFinding } from "../model/screen-row.ts";
import { type Words, words } from "../model/words.ts";
import { type Counted, isFull } from "./claim.ts";
import { rowFinding } from "./row.ts";

/** What the rules that count say of a candidate once some rights were granted. */
export interface Heard {
  /** How many. */
  readonly granted: number;
  readonly findings: readonly Finding[];
}

/** What a rule that counts comes to in order. */
export interface CountInOrder {
  readonly name: string;
  readonly outcome: Outcome;
  /** It leaves no room for certain. */
  readonly isFull: boolean;
  /** Where that is worse than alone. */
  readonly worse?: RowFinding;
}

/**
 * Puts together what was found alone, with those granted that pass, and with all that may be: never better than
 * alone; and what only may come about leaves it open and fails nobody.
 */
export function countInOrder(
  alone: Counted,
  index: number,
  passing: Heard | undefined,
  possible: readonly Heard[],
): CountInOrder {
  let { outcome } = alone;
  let worse: RowFinding | undefined;
  const after = passing?.findings[index];
  if (after !== undefined && isHeavier(after.outcome, outcome)) {
    outcome = after.outcome;
    worse = told(after, outcome, withGranted(passing?.granted ?? 0));
  }
  for (const { granted, findings } of possible) {
    const finding = findings[index];
    const open = finding?.outcome === "fail" ? "review" : finding?.outcome;
    if (finding === undefined || open === undefined || !isHeavier(open, outcome)) continue;
    outcome = open;
    worse = told(finding, outcome, ifGranted(granted));
  }
  return {
    name: alone.name,
    outcome,
    isFull: alone.isFull || (after !== undefined && isFull(after)),
    ...(worse === undefined ? {} : { worse }),
  };
}

function isHeavier(a: Outcome, b: Outcome): boolean {
  return SEVERITY.indexOf(a) < SEVERITY.indexOf(b);
}

function told(finding: Finding, outcome: Outcome, before: Words): RowFinding | undefined {
  const message = finding.message();
  const said = words(`${before.zh}：${message.zh}`, `${before.en}: ${message.en}`);
  return rowFinding({ ...finding, outcome, message: () => said });
}

function withGranted(count: number): Words {
  return words(
    `计入排在前面、符合要求的候选区块（${count} 个）`,
    `Counting those before it that pass (${count})`,
  );
}

function ifGranted(count: number): Words {
  return words(
    `排在前面的候选区块（${count} 个）若都获批，含须复核的，其未说明的事项按最不利的计`,
    `If all before it were granted (${count}), those under review as well, and what isn't known of them went against it`,
  );
}
