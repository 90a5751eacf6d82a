import { decimal, isDecimal } from "../model/decimal.ts";

/** What a decimal number and a map are called on their way to another thread or a file. */
const DECIMAL = "decimal:";
const MAP = "map:";

/** A value as plain data, which another thread can take and JSON can tell: exact numbers can't go as they are. */
export function packed(value: unknown): unknown {
  if (isDecimal(value)) return { [DECIMAL]: value.toString() };
  if (value instanceof Map) return { [MAP]: [...value].map((pair) => pair.map(packed)) };
  return mapped(value, packed);
}

/** The value again that was packed. */
export function unpacked(value: unknown): unknown {
  if (isCarried(value, DECIMAL)) return decimal(value[DECIMAL] as string);
  if (isCarried(value, MAP))
    return new Map((value[MAP] as [unknown, unknown][]).map(([key, one]) => [unpacked(key), unpacked(one)]));
  return mapped(value, unpacked);
}

function isCarried<Name extends string>(
  value: unknown,
  name: Name,
): value is { readonly [Key in Name]: unknown } {
  return value !== null && typeof value === "object" && name in value;
}

function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(change);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}
