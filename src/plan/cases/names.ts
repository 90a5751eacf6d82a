import { RULES } from "../../../rules/registry.ts";
import type { Path } from "../../input/document.ts";
import type { Problem } from "../../input/problem.ts";
import { nearest } from "../../model/nearest.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { type Words, words } from "../../model/words.ts";
import type { CaseFile } from "./read.ts";

/** A finding that a case expects, by `clause` or `clause@rule`. */
export interface FindingKey {
  readonly clause: string;
  readonly rule?: string;
}

export function readKey(key: string): FindingKey {
  const at = key.indexOf("@");
  return at < 0 ? { clause: key } : { clause: key.slice(0, at), rule: key.slice(at + 1) };
}

const RULE_IDS = RULES.map(({ id }) => id);

/** Clauses and rules that a file of cases names and that don't exist: no finding could ever be theirs. */
export function strayNames(file: CaseFile, { plan }: PlanInForce, { others }: Standards): Problem[] {
  const ids = plan.clauses.map(({ id }) => id);
  const known = new Set([...ids, ...others]);
  const { document } = file;
  const problem = (
    path: Path,
    key: string,
    message: Words,
    name: string,
    all: readonly string[],
  ): Problem => {
    const near = nearest(name, all);
    return {
      file: document.file,
      ...document.locateKey(path, key),
      field: key,
      message,
      remedy:
        near.length > 0
          ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
          : words(`见 ${plan.file}`, `see ${plan.file}`),
    };
  };
  const noClause = (path: Path, key: string, clause: string) =>
    problem(
      path,
      key,
      words(`规划 ${plan.id} 没有条款“${clause}”`, `the plan ${plan.id} has no clause "${clause}"`),
      clause,
      [...known],
    );
  const problems = file.cases.flatMap(({ findings = {} }, index) =>
    Object.keys(findings).flatMap((key) => {
      const path = ["cases", index, "findings"];
      const { clause, rule } = readKey(key);
      if (!known.has(clause)) return [noClause(path, key, clause)];
      if (rule === undefined || RULE_IDS.includes(rule)) return [];
      return [problem(path, key, words(`没有规则“${rule}”`, `there is no rule "${rule}"`), rule, RULE_IDS)];
    }),
  );
  const bound = new Set(ids);
  const oneSided = Object.keys(file.oneSided ?? {}).filter((id) => !bound.has(id));
  return [...problems, ...oneSided.map((id) => noClause(["oneSided"], id, id))];
}
