/** The formats of a screening's rows, and the summary as text. */
export const SCREEN_FORMATS = ["text", "ndjson", "csv", "geojson"] as const;
export type ScreenFormat = (typeof SCREEN_FORMATS)[number];
