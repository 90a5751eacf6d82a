import type { Document } from "../../input/document.ts";
import type { Problem } from "../../input/problem.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { clausesIn } from "./references.ts";

/** What no schema can see: repeated ids, clauses that nothing uses, a period that ends before it begins. */
export function inconsistencies(plan: Plan, document: Document): readonly Problem[] {
  const { file } = document;
  const problems: Problem[] = [];
  const bound = clausesIn([plan.rules, plan.zones, plan.blocks]);
  const seen = new Set<string>();
  plan.clauses.forEach(({ id, use }, index) => {
    const at = { file, field: id, ...document.locate(["clauses", index]) };
    if (seen.has(id))
      problems.push({
        ...at,
        code: "repeated-clause",
        message: words(`条款 ${id} 重复`, `clause ${id} appears twice`),
        remedy: words("只保留一个", "keep one of them"),
      });
    seen.add(id);
    if (use === undefined && !bound.has(id))
      problems.push({
        ...at,
        code: "unused-clause",
        message: words(`没有规则使用条款 ${id}`, `no rule uses clause ${id}`),
        remedy: words(
          "在 rules 中引用它，或注明 use: manual 或 use: background",
          "refer to it under rules, or mark it use: manual or use: background",
        ),
      });
  });
  if (plan.period.from > plan.period.to)
    problems.push({
      code: "reversed-period",
      file,
      field: "plan.period",
      ...document.locate(["plan", "period"]),
      message: words("规划期的起止颠倒", "the period ends before it begins"),
      remedy: words("改正 from、to", "correct from and to"),
    });
  return problems;
}
