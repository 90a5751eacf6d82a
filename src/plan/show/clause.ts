import { unusable } from "../../input/problem.ts";
import { conditionWords } from "../../model/condition-words.ts";
import { nearest } from "../../model/nearest.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { ClauseView, PointView, ProvisionView } from "../../model/plan-view.ts";
import { words } from "../../model/words.ts";
import { provisionsOf } from "../read/provisions.ts";
import { blockView, zoneView } from "../read/zone-view.ts";
import { lineOf } from "./overview.ts";

/** A clause whole, with all that rests on it. Throws `Unusable` if the plan has no such clause. */
export function clauseViewOf(id: string, inForce: PlanInForce): ClauseView {
  const { plan, clauses } = inForce;
  const clause = plan.clauses.find((one) => one.id === id.toUpperCase()) ?? noSuchClause(id, inForce);
  const { phrase, question, when, reason, remark } = clause;
  const names = (one: { readonly clauses: readonly string[] }) => one.clauses.includes(clause.id);
  return {
    ...lineOf(clause, clauses),
    phrase,
    ...(question === undefined ? {} : { question }),
    ...(when === undefined ? {} : { scope: conditionWords(when) }),
    ...(reason === undefined ? {} : { reason }),
    ...(remark === undefined ? {} : { remark }),
    provisions: provisionsOf(inForce).flatMap(({ view }) => restingOn(view, clause.id)),
    zones: plan.zones.filter((zone) => zone.clause === clause.id).map((zone) => zoneView(zone, inForce)),
    blocks: plan.blocks
      .filter((family) => family.clause === clause.id)
      .map((family) => blockView(family, inForce)),
    contradictions: plan.contradictions.filter(names),
    unpublished: plan.unpublished.filter(names),
  };
}

/** A provision as far as it rests on the clause: a clause of one row has that row alone. */
function restingOn(view: ProvisionView, id: string): readonly ProvisionView[] {
  const own = (point: PointView) => point.clause?.id === id;
  const decides = view.clauses.some((clause) => clause.id === id);
  if (decides || view.also.some((clause) => clause.id === id)) return [view];
  return view.points.some(own) ? [{ ...view, points: view.points.filter(own) }] : [];
}

function noSuchClause(id: string, { plan }: PlanInForce): never {
  const near = nearest(
    id.toUpperCase(),
    plan.clauses.map((clause) => clause.id),
  );
  return unusable({
    file: plan.file,
    field: "--clause",
    message: words(`本规划没有条款 ${id}`, `this plan has no clause ${id}`),
    remedy:
      near.length > 0
        ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
        : words(
            `运行 mineright plan show ${plan.id} 查看全部条款`,
            `run mineright plan show ${plan.id} to see all clauses`,
          ),
  });
}
