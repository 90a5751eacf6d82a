import type { Plane } from "../crs/plane.ts";
import { groundAt, length } from "../shape/ground.ts";
import { boxOf, type Polygon, type Ring, ringsOf } from "../shape/shape.ts";
import { twiceSignedArea } from "../shape/signed-area.ts";
import { STRETCH, stretchesOf } from "../shape/stretches.ts";

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
  /** Its own area. */
  private readonly m2: number;

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
    // An edge for each corner at the most.
    const edges = new Float64Array((this.corners.length / 2) * 5);
    let end = 0;
    for (const { shell, holes } of polygons) {
      end = addEdges(edges, end, shell, twiceSignedArea(shell) > 0 ? -1 : 1);
      for (const hole of holes) end = addEdges(edges, end, hole, twiceSignedArea(hole) > 0 ? 1 : -1);
    }
    this.edges = edges.subarray(0, end);
    this.m2 = this.belowEdge(minX, maxY, maxX, maxY);
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
    const boxes = stretchesOf(ring);
    if (boxes === undefined) return this.belowStretch(ring, 0, ring.length);
    const { minX, maxX, minY, maxY, nearX, nearY } = this;
    let sum = 0;
    for (let box = 0; box < boxes.length; box += 4) {
      if ((boxes[box] as number) > maxX + nearX || (boxes[box + 2] as number) < minX - nearX) continue;
      if ((boxes[box + 3] as number) < minY - nearY) continue;
      const from = (box / 4) * 2 * STRETCH;
      const to = Math.min(from + 2 * STRETCH, ring.length);
      if ((boxes[box + 1] as number) > maxY + nearY)
        sum += this.belowTop(ring[from] as number, ring[to < ring.length ? to : 0] as number);
      else sum += this.belowStretch(ring, from, to);
    }
    return sum;
  }

  /** Of the edges that begin at the corners from `from` up to `to`. */
  private belowStretch(ring: Ring, from: number, to: number): number {
    const { minX, minY, maxX, maxY, nearX, nearY } = this;
    const top = maxY + nearY;
    let sum = 0;
    let px = ring[from] as number;
    let py = ring[from + 1] as number;
    // Where a run of edges above the ground began: they are one edge, since it doesn't matter which way they take.
    let aboveX = Number.NaN;
    for (let at = from + 2; at <= to; at += 2) {
      const next = at < ring.length ? at : 0;
      const qx = ring[next] as number;
      const qy = ring[next + 1] as number;
      const [fromX, fromY] = [px, py];
      px = qx;
      py = qy;
      if (fromY > top && qy > top) {
        if (Number.isNaN(aboveX)) aboveX = fromX;
        continue;
      }
      if (!Number.isNaN(aboveX)) {
        sum += this.belowTop(aboveX, fromX);
        aboveX = Number.NaN;
      }
      // Below the ground an edge adds nothing: as much of the ground's edges counts up as counts down.
      if (fromY < minY - nearY && qy < minY - nearY) continue;
      if (fromX < minX - nearX && qx < minX - nearX) continue;
      if (fromX > maxX + nearX && qx > maxX + nearX) continue;
      if (this.isAtCorner(qx, qy)) return Number.NaN;
      this.border += length((qx - fromX) * this.perX, (qy - fromY) * this.perY);
      this.count++;
      if (fromX < qx) sum += this.belowEdge(fromX, fromY, qx, qy);
      else if (qx < fromX) sum -= this.belowEdge(qx, qy, fromX, fromY);
    }
    return Number.isNaN(aboveX) ? sum : sum + this.belowTop(aboveX, px);
  }

  /** All of the ground between two x, with a sign by their order. */
  private belowTop(fromX: number, toX: number): number {
    const { minX, maxX, maxY } = this;
    const [from, to] = [Math.min(Math.max(fromX, minX), maxX), Math.min(Math.max(toX, minX), maxX)];
    if (from === to) return 0;
    if (from === minX && to === maxX) return this.m2;
    if (to === minX && from === maxX) return -this.m2;
    return from < to ? this.belowEdge(from, maxY, to, maxY) : -this.belowEdge(to, maxY, from, maxY);
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

/**
 * Puts the edges of a ring among those before `end`, which are in the order of their western ends.
 *
 * @param sign of an edge that runs from west to east
 */
function addEdges(edges: Float64Array, end: number, ring: Ring, sign: number): number {
  for (let at = 0; at < ring.length; at += 2) {
    const next = at + 2 < ring.length ? at + 2 : 0;
    const isEastward = (ring[at] as number) < (ring[next] as number);
    const [west, east] = isEastward ? [at, next] : [next, at];
    const x0 = ring[west] as number;
    if (x0 === ring[east]) continue;
    let place = end;
    while (place > 0 && (edges[place - 5] as number) > x0) place -= 5;
    edges.copyWithin(place + 5, place, end);
    edges[place] = x0;
    edges[place + 1] = ring[west + 1] as number;
    edges[place + 2] = ring[east] as number;
    edges[place + 3] = ring[east + 1] as number;
    edges[place + 4] = isEastward ? sign : -sign;
    end += 5;
  }
  return end;
}
