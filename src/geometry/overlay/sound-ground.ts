import type { Plane } from "../crs/plane.ts";
import { groundAt, length } from "../shape/ground.ts";
import { boxOf, type Polygon, type Ring, ringsOf } from "../shape/shape.ts";

/** What some ground has in common with a polygon. */
export interface QuickLook {
  /** m² in common. */
  readonly m2: number;
  /** Metres of the polygon's edges that reach into the ground's box, and how many edges. */
  readonly border: number;
  readonly edges: number;
}

/** Grounds of more corners go through their edges too often: for them slabs are quicker. */
const MOST_CORNERS = 300;

/**
 * Ground whose area in common with sound polygons of its own plane is had at once (快速叠加), from edges alone:
 * on every line from south to north the ground covered by both is the sum of ±min(y, y′) over their edges, so
 * the area is that over all pairs of edges that overlap in x. It needs rings that don't cross, as readers have
 * made sure of; what isn't sound goes through `commonArea`.
 */
export class SoundGround {
  /** Of each edge that isn't from south to north: west end, east end, and 1 where the ground is below it. */
  private readonly edges: Float64Array;
  private readonly corners: Float64Array;
  private readonly minX: number;
  private readonly minY: number;
  private readonly maxX: number;
  private readonly maxY: number;
  private readonly perX: number;
  private readonly perY: number;
  private readonly nearX: number;
  private readonly nearY: number;

