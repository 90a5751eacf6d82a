import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { LonLatPolygons } from "../../../src/model/measured-site.ts";
import { COLUMNS } from "../../../src/report/screen/columns.ts";
import { csvRows } from "../../../src/report/screen/csv.ts";
import { geojsonRows } from "../../../src/report/screen/geojson.ts";
import { ndjsonRows } from "../../../src/report/screen/ndjson.ts";
import { HOSTILE, printed, row, square } from "../../support/screen-rows.ts";

const csv = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

describe("a CSV of results", () => {
  it("has every column under its name, and marks itself as UTF-8", () => {
    const text = printed(csvRows(COLUMNS, "zh"), [row()]).toString();
    expect(text.startsWith("\uFEFF")).toBe(true);
    const [head, cells] = csv(text);
    expect(head).toEqual(COLUMNS.map(({ name }) => name));
    expect(Object.fromEntries((head ?? []).map((name, at) => [name, cells?.[at]]))).toMatchObject({
      id: "007",
      verdict: "pass",
      clause: "FC-MIN-13",
      message: "达到最低规模。",
      margin: "150000.5",
      marginShare: "0.25",
      areaKm2: "1.2300",
      fails: "",
    });
  });

  it.each(HOSTILE)("keeps %s in its cell, where it is neither formula nor control", (_name, id) => {
    const [, cells] = csv(printed(csvRows(COLUMNS, "en"), [row({ id })]).toString());
    expect(cells).toHaveLength(COLUMNS.length);
    const cell = cells?.[1] ?? "";
    expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    expect(cell).not.toMatch(/[^\t\n\r\P{Cc}]/u);
    expect(cell.replace(/^'/, "")).toBe(id.replace(/[^\t\n\r\P{Cc}]|\p{Cs}/gu, "\ufffd"));
  });

  it("leaves negative numbers numbers", () => {
    const [first] = row().margins;
    const short = row({ margins: first === undefined ? [] : [{ ...first, left: "-1.5", share: -0.1 }] });
    const [, cells] = csv(printed(csvRows(COLUMNS, "en"), [short]).toString());
    expect(cells?.slice(7, 8)).toEqual(["-1.5"]);
  });
});

describe("a GeoJSON of results", () => {
  const outline: LonLatPolygons = [
    [square(113, 33, 1), [...square(113.25, 33.25, 0.125)].reverse()],
    [square(115, 33, 1)],
  ];

  interface Collection {
    readonly features: readonly {
      readonly properties: Record<string, unknown>;
      readonly geometry: { readonly type: string; readonly coordinates: LonLatPolygons } | null;
    }[];
  }
  const collection = (text: Buffer) => JSON.parse(text.toString()) as Collection;

  it("has boundaries as they are, with every column, numbers as numbers", () => {
    const { features } = collection(
      printed(geojsonRows(COLUMNS, "en"), [row({ outline }), row({ number: 2 })]),
    );
    expect(features.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual([outline, null]);
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(COLUMNS.map(({ name }) => name));
    expect(features[0]?.properties).toMatchObject({
      id: "007",
      verdict: "pass",
      message: "The minimum scale is reached.",
      margin: 150000.5,
      areaKm2: 1.23,
      fails: "",
    });
    expect(collection(printed(geojsonRows(COLUMNS, "en"), [])).features).toEqual([]);
  });

  it.each(HOSTILE)("holds %s", (_name, id) => {
    const { features } = collection(printed(geojsonRows(COLUMNS, "en"), [row({ id })]));
    expect(Buffer.from(String(features[0]?.properties["id"]))).toEqual(Buffer.from(id));
  });
});

it.each(HOSTILE)("a line of NDJSON holds %s, and no sign that steers a terminal", (_name, id) => {
  const text = printed(ndjsonRows, [row({ id })]).toString();
  expect(text.split("\n")).toHaveLength(2);
  expect(text).not.toMatch(/[^\n\P{Cc}]/u);
  expect((JSON.parse(text) as { id: string }).id).toBe(id);
});
