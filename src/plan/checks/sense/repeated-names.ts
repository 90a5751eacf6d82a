import type { Path } from "../../../input/document.ts";
import { words } from "../../../model/words.ts";
import type { Check, PlanUnderCheck } from "../check.ts";

/** Whatever is referred to by a name has it alone. */
export const repeatedName: Check = {
  code: "repeated-name",
  level: "error",
  title: words("名称重复", "Repeated name"),
  why: words(
    "两个分区（含别名）、区块、用词同名，同一条款下一个矿种的区块分列两处，或两条矛盾记录、两项校核同一编号：引用不明。",
    "Two zones (or their aliases), blocks or terms have one name, a clause's blocks for one mineral stand in two entries, or two contradictions or totals one id: a reference could mean either.",
  ),
  wrong: { of: "name: 西山集中开采区", by: "name: 东山集中开采区" },
  right: { of: "name: 西山集中开采区", by: "name: 南山集中开采区" },
  *looks({ plan }) {
    const seen = new Set<string>();
    for (const { kind, name, path } of namesOf(plan)) {
      const key = `${kind} ${name}`;
      yield seen.has(key)
        ? {
            path,
            subject: name,
            finds: kind,
            message: words(`“${name}”重复`, `"${name}" appears twice`),
            remedy: words("改正其一，或只保留一个", "correct one of them, or keep only one"),
          }
        : undefined;
      seen.add(key);
    }
  },
};

function* namesOf(plan: PlanUnderCheck["plan"]): Generator<{ kind: string; name: string; path: Path }> {
  for (const [index, { name, aliases = [] }] of plan.zones.entries()) {
    if (name !== undefined) yield { kind: "zone", name, path: ["zones", index, "name"] };
    for (const [at, alias] of aliases.entries())
      yield { kind: "zone", name: alias, path: ["zones", index, "aliases", at] };
  }
  for (const [index, { kind, clause, name, mineral, level }] of plan.blocks.entries()) {
    const of = ["blocks", kind, clause, ...[level ?? []].flat()].join(" ");
    if (name !== undefined) yield { kind: `${kind} block`, name, path: ["blocks", index, "name"] };
    else if (mineral !== undefined) yield { kind: of, name: mineral, path: ["blocks", index, "mineral"] };
  }
  for (const [index, { name }] of plan.terms.entries())
    yield { kind: "term", name, path: ["terms", index, "name"] };
  for (const kind of ["contradictions", "totals"] as const)
    for (const [index, { id }] of plan[kind].entries()) yield { kind, name: id, path: [kind, index, "id"] };
}