  /** @param samePoint metres below which corners may be one point */
  constructor(
    private readonly plane: Plane,
    polygons: readonly Polygon[],
    samePoint: number,
  ) {
    const rings = ringsOf(polygons);
    const { minX, minY, maxX, maxY } = boxOf(rings);
    [this.minX, this.minY, this.maxX, this.maxY] = [minX, minY, maxX, maxY];
    const { perX, perY } = groundAt(plane.crs, (minY + maxY) / 2);
    [this.perX, this.perY] = [perX, perY];
    [this.nearX, this.nearY] = [samePoint / perX, samePoint / perY];
    this.corners = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0));
    let at = 0;
    for (const ring of rings) {
      this.corners.set(ring, at);
      at += ring.length;
    }
    const edges = polygons.flatMap(({ shell, holes }) => [
      ...edgesOf(shell, isCounterclockwise(shell) ? -1 : 1),
      ...holes.flatMap((hole) => edgesOf(hole, isCounterclockwise(hole) ? 1 : -1)),
    ]);
    edges.sort((a, b) => a[0] - b[0]);
    this.edges = Float64Array.from(edges.flat());
  }

  /**
   * Undefined: a corner of the polygon may be one of the ground's, which may move it, or the ground has too
   * many corners.
   */
  look({ shell, holes }: Polygon): QuickLook | undefined {
    if (this.corners.length > 2 * MOST_CORNERS) return undefined;
    this.border = 0;
    this.count = 0;
    let m2 = Math.abs(this.below(shell));
    for (const hole of holes) m2 -= Math.abs(this.below(hole));
    return Number.isNaN(m2) ? undefined : { m2: Math.max(0, m2), border: this.border, edges: this.count };
  }
  private border = 0;
  private count = 0;

  /** m² of the ground inside a ring, with a sign by its direction; NaN where they may have a corner in common. */
  private below(ring: Ring): number {
    const { minX, minY, maxX, maxY, nearX, nearY } = this;
    let sum = 0;
    const last = ring.length - 2;
    let px = ring[last] as number;
    let py = ring[last + 1] as number;
    for (let at = 0; at <= last; at += 2) {
      const qx = ring[at] as number;
      const qy = ring[at + 1] as number;
      const [x0, y0, x1, y1] = px < qx ? [px, py, qx, qy] : [qx, qy, px, py];
      const [fromX, fromY, toX, toY] = [px, py, qx, qy];
      px = qx;
      py = qy;
      // Below the ground an edge adds nothing: as much of the ground's edges counts up as counts down.
      if (x1 < minX - nearX || x0 > maxX + nearX || (y0 < minY - nearY && y1 < minY - nearY)) continue;
      if (y0 <= maxY + nearY || y1 <= maxY + nearY) {
        if (this.isAtCorner(toX, toY)) return Number.NaN;
        this.border += length((toX - fromX) * this.perX, (toY - fromY) * this.perY);
        this.count++;
      }
      if (x0 < x1) sum += (fromX < toX ? 1 : -1) * this.belowEdge(x0, y0, x1, y1);
    }
    return sum;
  }

  private isAtCorner(x: number, y: number): boolean {
    const { corners, nearX, nearY } = this;
    if (x < this.minX - nearX || x > this.maxX + nearX || y < this.minY - nearY || y > this.maxY + nearY)
      return false;
    for (let at = 0; at < corners.length; at += 2)
      if (
        Math.abs((corners[at] as number) - x) <= nearX &&
        Math.abs((corners[at + 1] as number) - y) <= nearY
      )
        return true;
    return false;
  }

  /** m² of the ground that lie below an edge, which runs from west to east. */
  private belowEdge(x0: number, y0: number, x1: number, y1: number): number {
    const { edges } = this;
    const rise = (y1 - y0) / (x1 - x0);
    let sum = 0;
    for (let at = 0; at < edges.length; at += 5) {
      const ax0 = edges[at] as number;
      if (ax0 >= x1) break;
      const ax1 = edges[at + 2] as number;
      if (ax1 <= x0) continue;
      const ay0 = edges[at + 1] as number;
      const slope = ((edges[at + 3] as number) - ay0) / (ax1 - ax0);
      const from = Math.max(x0, ax0);
      const to = Math.min(x1, ax1);
      sum +=
        (edges[at + 4] as number) *
        this.belowBoth(from, to, ay0 + (from - ax0) * slope, slope, y0 + (from - x0) * rise, rise);
    }
    return sum;
  }

  /** m² below the lower of two lines, by their y at `from` and their slopes. */
  private belowBoth(from: number, to: number, y: number, slope: number, other: number, rise: number): number {
    const width = to - from;
    const before = y - other;
    const after = before + width * (slope - rise);
    if (before <= 0 && after <= 0) return this.belowLine(from, width, y, slope);
    if (before >= 0 && after >= 0) return this.belowLine(from, width, other, rise);
    const part = (before / (before - after)) * width;
    const rest = width - part;
    return before < 0
      ? this.belowLine(from, part, y, slope) + this.belowLine(from + part, rest, other + part * rise, rise)
      : this.belowLine(from, part, other, rise) + this.belowLine(from + part, rest, y + part * slope, slope);
  }

  /** By Gauss's two-point rule: exact for what is cubic in x. */
  private belowLine(from: number, width: number, y: number, slope: number): number {
    const half = width / 2;
    const off = half * OFF;
    const west = half - off;
    const east = half + off;
    return (
      half *
      (this.plane.areaBelow(from + west, y + west * slope) +
        this.plane.areaBelow(from + east, y + east * slope))
    );
  }
}

const OFF = 1 / Math.sqrt(3);

type Edge = readonly [x0: number, y0: number, x1: number, y1: number, sign: number];

/** @param sign of an edge that runs from west to east */
function edgesOf(ring: Ring, sign: number): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at = 0; at < ring.length; at += 2) {
    const next = at + 2 < ring.length ? at + 2 : 0;
    const [ax, ay, bx, by] = [ring[at], ring[at + 1], ring[next], ring[next + 1]] as unknown as number[] as [
      ...[number, number],
      ...[number, number],
    ];
    if (ax < bx) edges.push([ax, ay, bx, by, sign]);
    else if (bx < ax) edges.push([bx, by, ax, ay, -sign]);
  }
  return edges;
}

function isCounterclockwise(ring: Ring): boolean {
  let twice = 0;
  const [originX, originY] = [ring[0] as number, ring[1] as number];
  for (let at = 0; at < ring.length; at += 2) {
    const next = at + 2 < ring.length ? at + 2 : 0;
    twice +=
      ((ring[at] as number) - originX) * ((ring[next + 1] as number) - originY) -
      ((ring[next] as number) - originX) * ((ring[at + 1] as number) - originY);
  }
  return twice > 0;
}
