import type { Attribute } from "../../../geometry/shape/raw.ts";
import type { ColumnKind } from "./columns.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DATE = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/**
 * What a column's text means; `null` where the table has no value, undefined where the text is none of
 * its kind. Stars are what a table writes for a number that didn't fit its field. A date is YYYY-MM-DD.
 * A whole number longer than can be held exactly (an identifier) stays text.
 */
export function readValue(kind: ColumnKind, text: string): Attribute | undefined {
  if (text === "") return null;
  switch (kind) {
    case "text":
      return text;
    case "number":
      return numberOf(text);
    case "date":
      return /^[0-]+$/.test(text) ? null : dateOf(text);
    case "logical":
      return text === "?" ? null : logicalOf(text);
    case "unread":
      return undefined;
  }
}

function numberOf(text: string): Attribute | undefined {
  if (/^\*+$/.test(text)) return null;
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  if (/^[+-]?\d+$/.test(text) && !Number.isSafeInteger(value)) return text;
  return Number.isFinite(value) ? value : undefined;
}

function dateOf(text: string): string | undefined {
  const match = DATE.exec(text);
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
}

function logicalOf(text: string): boolean | undefined {
  if (/^[YyTt]$/.test(text)) return true;
  return /^[NnFf]$/.test(text) ? false : undefined;
}
