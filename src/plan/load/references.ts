/** The keys of a plan file under which clause ids stand. */
const CLAUSE_KEYS = new Set(["clause", "clauses", "with", "policy", "agreement", "coProduct"]);

/** Every clause id that a part of a plan file refers to. */
export function clausesIn(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(part, false, found);
  return found;
}

function collect(part: unknown, isClause: boolean, found: Set<string>): void {
  if (typeof part === "string") {
    if (isClause) found.add(part);
  } else if (Array.isArray(part)) {
    for (const item of part) collect(item, isClause, found);
  } else if (part !== null && typeof part === "object") {
    for (const [key, value] of Object.entries(part)) collect(value, CLAUSE_KEYS.has(key), found);
  }
}
