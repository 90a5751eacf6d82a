import { describe, expect, it } from "vitest";
import { layerPolygons, polygonsFrom } from "../../src/geometry/rings/rings.ts";
import type { Polygon, Ring } from "../../src/geometry/shape/shape.ts";
import { type Corner, PLANE, randomNumbers, rings } from "./support.ts";

/** Rings on a coarse grid, so that they touch, share edges, hold spikes and come back to corners. */
function ringsOfSeed(seed: number): readonly (readonly Corner[])[] {
  const random = randomNumbers(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: 1 + upTo(3) }, () => {
    const corners = Array.from({ length: 3 + upTo(7) }, (): Corner => [100 * upTo(7), 100 * upTo(7)]);
    const angle = ([x, y]: Corner): number => Math.atan2(y - 297, x - 303);
    return random() < 0.7 ? corners.sort((a, b) => angle(a) - angle(b)) : corners;
  });
}

/**
 * The ground that the rings cover by even-odd, in m²: between two heights at which anything starts, ends or
 * crosses, edges only run side by side, and every other strip between them counts.
 */
function evenOddM2(all: readonly (readonly Corner[])[]): number {
  const edges = all.flatMap((ring) =>
    ring.map((from, at) => [from, ring[(at + 1) % ring.length] as Corner] as const),
  );
  const crossings = edges.flatMap(([[ax, ay], [bx, by]]) =>
    edges.map(([[cx, cy], [dx, dy]]) => {
      const wide = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      return ay + ((by - ay) * ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx))) / wide;
    }),
  );
  const heights = [...all.flat().map(([, y]) => y), ...crossings.filter(Number.isFinite)].sort(
    (a, b) => a - b,
  );
  return heights.reduce((sum, south, at) => {
    const north = heights[at + 1] ?? south;
    const middle = (south + north) / 2;
    const met = edges
      .filter(([[, ay], [, by]]) => ay > middle !== by > middle)
      .map(([[ax, ay], [bx, by]]) => ax + ((bx - ax) * (middle - ay)) / (by - ay))
      .sort((a, b) => a - b);
    return sum + (north - south) * met.reduce((wide, x, index) => (index % 2 === 0 ? wide - x : wide + x), 0);
  }, 0);
}

function planeM2(polygons: readonly Polygon[]): number {
  return polygons.reduce(
    (sum, { shell, holes }) => sum + ringM2(shell) - holes.reduce((inner, hole) => inner + ringM2(hole), 0),
    0,
  );
}

function ringM2(ring: Ring): number {
  let twice = 0;
  const at = (index: number): number => (ring[index % ring.length] as number) - (ring[index % 2] as number);
  for (let index = 0; index < ring.length; index += 2)
    twice += at(index) * at(index + 3) - at(index + 2) * at(index + 1);
  return Math.abs(twice) / 2;
}

describe("polygons cover the ground that their rings do by even-odd", () => {
  it("whatever was taken apart, dropped or taken for a hole", () => {
    const counts = { boundary: 0, layer: 0 };
    const wrong: string[] = [];
    for (let seed = 1; seed <= 2000; seed++) {
      const all = ringsOfSeed(seed);
      const read = {
        boundary: polygonsFrom(rings(...all), PLANE),
        layer: layerPolygons(rings(...all), PLANE),
      };
      for (const kind of ["boundary", "layer"] as const) {
        const polygons = read[kind];
        if ("problems" in polygons) continue;
        counts[kind]++;
        const off = planeM2(polygons.polygons) - evenOddM2(all);
        if (!(Math.abs(off) < 1)) wrong.push(`${kind} ${seed}: ${off}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(counts.boundary).toBeGreaterThan(300);
    expect(counts.layer).toBeGreaterThan(counts.boundary + 50);
  });
});
