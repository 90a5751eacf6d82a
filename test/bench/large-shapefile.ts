import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type ShapefileSpec, shapefileBytes } from "../support/write-shapefile.ts";

const POLYGONS = 200_000;
const CORNERS = 30;

/** South-western corner of the parcels, in metres. */
interface Corner {
  readonly east: number;
  readonly north: number;
}

const ORIGIN: Corner = { east: 0, north: 0 };

/** A square grid of small parcels; one is written by the fixtures' writer, and repeated in new places. */
export function writeLargeShapefile(folder: string, corner: Corner = ORIGIN): string {
  const base = join(folder, "parcels");
  const shapes = openSync(`${base}.shp`, "w");
  const rows = openSync(`${base}.dbf`, "w");
  const block = 1000;
  for (let first = 0; first < POLYGONS; first += block) {
    const { shp, dbf } = shapefileBytes(parcels(first, block, corner));
    const headerLength = dbf.readUInt16LE(8);
    if (first === 0) {
      const length = (100 + (shp.length - 100) * (POLYGONS / block)) / 2;
      shp.writeInt32BE(length, 24);
      [corner.east, corner.north, corner.east + 1e5, corner.north + 1e5].forEach((value, index) => {
        shp.writeDoubleLE(value, 36 + 8 * index);
      });
      dbf.writeUInt32LE(POLYGONS, 4);
      writeSync(shapes, shp, 0, 100);
      writeSync(rows, dbf, 0, headerLength);
    }
    const recordLength = (shp.length - 100) / block;
    for (let index = 0; index < block; index += 1)
      shp.writeInt32BE(first + index + 1, 100 + index * recordLength);
    writeSync(shapes, shp, 100);
    writeSync(rows, dbf, headerLength, dbf.length - headerLength - 1);
  }
  closeSync(shapes);
  closeSync(rows);
  return `${base}.shp`;
}

function parcels(first: number, count: number, { east, north }: Corner): ShapefileSpec {
  return {
    fields: [
      { name: "编号", type: "C", length: 12 },
      { name: "名称", type: "C", length: 40 },
      { name: "面积", type: "N", length: 12, decimals: 4 },
    ],
    encoding: "gbk",
    features: Array.from({ length: count }, (_, index) => {
      const number = first + index;
      const [x, y] = [east + (number % 1000) * 100 + 50, north + Math.floor(number / 1000) * 100 + 50];
      const ring = Array.from({ length: CORNERS }, (_, corner): [number, number] => {
        const angle = (-2 * Math.PI * (corner % (CORNERS - 1))) / (CORNERS - 1);
        return [x + 40 * Math.cos(angle), y + 40 * Math.sin(angle)];
      });
      return {
        rings: [ring],
        attributes: { 编号: `${number}`, 名称: `第${number}号地块`, 面积: number / 7 },
      };
    }),
  };
}
