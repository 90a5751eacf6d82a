import type { Attribute, RawFeature } from "../../geometry/shape/raw.ts";
import { nearest } from "../../model/nearest.ts";
import { type Words, words } from "../../model/words.ts";
import type { Document, Place } from "../document.ts";
import { unusable } from "../problem.ts";
import type { Mapping } from "../settings.ts";
import { type ColumnNames, columnsFor } from "./columns.ts";
import type { SpatialSource } from "./source.ts";

/** A column for each field: `output.value` → SCGM. */
export type ColumnOf = ReadonlyMap<string, string>;

/** What the records of a table stand for, and how the user may say which column is which. */
export interface RecordKind {
  readonly names: ColumnNames;
  /** Where a field's column was chosen, as the user wrote it: `--map id=…`. */
  readonly chosenBy: (field: string) => string;
  readonly choose: (field: string, file: string) => Words;
}

/** Decides which column of a table gives which field. Throws `Unusable` where that isn't clear. */
export function columnOf(
  { file, fields }: Pick<SpatialSource, "file" | "fields">,
  mappings: readonly Mapping[],
  { names, chosenBy, choose }: RecordKind,
): ColumnOf {
  const chosen = new Map<string, string>();
  for (const { field, column } of mappings) {
    if (!fields.includes(column)) {
      const near = nearest(column, fields);
      const by = chosenBy(field);
      unusable({
        file,
        message: words(`没有字段“${column}”（${by}）`, `there is no column "${column}" (${by})`),
        remedy: words(
          near.length > 0 ? `是否为 ${near.join("、")}？` : `现有字段：${fields.join("、") || "无"}`,
          near.length > 0 ? `did you mean ${near.join(", ")}?` : `it has ${fields.join(", ") || "none"}`,
        ),
      });
    }
    chosen.set(field, column);
  }
  for (const [field, columns] of columnsFor(fields, names)) {
    if (chosen.has(field) || chosen.has(`${field}.value`)) continue;
    const [column, another] = columns;
    if (another !== undefined)
      unusable({
        file,
        message: words(
          `字段 ${columns.join("、")} 都可作 ${field}`,
          `the columns ${columns.join(", ")} may all be ${field}`,
        ),
        remedy: choose(field, file),
      });
    if (column !== undefined) chosen.set(field, column);
  }
  return chosen;
}

/** A record's attributes as an object with the fields of what it stands for. */
export function recordValue({ attributes }: RawFeature, columns: ColumnOf): object {
  return [...columns].reduce<object>(
    (fields, [field, column]) => withField(fields, field, attributes[column] ?? null),
    {},
  );
}

/** Where a record stands: its line where records are lines, else its number, counted from 1. */
export function placeOfRecord({ line }: RawFeature, file: string, record: number): Place {
  return line === undefined ? { file: `${file}#${record}` } : { file, line, column: 1 };
}

/** A record as a document of its own. */
export function documentOf(feature: RawFeature, columns: ColumnOf, file: string, record: number): Document {
  const place = placeOfRecord(feature, file, record);
  const locate = () => place;
  return { file: place.file ?? file, value: recordValue(feature, columns), locate, locateKey: locate };
}

function withField(fields: object, field: string, given: Attribute): object {
  const value = typeof given === "string" && given.trim() === "" ? null : given;
  return value === null ? fields : withValue(fields, field.split("."), readCell(field, value));
}

function withValue(fields: object, [key = "", ...rest]: readonly string[], value: unknown): object {
  const before = (fields as Readonly<Record<string, unknown>>)[key];
  if (rest.length > 0) return { ...fields, [key]: withValue(isObject(before) ? before : {}, rest, value) };
  // A unit in a column of its own belongs to the figure in another.
  return { ...fields, [key]: isObject(before) && isObject(value) ? { ...before, ...value } : value };
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

type Cell = Exclude<Attribute, null>;

/** A cell as its field wants it. */
function readCell(field: string, cell: Cell): unknown {
  const text = String(cell).trim();
  if (field === "output" || field === "reserves") return amount(text);
  if (field === "coMinerals") return text.split(/[、,，;；/\s]+/).filter((one) => one !== "");
  if (/^(documents|declarations)\./.test(field)) return FLAGS.get(text.toUpperCase()) ?? cell;
  // Numbers and codes look alike in tables.
  return TEXTS.has(field) || typeof cell === "string" ? text : cell;
}

const TEXTS = new Set(["id", "plan", "county", "mineral", "holder", "zone", "block", "status"]);
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...["是", "有", "Y", "1", "TRUE"].map((word) => [word, true] as const),
  ...["否", "无", "N", "0", "FALSE"].map((word) => [word, false] as const),
]);

/** `15` or `15万吨/年`: a figure, and its unit where the cell has it. */
function amount(text: string): object {
  const [, figure, unit] = /^([\d.,，]+)\s*([^\d.,，].*)$/.exec(text) ?? [];
  return figure === undefined || unit === undefined ? { value: text } : { value: figure, unit };
}
