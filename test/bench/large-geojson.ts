import { closeSync, openSync, writeSync } from "node:fs";

const CORNERS = 30;

/** Synthetic polygons around 方城县. */
export function writeLargeGeoJson(file: string, features: number): void {
  const target = openSync(file, "w");
  writeSync(target, '{"type":"FeatureCollection","features":[\n');
  for (let count = 0; count < features; count++) {
    const x = 112.6 + (count % 900) / 1000;
    const y = 33 + (Math.floor(count / 900) % 500) / 1000;
    const ring = Array.from({ length: CORNERS }, (_, index) => {
      const angle = (2 * Math.PI * (index % (CORNERS - 1))) / (CORNERS - 1);
      return [x + 0.0004 * Math.cos(angle), y + 0.0004 * Math.sin(angle)];
    });
    const feature = {
      type: "Feature",
      properties: { BH: `XN-${count}`, MC: `虚构图斑${count}` },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
    writeSync(target, `${count === 0 ? "" : ",\n"}${JSON.stringify(feature)}`);
  }
  writeSync(target, "\n]}\n");
  closeSync(target);
}
