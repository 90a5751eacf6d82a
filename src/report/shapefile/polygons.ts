import type { LonLatPolygons } from "../../model/measured-site.ts";

/** Shape types of the format (ESRI, 1998). */
const NULL_SHAPE = 0;
const POLYGON = 5;
const HEAD_BYTES = 100;
const FILE_CODE = 9994;
const VERSION = 1000;

type Ring = LonLatPolygons[number][number];

/** The shapes of a shapefile in the making: its .shp and .shx, record by record. */
export class PolygonRecords {
  private records = 0;
  /** Of the .shp, in bytes. */
  private size = HEAD_BYTES;
  private box: readonly number[] | undefined;

  get bytes(): number {
    return this.size;
  }

  /** The records of a boundary, or of the lack of one. */
  add(outline: LonLatPolygons | undefined): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
    const content = outline === undefined || outline.length === 0 ? nullShape() : this.polygon(outline);
    this.records += 1;
    const head = Buffer.alloc(8);
    head.writeInt32BE(this.records, 0);
    head.writeInt32BE(content.length / 2, 4);
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(this.size / 2, 0);
    entry.writeInt32BE(content.length / 2, 4);
    this.size += head.length + content.length;
    return { shp: Buffer.concat([head, content]), shx: entry };
  }

  /** What both files begin with, for the records so far. */
  heads(): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
    return { shp: this.head(this.size), shx: this.head(HEAD_BYTES + 8 * this.records) };
  }

  private head(size: number): Uint8Array {
    const bytes = Buffer.alloc(HEAD_BYTES);
    bytes.writeInt32BE(FILE_CODE, 0);
    bytes.writeInt32BE(size / 2, 24);
    bytes.writeInt32LE(VERSION, 28);
    bytes.writeInt32LE(POLYGON, 32);
    doubles(this.box ?? [0, 0, 0, 0]).copy(bytes, 36);
    return bytes;
  }

  private polygon(outline: LonLatPolygons): Buffer {
    // Shells run clockwise here, holes the other way round: the reverse of GeoJSON.
    const rings = outline.flatMap((polygon) => polygon.map((ring, at) => turned(ring, at === 0)));
    const box = boxOf(rings.flat());
    this.box = this.box === undefined ? box : joined(this.box, box);
    const head = Buffer.alloc(44 + 4 * rings.length);
    head.writeInt32LE(POLYGON, 0);
    doubles(box).copy(head, 4);
    head.writeInt32LE(rings.length, 36);
    let corners = 0;
    for (const [at, ring] of rings.entries()) {
      head.writeInt32LE(corners, 44 + 4 * at);
      corners += ring.length;
    }
    head.writeInt32LE(corners, 40);
    return Buffer.concat([head, doubles(rings.flat(2))]);
  }
}

function nullShape(): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(NULL_SHAPE, 0);
  return bytes;
}

function turned(ring: Ring, clockwise: boolean): Ring {
  return isClockwise(ring) === clockwise ? ring : [...ring].reverse();
}

/** By the signed area, from the first corner on: far from the origin little is lost. */
function isClockwise(ring: Ring): boolean {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [xa, ya] = ring[at - 1] ?? [x0, y0];
    const [xb, yb] = ring[at] ?? [x0, y0];
    twice += (xa - x0) * (yb - y0) - (xb - x0) * (ya - y0);
  }
  return twice < 0;
}

function boxOf(corners: Ring): readonly number[] {
  const box = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  return corners.reduce((so, [x, y]) => joined(so, [x, y, x, y]), box as readonly number[]);
}

function joined(
  [a = 0, b = 0, c = 0, d = 0]: readonly number[],
  [e = 0, f = 0, g = 0, h = 0]: readonly number[],
) {
  return [Math.min(a, e), Math.min(b, f), Math.max(c, g), Math.max(d, h)];
}

function doubles(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [at, value] of values.entries()) bytes.writeDoubleLE(value, 8 * at);
  return bytes;
}
