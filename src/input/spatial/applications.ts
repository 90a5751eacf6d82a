import type { Attribute, RawFeature } from "../../geometry/raw.ts";
import { nearest } from "../../model/nearest.ts";
import { words } from "../../model/words.ts";
import type { Document } from "../document.ts";
import { unusable } from "../problem.ts";
import type { Mapping } from "../settings.ts";
import { columnsFor } from "./columns.ts";
import type { SpatialSource } from "./source.ts";

/** A column for each field of the application: `output.value` → SCGM. */
export type ColumnOf = ReadonlyMap<string, string>;

/** Decides which column of a table gives which field. Throws `Unusable` where that isn't clear. */
export function columnOf({ file, fields }: SpatialSource, mappings: readonly Mapping[]): ColumnOf {
  const chosen = new Map<string, string>();
  for (const { field, column } of mappings) {
    if (!fields.includes(column)) {
      const near = nearest(column, fields);
      unusable({
        file,
        message: words(
          `没有字段“${column}”（--map ${field}）`,
          `there is no column "${column}" (--map ${field})`,
        ),
        remedy: words(
          near.length > 0 ? `是否为 ${near.join("、")}？` : `现有字段：${fields.join("、") || "无"}`,
          near.length > 0 ? `did you mean ${near.join(", ")}?` : `it has ${fields.join(", ") || "none"}`,
        ),
      });
    }
    chosen.set(field, column);
  }
  for (const [field, columns] of columnsFor(fields)) {
    if (chosen.has(field) || chosen.has(`${field}.value`)) continue;
    const [column, another] = columns;
    if (another !== undefined)
      unusable({
        file,
        message: words(
          `字段 ${columns.join("、")} 都可作 ${field}`,
          `the columns ${columns.join(", ")} may all be ${field}`,
        ),
        remedy: words(`用 --map ${field}=字段名 指定`, `choose with --map ${field}=COLUMN`),
      });
    if (column !== undefined) chosen.set(field, column);
  }
  return chosen;
}

/** A feature's attributes as an application document; places in it name the record, counted from 1. */
export function documentOf(feature: RawFeature, columns: ColumnOf, file: string, record: number): Document {
  const place = { file: `${file}#${record}` };
  const value = [...columns].reduce<object>(
    (fields, [field, column]) => withField(fields, field, feature.attributes[column] ?? null),
    {},
  );
  return { file: place.file, value, locate: () => place, locateKey: () => place };
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

/** A cell as the field of an application wants it. */
function readCell(field: string, cell: Cell): unknown {
  const text = String(cell).trim();
  if (field === "output" || field === "reserves") return amount(text);
  if (field === "coMinerals") return text.split(/[、,，;；/\s]+/).filter((one) => one !== "");
  if (/^(documents|declarations)\./.test(field)) return FLAGS.get(text.toUpperCase()) ?? cell;
  // Numbers and codes look alike in tables.
  return TEXTS.has(field) ? text : cell;
}

const TEXTS = new Set(["id", "plan", "county", "mineral"]);
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...["是", "有", "Y", "1", "TRUE"].map((word) => [word, true] as const),
  ...["否", "无", "N", "0", "FALSE"].map((word) => [word, false] as const),
]);

/** `15` or `15万吨/年`: a figure, and its unit where the cell has it. */
function amount(text: string): object {
  const [, figure, unit] = /^([\d.,，]+)\s*(\D.*)$/.exec(text) ?? [];
  return figure === undefined || unit === undefined ? { value: text } : { value: figure, unit };
}
