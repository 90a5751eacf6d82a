import type { Attribute } from "../../geometry/shape/raw.ts";
import type { Column } from "./table.ts";

const NUMBER = /^(?:smallint|integer|bigint|real|double precision|numeric|oid)$/;
/** A double keeps so many digits. */
const DIGITS = 15;

/** The attributes of a row from its columns as texts (属性). */
export function attributesOf(
  columns: readonly Column[],
  texts: readonly (string | null)[],
): Readonly<Record<string, Attribute>> {
  return Object.fromEntries(columns.map(({ name, type }, at) => [name, typed(type, texts[at] ?? null)]));
}

/** A column's text as a value of the column's type; numbers of more digits than a double has stay texts. */
function typed(type: string, text: string | null): Attribute {
  if (text === null) return null;
  if (type === "boolean") return text === "true" || text === "t";
  if (NUMBER.test(type) && text.replace(/\D/g, "").length <= DIGITS && Number.isFinite(Number(text)))
    return Number(text);
  return text;
}
