import type { Path } from "../../input/document.ts";
import { clausesOf } from "./citing.ts";

export type Scalar = string | number | boolean | null;
type Entry = Readonly<Record<string, unknown>>;

/** A value of a plan file with all that tells what it is. */
export interface PlanValue {
  readonly path: Path;
  readonly value: Scalar;
  /** Names it for good, like a path, but items of lists by clause and name instead of by number. */
  readonly key: string;
  /** The entries around it, the innermost first; each with its path. */
  readonly around: readonly { readonly entry: Entry; readonly path: Path }[];
}

/** Every value of a plan file, in its order. */
export function valuesOf(root: unknown): readonly PlanValue[] {
  const values: PlanValue[] = [];
  walk(root, [], [], [], values);
  return values;
}

function walk(
  node: unknown,
  path: Path,
  key: readonly string[],
  around: PlanValue["around"],
  values: PlanValue[],
): void {
  if (Array.isArray(node)) {
    const seen = new Map<string, number>();
    node.forEach((item: unknown, index) => {
      const name = nameOf(item);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      walk(item, [...path, index], [...key, times > 1 ? `${name}#${times}` : name], around, values);
    });
  } else if (isEntry(node)) {
    const inside = [{ entry: node, path }, ...around];
    for (const [name, child] of Object.entries(node))
      walk(child, [...path, name], [...key, name], inside, values);
  } else values.push({ path, value: node as Scalar, key: keyOf(key), around });
}

/** Parts as in a JSON pointer: `clauses/FC-MIN-03/at/row`. */
function keyOf(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

export function isEntry(node: unknown): node is Entry {
  return node !== null && typeof node === "object" && !Array.isArray(node);
}

/** What tells one item of a list from the others, however they are ordered. */
function nameOf(item: unknown): string {
  if (!isEntry(item)) return Array.isArray(item) ? "" : String(item);
  const { id, name, mineral, method, box } = item;
  if (typeof id === "string") return id;
  const parts = [...clausesOf(item), name, mineral, method, box];
  return parts.filter((part) => typeof part === "string").join(" ");
}

/** `rules.minimum-scale[3].large`, as problems name a field. */
export function fieldOf(path: PlanValue["path"]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
