import { cornersOf, type Polygon, type Ring } from "../../../src/geometry/shape/shape.ts";

/** Polygons as one MultiPolygon in well-known binary (ISO 19125), little-endian, rings closed. */
export function wkbOf(polygons: readonly Polygon[]): Buffer {
  return Buffer.concat([head(6, polygons.length), ...polygons.map(polygonBytes)]);
}

function polygonBytes({ shell, holes }: Polygon): Buffer {
  return Buffer.concat([head(3, 1 + holes.length), ...[shell, ...holes].map(ringBytes)]);
}

function head(type: number, count: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(type, 1);
  bytes.writeUInt32LE(count, 5);
  return bytes;
}

function ringBytes(ring: Ring): Buffer {
  const bytes = Buffer.alloc(4 + 8 * (ring.length + 2));
  bytes.writeUInt32LE(cornersOf(ring) + 1, 0);
  for (let at = 0; at < ring.length + 2; at++)
    bytes.writeDoubleLE(ring[at % ring.length] as number, 4 + 8 * at);
  return bytes;
}
