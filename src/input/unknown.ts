/** The ways to say that a fact isn't known; each is the same as leaving it out. */
const UNKNOWN = new Set<unknown>([null, "未知", "unknown"]);

/** Takes out every field whose value says that it isn't known. Lists keep their elements. */
export function pruneUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruneUnknown);
  if (value === null || typeof value !== "object") return value;
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) if (!UNKNOWN.has(field)) kept[key] = pruneUnknown(field);
  return kept;
}
