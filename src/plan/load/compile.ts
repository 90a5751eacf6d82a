import { type Document, parseDocument } from "../../input/document.ts";
import { type Problem, Unusable } from "../../input/problem.ts";
import { problemsOf } from "../../input/schema-problems.ts";
import type { Minerals, Term } from "../../model/mineral.ts";
import { type Plan, ZONE_KINDS } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { hashOf } from "./hash.ts";
import type { Names } from "./kit.ts";
import { withPlaceholders } from "./placeholders.ts";
import { clausesIn } from "./references.ts";
import { planSchema } from "./schema.ts";

/**
 * Reads a plan file (YAML) into a plan: plain values that can be kept as JSON, each clause with its
 * line. Throws {@link Unusable} with every problem found, each at its place.
 */
export async function compilePlan(text: string, file: string, minerals: Minerals): Promise<Plan> {
  return compileDocument(await parseDocument(text, file), text, minerals);
}

/** The same for a file that was parsed before: whoever checks a plan needs both, the values and their places. */
export function compileDocument(document: Document, text: string, minerals: Minerals): Plan {
  const schema = planSchema(namesIn(document.value, minerals));
  const parsed = schema.safeParse(document.value, { reportInput: true });
  if (!parsed.success)
    throw new Unusable(withPlaceholders(problemsOf(parsed.error.issues, schema, document, []), document));
  const { plan, clauses, zones, ...rest } = parsed.data;
  const compiled = {
    ...plan,
    ...rest,
    clauses: clauses.map((clause, index) => ({ ...clause, line: document.locate(["clauses", index]).line })),
    zones: zones.map((zone, index) =>
      zone.geometry === undefined
        ? zone
        : { ...zone, geometryAt: document.locate(["zones", index, "geometry"]) },
    ),
    file: document.file,
    sha256: hashOf(text),
  } as Plan;
  const problems = withPlaceholders(inconsistencies(compiled, document), document);
  if (problems.length > 0) throw new Unusable(problems);
  return compiled;
}

/** What the file itself names, read before it is known to be sound. */
function namesIn(value: unknown, minerals: Minerals): Names {
  const list = (key: string): readonly Record<string, unknown>[] => {
    const found = (value as Record<string, unknown> | null)?.[key];
    return Array.isArray(found) ? found.filter((one) => one !== null && typeof one === "object") : [];
  };
  const ids = new Set(list("clauses").map(({ id }) => id));
  const terms = list("terms").filter(({ name }) => typeof name === "string") as unknown as readonly Term[];
  const zones = new Set<unknown>([...list("zones").map(({ name }) => name), ...ZONE_KINDS]);
  const vocabulary = minerals.withTerms(
    terms.filter(({ is }) => is === undefined || minerals.term(is) !== undefined),
  );
  return {
    hasClause: (id) => ids.has(id),
    hasMineral: (name) => vocabulary.term(name) !== undefined,
    hasZone: (name) => zones.has(name),
  };
}

/** What no schema can see: repeated ids, clauses that nothing uses, a period that ends before it begins. */
function inconsistencies(plan: Plan, document: Document): Problem[] {
  const { file } = document;
  const problems: Problem[] = [];
  const bound = clausesIn([plan.rules, plan.zones, plan.blocks]);
  const seen = new Set<string>();
  plan.clauses.forEach(({ id, use }, index) => {
    const at = { file, field: id, ...document.locate(["clauses", index]) };
    if (seen.has(id))
      problems.push({
        ...at,
        message: words(`条款 ${id} 重复`, `clause ${id} appears twice`),
        remedy: words("只保留一个", "keep one of them"),
      });
    seen.add(id);
    if (use === undefined && !bound.has(id))
      problems.push({
        ...at,
        message: words(`没有规则使用条款 ${id}`, `no rule uses clause ${id}`),
        remedy: words(
          "在 rules 中引用它，或注明 use: manual 或 use: background",
          "refer to it under rules, or mark it use: manual or use: background",
        ),
      });
  });
  if (plan.period.from > plan.period.to)
    problems.push({
      file,
      field: "plan.period",
      ...document.locate(["plan", "period"]),
      message: words("规划期的起止颠倒", "the period ends before it begins"),
      remedy: words("改正 from、to", "correct from and to"),
    });
  return problems;
}
