/** The clauses that an entry of a plan file rests on itself: `clause`, then `with`. */
export function clausesOf(entry: Readonly<Record<string, unknown>>): readonly string[] {
  return [entry["clause"], entry["with"]].flatMap(idsIn);
}

function idsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((id): id is string => typeof id === "string");
}
