import type { Row } from "../model/screen-row.ts";
import { SHAPEFILE_SIDES, type ShapefilePieces, type ShapefileRows } from "../report/screen/shapefile.ts";
import { type Outlet, type Sink, tooLarge } from "./outlet.ts";

/** A sink whose beginning can be written anew. */
export interface PatchableSink extends Sink {
  /** Writes these bytes over those at its start. */
  patch(bytes: Uint8Array): void;
}

/** The files that a shapefile is made of, which are committed and abandoned together. */
export interface ShapefileSinks {
  readonly parts: Readonly<Record<keyof ShapefilePieces | keyof typeof SHAPEFILE_SIDES, PatchableSink>>;
  commit(): void;
  abandon(): void;
}

/** Programs count the bytes of a shapefile's files in 31 bits. */
const MOST = 2 ** 31 - 1;
/** Bytes are handed on in pieces of about this many. */
const PIECE = 1 << 16;
const GROWING = ["shp", "shx", "dbf"] as const;

/** Rows on their way to a shapefile. */
export class ShapefileOutlet implements Outlet {
  readonly isClosed = false;
  private held: Record<keyof ShapefilePieces, Uint8Array[]> = { shp: [], shx: [], dbf: [] };
  private heldBytes = 0;

  constructor(
    private readonly sinks: ShapefileSinks,
    private readonly rows: ShapefileRows,
    private readonly most = MOST,
  ) {
    this.hold(rows.heads());
  }

  async add(row: Row): Promise<void> {
    this.hold(this.rows.add(row));
    if (this.rows.bytes > this.most) tooLarge(this.sinks.parts.shp.file);
    if (this.heldBytes >= PIECE) await this.flush();
  }

  async end(): Promise<void> {
    this.hold(this.rows.ends());
    await this.flush();
    const heads = this.rows.heads();
    for (const name of GROWING) this.sinks.parts[name].patch(heads[name]);
    for (const name of ["prj", "cpg"] as const) await this.sinks.parts[name].write(SHAPEFILE_SIDES[name]);
  }

  commit(): void {
    this.sinks.commit();
  }

  abandon(): void {
    this.sinks.abandon();
  }

  private hold(pieces: Partial<ShapefilePieces>): void {
    for (const name of GROWING) {
      const piece = pieces[name];
      if (piece === undefined) continue;
      this.held[name].push(piece);
      this.heldBytes += piece.length;
    }
  }

  private async flush(): Promise<void> {
    const { held } = this;
    this.held = { shp: [], shx: [], dbf: [] };
    this.heldBytes = 0;
    for (const name of GROWING) await this.sinks.parts[name].write(Buffer.concat(held[name]));
  }
}
