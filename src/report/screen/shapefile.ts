import type { Row } from "../../model/screen-row.ts";
import type { Lang } from "../../model/words.ts";
import { rounded } from "../geojson.ts";
import { PolygonRecords } from "../shapefile/polygons.ts";
import { TableRecords } from "../shapefile/table.ts";
import { cellOf, type RowColumn } from "./columns.ts";

/** The files of a shapefile that grow with its rows. */
export type ShapefilePieces = Readonly<Record<"shp" | "shx" | "dbf", Uint8Array>>;

/** The files that are the same for all: degrees of CGCS2000, and the table's encoding. */
export const SHAPEFILE_SIDES = {
  prj: 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  cpg: "UTF-8",
} as const;

/**
 * A shapefile of the rows in the making: boundaries as polygons, the columns as a table. A candidate without
 * a boundary has a null shape. Each file begins with a head that is known at the end only: `heads` is as
 * long at any time.
 */
export class ShapefileRows {
  private readonly polygons = new PolygonRecords();
  private readonly table: TableRecords;

  constructor(
    private readonly columns: readonly RowColumn[],
    private readonly lang: Lang,
  ) {
    this.table = new TableRecords(columns.map(({ field }) => field));
  }

  /** Of the largest of the files, at its end. */
  get bytes(): number {
    return Math.max(this.polygons.bytes, this.table.bytes);
  }

  add(row: Row): ShapefilePieces {
    const values = this.columns.map((column) => cellOf(column, row, this.lang));
    const outline = row.outline === undefined ? undefined : rounded(row.outline);
    return { ...this.polygons.add(outline), dbf: this.table.add(values) };
  }

  heads(): ShapefilePieces {
    return { ...this.polygons.heads(), dbf: this.table.head() };
  }

  ends(): Pick<ShapefilePieces, "dbf"> {
    return { dbf: this.table.end() };
  }
}
