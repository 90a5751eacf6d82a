/** The ways to say that a fact isn't known; each is the same as leaving it out. */
const UNKNOWN = new Set<unknown>([null, "未知", "unknown"]);

/**
 * Leaves every field whose value says that it isn't known without a value, but keeps its key: a key
 * that nobody knows is an error all the same. Lists keep their elements.
 */
export function pruneUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruneUnknown);
  if (value === null || typeof value !== "object") return value;
  // From entries, so that a key named __proto__ stays a key like any other.
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, knownOrNothing(field)]));
}

/** The value of a field; undefined if it says that it isn't known. */
export function knownOrNothing(field: unknown): unknown {
  return UNKNOWN.has(field) ? undefined : pruneUnknown(field);
}
