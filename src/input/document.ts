import { dirname, isAbsolute, join } from "node:path";
import { parseJson } from "./json.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./text.ts";

/** Where a value stands in a file; both counted from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a value comes from, as problems and reports name it. What doesn't stand in lines (the record of a
 * table, an option) is named by `file` alone, which then takes the place of the document's own.
 */
export type Place = Partial<Position> & { readonly file?: string };

export type Path = readonly (string | number)[];

/** A parsed file that can say where each of its values stands. */
export interface Document {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at a path, or of the nearest thing above it that exists. */
  locate(path: Path): Place;
  /** The place of a key of the object at a path. */
  locateKey(path: Path, key: string): Place;
}

/** The path of a file that a document names: from where the document stands. */
export function fileNamedIn({ file }: Pick<Document, "file">, name: string): string {
  return isAbsolute(name) || file === "-" ? name : join(dirname(file), name);
}

/** Reads JSON or YAML, by the file's ending; standard input by its first sign. */
export async function readDocument(file: string): Promise<Document> {
  return parseDocument(readText(file), file);
}

/** @param repeated takes the keys that a YAML file repeats; without it they are refused like other errors */
export async function parseDocument(text: string, file: string, repeated?: Problem[]): Promise<Document> {
  if (isYaml(text, file)) return (await import("./yaml.ts")).parseYaml(text, file, repeated);
  return parseJson(text, file);
}

function isYaml(text: string, file: string): boolean {
  if (/\.ya?ml$/i.test(file)) return true;
  return !/\.(json|geojson)$/i.test(file) && !/^\s*[[{]/.test(text);
}

/** Turns an offset into a position; made once for a text. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
