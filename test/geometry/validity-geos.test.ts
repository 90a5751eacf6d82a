import initGeos from "geos-wasm";
import { geojsonToGeosGeom } from "geos-wasm/helpers";
import { beforeAll, describe, expect, it } from "vitest";
import { polygonsFrom } from "../../src/geometry/rings/rings.ts";
import { type Corner, ORIGIN, PLANE, parts, randomNumbers } from "./support.ts";

/**
 * The verdict on random polygons held against GEOS. Corners come from a coarse grid, so that they fall on
 * each other and on edges all the time.
 */

type Geos = Awaited<ReturnType<typeof initGeos>>;
type Part = readonly (readonly Corner[])[];

function polygons(seed: number): readonly Part[] {
  const random = randomNumbers(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const some = (count: number, x: number, y: number, size: number): readonly Corner[] =>
    Array.from({ length: count }, () => [100 * (x + upTo(size)), 100 * (y + upTo(size))] as const);
  /** Sorted by angle about a centre off the grid, it is simple more often than not. */
  const around = (corners: readonly Corner[]): readonly Corner[] => {
    const [cx, cy] = corners.reduce<Corner>(([x, y], corner) => [x + corner[0], y + corner[1]], [0, 0]);
    const angle = ([x, y]: Corner): number =>
      Math.atan2(y - cy / corners.length - 7, x - cx / corners.length - 3);
    return [...corners].sort((a, b) => angle(a) - angle(b));
  };
  const ring = (x: number, y: number, size: number): readonly Corner[] => {
    const corners = some(3 + upTo(4), x, y, size);
    return random() < 0.8 ? around(corners) : corners;
  };
  return Array.from({ length: 1 + upTo(1.4) }, (_, part) => {
    const left = part * upTo(8);
    const holes = Array.from({ length: upTo(3) }, () => ring(left + 1 + upTo(3), 1 + upTo(3), 3));
    return [ring(left, 0, 7), ...holes];
  });
}

function geosReason(geos: Geos, shape: readonly Part[]): string {
  const coordinates = shape.map((part) =>
    part.map((corners) =>
      [...corners, corners[0] as Corner].map(([x, y]) => [x + ORIGIN[0], y + ORIGIN[1]] as [number, number]),
    ),
  );
  const geometry = geojsonToGeosGeom({ type: "MultiPolygon", coordinates }, geos);
  const pointer = Number(geos.GEOSisValidReason(geometry));
  const reason = geos.Module.UTF8ToString(pointer);
  geos.GEOSFree(pointer);
  geos.GEOSGeom_destroy(geometry);
  return reason;
}

describe("the verdict on rings agrees with GEOS", () => {
  let geos: Geos;
  beforeAll(async () => {
    geos = await initGeos();
  });

  it("on two thousand shapes", () => {
    const counts = { valid: 0, invalid: 0 };
    const disagreements: string[] = [];
    for (let seed = 1; seed <= 2000; seed++) {
      const shape = polygons(seed);
      const read = polygonsFrom(parts(...shape), PLANE);
      const reason = geosReason(geos, shape);
      // GEOS refuses parts that share an edge and ground that holes cut in two; here both are sound.
      const sideBySide = "notes" in read && read.notes.some(({ en }) => en.includes("share an edge"));
      if (sideBySide || reason.startsWith("Interior is disconnected")) continue;
      const valid = reason === "Valid Geometry";
      counts[valid ? "valid" : "invalid"]++;
      const found = "problems" in read ? read.problems[0]?.message.en : "sound";
      if ((found === "sound") !== valid) disagreements.push(`${seed}: ${reason}; ${found}`);
    }
    expect(disagreements).toEqual([]);
    expect(counts.valid).toBeGreaterThan(300);
    expect(counts.invalid).toBeGreaterThan(300);
  });
});
