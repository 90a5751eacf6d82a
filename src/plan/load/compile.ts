import { type Document, parseDocument } from "../../input/document.ts";
import { type Problem, Unusable } from "../../input/problem.ts";
import { problemsOf } from "../../input/schema-problems.ts";
import type { Minerals } from "../../model/mineral.ts";
import type { Plan } from "../../model/plan.ts";
import { hashOf } from "./hash.ts";
import { inconsistencies } from "./inconsistencies.ts";
import type { Names } from "./kit.ts";
import { namesIn } from "./names.ts";
import { withPlaceholders } from "./placeholders.ts";
import { planSchema } from "./schema.ts";

/**
 * Reads a plan file (YAML) into a plan: plain values that can be kept as JSON, each clause with its
 * line. Throws {@link Unusable} with every problem found, each at its place.
 */
export async function compilePlan(text: string, file: string, minerals: Minerals): Promise<Plan> {
  return soundPlan(compileDocument(await parseDocument(text, file), text, minerals));
}

/** What a plan file came to: where there is no plan, its problems tell why; one with problems isn't to be used. */
export interface Compiled {
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
}

/** The plan, if nothing is wrong with it. Throws {@link Unusable}. */
export function soundPlan({ plan, problems }: Compiled): Plan {
  if (plan === undefined || problems.length > 0) throw new Unusable(problems);
  return plan;
}

/** The same for a file that was parsed before: whoever checks a plan needs both, the values and their places. */
export function compileDocument(document: Document, text: string, minerals: Minerals): Compiled {
  const schema = schemaFor(namesIn(document.value, minerals));
  const parsed = schema.safeParse(document.value, { reportInput: true });
  if (!parsed.success)
    return {
      problems: withPlaceholders(problemsOf(parsed.error.issues, schema, document, []), document),
    };
  const { plan: head, clauses, zones, ...rest } = parsed.data;
  const plan = {
    ...head,
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
  return { plan, problems: withPlaceholders(inconsistencies(plan, document), document) };
}

let made: ReturnType<typeof planSchema> | undefined;
let allowed: Names;

/** Making the schema takes longer than reading a plan by it: it is made once, and only the names change. */
function schemaFor(names: Names): ReturnType<typeof planSchema> {
  allowed = names;
  made ??= planSchema(() => allowed);
  return made;
}
