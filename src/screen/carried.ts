import { decimal, isDecimal } from "../model/decimal.ts";

/** A decimal number on its way to another thread. */
const DECIMAL = "decimal:";

interface Carried {
  readonly [DECIMAL]: string;
}

/** A value as plain data, which another thread can take: exact numbers can't go as they are. */
export function packed(value: unknown): unknown {
  if (isDecimal(value)) return { [DECIMAL]: value.toString() } satisfies Carried;
  return mapped(value, packed);
}

/** The value again that was packed. */
export function unpacked(value: unknown): unknown {
  if (isCarried(value)) return decimal(value[DECIMAL]);
  return mapped(value, unpacked);
}

function isCarried(value: unknown): value is Carried {
  return value !== null && typeof value === "object" && DECIMAL in value;
}

function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(change);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, change(one)]));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}
