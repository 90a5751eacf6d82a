/** The formats of a screening's rows, and its summary as text. */
export const SCREEN_FORMATS = ["text", "ndjson", "csv", "xlsx", "geojson"] as const;
export type ScreenFormat = (typeof SCREEN_FORMATS)[number];
