import type { Lang } from "../../model/words.ts";
import { rounded } from "../geojson.ts";
import { cellOf, type RowColumn } from "./columns.ts";
import type { RowFormat } from "./row-format.ts";

/** A GeoJSON FeatureCollection: the boundary of each candidate with the columns as properties. */
export function geojsonRows(columns: readonly RowColumn[], lang: Lang): RowFormat {
  return {
    open: '{"type":"FeatureCollection","features":[\n',
    one: (row, isFirst) => {
      const properties = Object.fromEntries(
        columns.map((column) => [column.name, cellOf(column, row, lang) ?? null]),
      );
      const geometry =
        row.outline === undefined ? null : { type: "MultiPolygon", coordinates: rounded(row.outline) };
      return `${isFirst ? "" : ",\n"}${JSON.stringify({ type: "Feature", properties, geometry })}`;
    },
    close: () => "\n]}\n",
  };
}
