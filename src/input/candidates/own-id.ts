import type { Mapping } from "../settings.ts";
import { APPLICATION_COLUMNS, columnsFor } from "../spatial/columns.ts";

/** What an application or a GeoJSON feature calls itself in its member `id`. */
export function ownId(value: unknown): string | undefined {
  return textOf((value as { id?: unknown } | null)?.id);
}

/** What a GeoJSON feature is called by its properties, also where nothing else of it can be read. */
export function idInProperties(value: unknown, mappings: readonly Mapping[]): string | undefined {
  const { properties } = value as { properties?: unknown };
  if (typeof properties !== "object" || properties === null) return undefined;
  const { id: names = [] } = APPLICATION_COLUMNS;
  const [found, another] = columnsFor(Object.keys(properties), { id: names }).get("id") ?? [];
  const column = mappings.find(({ field }) => field === "id")?.column ?? (another ? undefined : found);
  return column === undefined ? undefined : textOf((properties as Record<string, unknown>)[column]);
}

function textOf(id: unknown): string | undefined {
  const text = typeof id === "string" || typeof id === "number" ? String(id).trim() : "";
  return text === "" ? undefined : text;
}
