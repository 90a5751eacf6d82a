import type { z } from "zod";
import { readDecimal } from "../model/decimal.ts";
import { nearest } from "../model/nearest.ts";
import type { Document, Path } from "./document.ts";
import type { Problem } from "./problem.ts";
import { keysAt } from "./schema-keys.ts";
import { type Issue, say, unknownKey } from "./schema-words.ts";

/** Puts what a schema refused into words, each with its place in the file. */
export function problemsOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  document: Document,
  prefix: Path,
): Problem[] {
  const plain = issues.flatMap(chosen);
  const misspelt = new Set(plain.flatMap((issue) => meantKeys(issue, schema)));
  return plain
    .filter((issue) => !(isMissing(issue) && misspelt.has(formatPath(issue.path))))
    .flatMap((issue) => describe(issue, schema, document, prefix))
    .filter(firstAtItsPlace());
}

/** Where a field may be written in two ways, both fail in the same place: once is enough. */
function firstAtItsPlace(): (problem: Problem) => boolean {
  const seen = new Set<string>();
  return ({ line, column, field }) => {
    const place = `${line}:${column}:${field}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  };
}

function describe(issue: Issue, schema: z.ZodType, document: Document, prefix: Path): Problem[] {
  const path = [...prefix, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const field = formatPath(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      file: document.file,
      ...document.locateKey(path, key),
      field: within(field, key),
      ...unknownKey(key, keysAt(schema, issue.path)),
    }));
  return [{ file: document.file, ...document.locate(path), field, ...say(issue, field) }];
}

/** A value that may be written in several ways is held against the way that it follows furthest. */
function chosen(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const [first] = branches;
  if (first === undefined) return [issue];
  const closed = branches.map(([only]) => only).filter((only) => only?.code === "invalid_value");
  // One of several fixed values: all of them may be written.
  if (closed.length === branches.length && closed[0] !== undefined)
    return [{ ...closed[0], values: closed.flatMap((one) => one.values), path: issue.path } as Issue];
  const likeliest = [...branches].sort((a, b) => rank(b, issue.input) - rank(a, issue.input))[0] ?? first;
  return likeliest
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue)
    .flatMap(chosen);
}

function rank(issues: readonly Issue[], input: unknown): number {
  const isNumber =
    (typeof input === "number" || typeof input === "string") && readDecimal(input) !== undefined;
  return Math.max(
    ...issues.map(
      ({ path, code }) =>
        path.length * 2 + (code === "invalid_type" ? 0 : 1) + (code === "custom" && isNumber ? 1 : 0),
    ),
  );
}

/** The field that a misspelt key stands for, which then isn't missing besides. */
function meantKeys(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const allowed = keysAt(schema, issue.path);
  return issue.keys.flatMap((key) =>
    nearest(key, allowed).map((near) => within(formatPath(issue.path), near)),
  );
}

function isMissing(issue: Issue): boolean {
  return (issue.code === "invalid_type" || issue.code === "invalid_value") && issue.input === undefined;
}

function within(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}

/** `rules.minimum-scale[3].large` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : within(text, String(step))),
    "",
  );
}
