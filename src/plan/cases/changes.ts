import type { Document, Path } from "../../input/document.ts";

type Values = Readonly<Record<string, unknown>>;

/** An application (or register) with a case's changes put in. */
export function withChanges(base: Values = {}, changes: Values = {}): Record<string, unknown> {
  const changed = structuredClone(base) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) put(changed, path.split("."), value);
  return changed;
}

function put(at: Record<string, unknown>, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value === null) delete at[key];
    else own(at, key, value);
    return;
  }
  const there = Object.hasOwn(at, key) ? at[key] : undefined;
  const inner = isObject(there) ? there : {};
  own(at, key, inner);
  put(inner, rest, value);
}

/** Also a key named __proto__ stays a key like any other, for the schema to refuse. */
function own(at: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(at, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The changes that take away what isn't there: nobody means that, so that a name is misspelt. */
export function idleChanges(base: Values = {}, changes: Values = {}): readonly string[] {
  return Object.keys(changes).filter((path) => changes[path] === null && !hasPath(base, path.split(".")));
}

function hasPath(value: unknown, [key, ...rest]: Path): boolean {
  if (key === undefined) return value !== undefined;
  return isObject(value) && Object.hasOwn(value, key) && hasPath(value[key], rest);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => String(step) === String(path[index]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}

/** Where the parts of a changed value stand in the file: the value itself and its changes. */
interface Laid {
  readonly base: Path;
  readonly at: Path;
  readonly changes: Values | undefined;
}

/**
 * The changed value as a document of its own, whose places are those of the case file: what a change says
 * stands there, all else in the base.
 */
export function changedDocument(
  document: Document,
  value: Values,
  { base, at, changes = {} }: Laid,
): Document {
  const keys = Object.keys(changes)
    .map((key) => ({ key, steps: key.split(".") }))
    .sort((a, b) => b.steps.length - a.steps.length);
  const standsAt = (path: Path): Path => {
    const change = keys.find(({ steps }) => startsWith(path, steps));
    if (change !== undefined) return [...at, change.key, ...path.slice(change.steps.length)];
    // What only a change brought in stands there, the way to it included.
    const within = hasPath(value, path) ? undefined : keys.find(({ steps }) => startsWith(steps, path));
    return within === undefined ? [...base, ...path] : [...at, within.key];
  };
  return {
    file: document.file,
    value: withChanges(value, changes),
    locate: (path) => document.locate(standsAt(path)),
    locateKey: (path, key) => {
      const stands = standsAt([...path, key]);
      return document.locateKey(stands.slice(0, -1), String(stands.at(-1)));
    },
  };
}
