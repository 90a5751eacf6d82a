import type { Document, Path } from "../../input/document.ts";
import type { Problem } from "../../input/problem.ts";
import { words } from "../../model/words.ts";

/** What `plan init` writes where something is to be filled in; whatever follows the word is a hint. */
export const PLACEHOLDER = "TODO";
const IS_PLACEHOLDER = new RegExp(`^\\s*${PLACEHOLDER}\\b`);

/** The problems of a plan file, with each place that is yet to be filled in told as such and once. */
export function withPlaceholders(problems: readonly Problem[], document: Document): readonly Problem[] {
  const open = placeholdersIn(document.value, [], document);
  const places = new Set(open.map(placeOf));
  return [...open, ...problems.filter((problem) => !places.has(placeOf(problem)))];
}

function placeOf({ line, column }: Problem): string {
  return `${line}:${column}`;
}

function placeholdersIn(value: unknown, path: Path, document: Document): readonly Problem[] {
  if (typeof value === "string")
    return IS_PLACEHOLDER.test(value) ? [unfilled(value.trim(), path, document)] : [];
  if (value === null || typeof value !== "object") return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : Object.entries(value);
  return entries.flatMap(([key, one]) => placeholdersIn(one, [...path, key], document));
}

function unfilled(value: string, path: Path, document: Document): Problem {
  const field = path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
  const isEntry = typeof path.at(-1) === "number";
  return {
    code: "unfilled",
    file: document.file,
    ...document.locate(path),
    field,
    message: words(`“${field}”尚待填写（${value}）`, `"${field}" is yet to be filled in (${value})`),
    remedy: isEntry
      ? words("做完后删去这一项", "take this entry out once it is done")
      : words("照规划文本填写", "fill it in from the plan's text"),
  };
}
