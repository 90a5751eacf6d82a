/** The formats of a screening's rows, and its summary as text. */
export const SCREEN_FORMATS = ["text", "ndjson", "csv", "xlsx", "geojson", "shp", "html"] as const;
export type ScreenFormat = (typeof SCREEN_FORMATS)[number];

/** Those that draw the boundaries of candidates. */
export const DRAWN: readonly ScreenFormat[] = ["geojson", "shp", "html"];

/** The format that the name of a file tells by its ending; none of a .txt, or of a .json, which may be several. */
export function formatByName(file: string): ScreenFormat | undefined {
  const [, ending = ""] = /\.([^./\\]+)$/.exec(file.toLowerCase()) ?? [];
  return ENDINGS[ending];
}

const ENDINGS: Readonly<Record<string, ScreenFormat>> = {
  ndjson: "ndjson",
  jsonl: "ndjson",
  csv: "csv",
  xlsx: "xlsx",
  geojson: "geojson",
  shp: "shp",
  html: "html",
  htm: "html",
};
