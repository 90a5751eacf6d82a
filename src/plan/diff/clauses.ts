import { conditionWords } from "../../model/condition-words.ts";
import { FORCE_WORDS } from "../../model/force-words.ts";
import { type Clause, formatPlace, type PlanInForce } from "../../model/plan.ts";
import type { Change } from "../../model/plan-diff.ts";
import type { Point } from "../../model/reading.ts";
import { joinWords, verbatim, type Words, words } from "../../model/words.ts";
import { paired } from "./pairs.ts";
import { comparePoints } from "./points.ts";
import { forcePoint } from "./rules.ts";

/** Clauses added, dropped, numbered anew, or changed in force, wording or use. */
export function clauseChanges(old: PlanInForce, now: PlanInForce): readonly Change[] {
  const { pairs, removed, added } = paired(old.plan.clauses, now.plan.clauses, likeness);
  const before = (clause: Clause) => ({ of: verbatim(clause.id), old: old.clauses.cite(clause.id) });
  const after = (clause: Clause) => ({ of: verbatim(clause.id), new: now.clauses.cite(clause.id) });
  const whole = { part: "clause", effect: "changed", subject: words("条款", "clause") } as const;
  return [
    ...pairs.flatMap(([was, is]) =>
      comparePoints(pointsOf(was), pointsOf(is)).map((change) => ({
        part: "clause" as const,
        ...change,
        ...before(was),
        ...after(is),
      })),
    ),
    ...removed.map(
      (clause): Change => ({ ...whole, kind: "removed", from: summary(clause), ...before(clause) }),
    ),
    ...added.map((clause): Change => ({ ...whole, kind: "added", to: summary(clause), ...after(clause) })),
  ];
}

/** By the id; one that was numbered anew, by its key phrase. */
function likeness(was: Clause, is: Clause): number {
  if (was.id === is.id) return 2;
  return was.phrase.every((one, index) => one === is.phrase[index]) ? 1 : 0;
}

function pointsOf(clause: Clause): readonly Point[] {
  const { id, at, force, phrase, asks, use = "rule", question, when, reason, remark } = clause;
  const optional = (label: Words, value: Words | undefined) =>
    value === undefined ? [] : [{ label, value }];
  return [
    forcePoint(force),
    { label: words("编号", "id"), value: verbatim(id) },
    { label: words("位置", "place"), value: verbatim(formatPlace(at)) },
    { label: words("关键词句", "key phrase"), value: joinWords(phrase.map(verbatim), " / ", " / ") },
    { label: words("要求", "asks"), value: asks },
    { label: words("处理方式", "decided by"), value: USES[use] },
    ...optional(words("核对问题", "question"), question),
    ...optional(words("适用", "concerns"), when && conditionWords(when)),
    ...optional(words("作为背景的理由", "why it is background"), reason),
    ...optional(words("编者注", "editor's remark"), remark === undefined ? undefined : verbatim(remark)),
  ];
}

const USES = {
  rule: words("规则", "a rule"),
  manual: words("人工核对", "a person"),
  background: words("背景", "nobody: background"),
} as const;

function summary({ force, asks }: Clause): Words {
  const { zh, en } = FORCE_WORDS[force];
  return words(`${asks.zh}（${zh}）`, `${asks.en} (${en})`);
}
