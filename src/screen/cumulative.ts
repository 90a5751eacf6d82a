import type { Decider } from "../engine/decider.ts";
import { Before } from "../engine/granted/before.ts";
import type { GrantedRights } from "../engine/granted/granted-rights.ts";
import { type Outcome, type Verdict, verdictOf } from "../model/finding.ts";
import type { Register } from "../model/register.ts";
import type { Row, RowFinding, RowInOrder, RowMargin } from "../model/screen-row.ts";
import { shorten } from "../model/short-report.ts";
import type { Claim, ClaimingRow } from "./claim.ts";
import { type CountInOrder, countInOrder, type Heard } from "./counts-in-order.ts";
import { bySize, rowFinding } from "./row.ts";

/** By what candidates are heard again. */
export interface Hearing {
  readonly deciderOf: (plan: string) => Promise<Decider>;
  readonly register: Register | undefined;
  readonly asOf: string | undefined;
}

/**
 * Decides candidates in their order, each after those before it have taken their room (依次累计). Those that pass
 * take it. Those under review may: what fits only without them is under review as well. One that is known not
 * to fit takes none, so that a smaller one after it may still fit. Of a candidate only the counts are decided
 * again, and only once there is somebody before it. Plans have their counts each for itself.
 */
export class InOrder {
  private readonly plans = new Map<string, Before>();

  constructor(private readonly hearing: Hearing) {}

  async *rows(rows: AsyncIterable<ClaimingRow>): AsyncGenerator<Row> {
    for await (const { claim, ...row } of rows)
      yield { ...row, cumulative: claim === undefined ? asAlone(row) : await this.hear(row, claim) };
  }

  private async hear(row: Row, claim: Claim): Promise<RowInOrder> {
    const { plan = "" } = row;
    const decider = await this.hearing.deciderOf(plan);
    const before = this.plans.get(plan) ?? new Before();
    this.plans.set(plan, before);
    const { register, asOf } = this.hearing;
    const beside = { register, asOf, location: claim.location };
    const rules = new Set(claim.counted.map(({ rule }) => rule));
    const recount = (granted: GrantedRights): Heard => {
      const findings = decider.recount(claim.application, { ...beside, granted }, rules);
      if (findings.length !== claim.counted.length) throw new Error(`other counts of ${row.id} than before`);
      return { granted: granted.size, findings };
    };
    const passing = before.passing && recount(before.passing);
    const possible = before.possible.map(recount);
    const counts = claim.counted.map((alone, index) => countInOrder(alone, index, passing, possible));
    const verdict = verdictIn(claim, counts);
    const hasRoom = verdict !== "fail" && !counts.some(({ isFull }) => isFull);
    const addition = hasRoom ? decider.addition(claim.application, beside) : undefined;
    if (addition !== undefined) before.add(addition, verdict === "pass" ? "sure" : "open");
    const takes = addition === undefined ? "no" : verdict === "pass" ? "yes" : "maybe";
    return { verdict, takes, ...reasons(row, claim, counts, possible[0]) };
  }
}

function asAlone({ verdict, binding, fails, reviews, margins }: Row): RowInOrder {
  return { verdict, takes: "no", ...(binding === undefined ? {} : { binding }), fails, reviews, margins };
}

function verdictIn({ reviews, isMet }: Claim, counts: readonly CountInOrder[]): Verdict {
  const others: readonly Outcome[] = [
    ...reviews.map(() => "review" as const),
    ...(isMet ? ["pass" as const] : []),
  ];
  return verdictOf([...others.map((outcome) => ({ outcome })), ...counts]);
}

function reasons(
  row: Row,
  { counted, reviews }: Claim,
  counts: readonly CountInOrder[],
  /** With all granted that may be. */
  last: Heard | undefined,
): Omit<RowInOrder, "verdict" | "takes"> {
  const named = (outcome: Outcome) => counts.filter((one) => one.outcome === outcome).map(({ name }) => name);
  const names = new Set(counted.map(({ name }) => name));
  const others = row.margins.filter(({ rule, clause }) => !names.has(`${rule}@${clause}`));
  const margins =
    last === undefined
      ? row.margins
      : bySize([...others, ...last.findings.flatMap((finding) => shorten(finding).margin ?? [])]);
  const binding = bindingIn(row, counts, margins[0], last);
  return {
    ...(binding === undefined ? {} : { binding }),
    fails: named("fail"),
    reviews: [...reviews, ...named("review")],
    margins,
  };
}

/** A count that comes out worse than alone, a failing one first; else what binds it alone, or the least margin. */
function bindingIn(
  row: Row,
  counts: readonly CountInOrder[],
  tightest: RowMargin | undefined,
  last: Heard | undefined,
): RowFinding | undefined {
  const worse = (outcome: Outcome) => counts.find((one) => one.outcome === outcome && one.worse)?.worse;
  const against = worse("fail") ?? worse("review");
  if (against !== undefined || row.verdict !== "pass") return against ?? row.binding;
  const finding = last?.findings.find(
    ({ rule, clauses: [clause] }) => rule === tightest?.rule && clause?.id === tightest.clause,
  );
  return (finding && rowFinding(finding)) ?? row.binding;
}
