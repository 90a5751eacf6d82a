import type { Plane } from "../crs/plane.ts";
import type { Box, Polygon } from "../shape/shape.ts";
import { Edges } from "./edges.ts";

/**
 * Areas of coverage without topology. The plane is cut at every corner's x into vertical slabs. In a slab
 * the edges are ordered by y at its middle and walked upwards, keeping what covers the ground between
 * them; each edge adds the area below it where that changes. Only edges that cross inside a slab are cut
 * further, at their crossings.
 *
 * Nothing is concluded from the order but areas: where rounding puts two nearly coincident edges in the
 * wrong order, the error is the area between them. So there is no input that it can get wrong (though there
 * are some that would take hours, on which it gives up: `TooIntricate`), and rings may cross, touch and
 * repeat as they like: a place is inside a polygon if an odd number of its edges lie below, and covered if
 * any polygon has it inside.
 */
export class Slabs {
  readonly #edges = new Edges();
  /** Edges by their western end. */
  #order: Int32Array = new Int32Array(0);
  /** Edges that reach through the present slab, from below; the first `#reach`. */
  #active = new Int32Array(256);
  /** Per edge: its y at both sides of the slab it was last looked at in. */
  #left = new Float64Array(256);
  #right = new Float64Array(256);
  /** Per edge: how it counts now, and since which x: 1 covered below, −1 covered above, 0 neither or both. */
  #sign = new Int8Array(256);
  #since = new Float64Array(256);
  /** Per polygon: whether an odd number of its edges lies below. */
  #odd = new Uint8Array(16);
  /** Per position of a block, the lowest y of it and all positions above. */
  #lowest = new Float64Array(512);

  #plane: Plane | undefined;
  #firstOwners = 0;
  #coveredFirst = 0;
  #coveredSecond = 0;
  #total = 0;
  #negligibleGap = 0;
  #negligibleArea = 0;
  /** What is left of the work allowed. */
  steps = 0;

  /**
   * The area inside `window` that is covered by any of `a` and by any of `b`; without `b`, by any of `a`.
   * m², or what the plane's areas are in. Throws {@link TooIntricate} after so many steps.
   */
  measure(
    plane: Plane,
    window: Box,
    a: readonly Polygon[],
    b: readonly Polygon[] | undefined,
    most: (edges: number) => number,
  ): number {
    const edges = this.#edges;
    edges.start(window);
    edges.add(a);
    this.#firstOwners = edges.owners;
    if (b) edges.add(b);
    this.#plane = plane;
    this.#coveredFirst = 0;
    this.#coveredSecond = b ? 0 : 1;
    this.#total = 0;
    this.#negligibleGap = NOISE * edges.height;
    this.#negligibleArea = NOISE ** 1.2 * edges.height * edges.width;
    this.steps = most(edges.count);
    this.#makeRoom();
    this.#order = edges.sorted();
    this.#sweep();
    return this.#total;
  }

  #makeRoom(): void {
    const { count, owners, x0 } = this.#edges;
    if (this.#active.length < count) {
      const size = x0.length;
      this.#active = new Int32Array(size);
      this.#left = new Float64Array(size);
      this.#right = new Float64Array(size);
      this.#sign = new Int8Array(size);
      this.#since = new Float64Array(size);
      this.#lowest = new Float64Array(2 * size);
    }
    if (this.#odd.length < owners) this.#odd = new Uint8Array(2 * owners);
    else this.#odd.fill(0, 0, owners);
  }

  #sweep(): void {
    const { count, x0, x1 } = this.#edges;
    const order = this.#order;
    const active = this.#active;
    let next = 0;
    let reach = 0;
    let x = 0;
    let end = Number.POSITIVE_INFINITY;
    while (next < count || reach > 0) {
      // Edges that begin here, and how far none of all begins or ends.
      if (reach === 0) x = x0[order[next] as number] as number;
      while (next < count && (x0[order[next] as number] as number) <= x) {
        const edge = order[next++] as number;
        this.#sign[edge] = 0;
        active[reach++] = edge;
        end = Math.min(end, x1[edge] as number);
      }
      if (next < count) end = Math.min(end, x0[order[next] as number] as number);
      this.#slab(0, reach, x, end, 0);
      x = end;
      end = Number.POSITIVE_INFINITY;
      let kept = 0;
      for (let at = 0; at < reach; at++) {
        const edge = active[at] as number;
        const until = x1[edge] as number;
        if (until <= x) this.#count(edge, 0, x);
        else {
          active[kept++] = edge;
          if (until < end) end = until;
        }
      }
      reach = kept;
    }
  }

  /**
   * Orders the edges at positions `lo` up to `hi` for the slab between `from` and `to`, and walks them once:
   * afterwards the parities below stand as above all of them.
   */
  #slab(lo: number, hi: number, from: number, to: number, depth: number): void {
    const { x0, y0, x1, y1, slope } = this.#edges;
    const active = this.#active;
    const left = this.#left;
    const right = this.#right;
    const gap = this.#negligibleGap;
    let crossing = false;
    for (let next = lo; next < hi; next++) {
      const edge = active[next] as number;
      const start = x0[edge] as number;
      const base = y0[edge] as number;
      const rise = slope[edge] as number;
      const yLeft = base + (from - start) * rise;
      const yRight = to >= (x1[edge] as number) ? (y1[edge] as number) : base + (to - start) * rise;
      left[edge] = yLeft;
      right[edge] = yRight;
      const twice = yLeft + yRight;
      let at = next;
      while (at > lo) {
        const below = active[at - 1] as number;
        const belowLeft = left[below] as number;
        const belowRight = right[below] as number;
        if (belowLeft + belowRight <= twice) {
          if (belowLeft - yLeft > gap || belowRight - yRight > gap) crossing = true;
          break;
        }
        if (yLeft - belowLeft > gap || yRight - belowRight > gap) crossing = true;
        active[at] = below;
        at--;
      }
      active[at] = edge;
      this.steps -= next - at + 1;
    }
    if (this.steps < 0) throw new TooIntricate();
    if (crossing && depth < DEEPEST) this.#blocks(lo, hi, from, to, depth);
    else this.#walk(lo, hi, from);
  }

  /** Walks a slab with crossings: the edges fall into blocks that cross only among themselves. */
  #blocks(lo: number, hi: number, from: number, to: number, depth: number): void {
    const active = this.#active;
    const left = this.#left;
    const right = this.#right;
    const gap = this.#negligibleGap;
    let [lowLeft, lowRight] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const ends: number[] = [];
    const lowest = this.#lowest;
    for (let at = hi - 1; at > lo; at--) {
      lowLeft = Math.min(lowLeft, left[active[at] as number] as number);
      lowRight = Math.min(lowRight, right[active[at] as number] as number);
      lowest[2 * at] = lowLeft;
      lowest[2 * at + 1] = lowRight;
    }
    let [highLeft, highRight] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = lo; at < hi; at++) {
      highLeft = Math.max(highLeft, left[active[at] as number] as number);
      highRight = Math.max(highRight, right[active[at] as number] as number);
      if (
        at + 1 === hi ||
        (highLeft - (lowest[2 * at + 2] as number) <= gap &&
          highRight - (lowest[2 * at + 3] as number) <= gap)
      )
        ends.push(at + 1);
    }
    let begin = lo;
    for (const end of ends) {
      if (end - begin === 1) this.#walk(begin, end, from);
      else this.#split(begin, end, from, to, depth);
      begin = end;
    }
  }

  /** Cuts a block of edges that cross in the slab at one of their crossings, and walks both parts. */
  #split(lo: number, hi: number, from: number, to: number, depth: number): void {
    const cut = depth < STEADY ? this.#crossing(lo, hi, from, to) : (from + to) / 2;
    if (!(cut > from && cut < to)) {
      this.#walk(lo, hi, from);
      return;
    }
    this.#slab(lo, hi, from, cut, depth + 1);
    this.#unwalk(lo, hi);
    this.#slab(lo, hi, cut, to, depth + 1);
  }

  /** The x of the crossing of neighbours that is nearest to the slab's middle; NaN if none matters. */
  #crossing(lo: number, hi: number, from: number, to: number): number {
    const active = this.#active;
    const left = this.#left;
    const right = this.#right;
    const width = to - from;
    let nearest = Number.NaN;
    let distance = Number.POSITIVE_INFINITY;
    for (let at = lo + 1; at < hi; at++) {
      const below = active[at - 1] as number;
      const above = active[at] as number;
      const gapLeft = (left[above] as number) - (left[below] as number);
      const gapRight = (right[above] as number) - (right[below] as number);
      const wrong = Math.min(gapLeft, gapRight);
      if (!(wrong < -this.#negligibleGap) || -wrong * width <= this.#negligibleArea) continue;
      const share = gapLeft / (gapLeft - gapRight);
      if (Math.abs(share - 0.5) < distance) {
        distance = Math.abs(share - 0.5);
        nearest = from + share * width;
      }
    }
    return nearest;
  }

  #walk(lo: number, hi: number, x: number): void {
    const { owner } = this.#edges;
    const active = this.#active;
    const odd = this.#odd;
    const sign = this.#sign;
    const split = this.#firstOwners;
    let first = this.#coveredFirst;
    let second = this.#coveredSecond;
    let covered = first > 0 && second > 0 ? 1 : 0;
    for (let at = lo; at < hi; at++) {
      const edge = active[at] as number;
      const polygon = owner[edge] as number;
      const change = odd[polygon] === 0 ? 1 : -1;
      odd[polygon] = change > 0 ? 1 : 0;
      if (polygon < split) first += change;
      else second += change;
      const above = first > 0 && second > 0 ? 1 : 0;
      if (covered - above !== sign[edge]) this.#count(edge, covered - above, x);
      covered = above;
    }
    this.#coveredFirst = first;
    this.#coveredSecond = second;
  }

  /** Takes the parities back to what they were below the edges. */
  #unwalk(lo: number, hi: number): void {
    const { owner } = this.#edges;
    for (let at = lo; at < hi; at++) {
      const polygon = owner[this.#active[at] as number] as number;
      const change = this.#odd[polygon] === 0 ? 1 : -1;
      this.#odd[polygon] = change > 0 ? 1 : 0;
      if (polygon < this.#firstOwners) this.#coveredFirst += change;
      else this.#coveredSecond += change;
    }
  }

  /** From `x` on the edge counts with `sign`; what it counted for until there is added. */
  #count(edge: number, sign: number, x: number): void {
    const before = this.#sign[edge] as number;
    if (before !== 0) this.#total += before * this.#areaBelow(edge, this.#since[edge] as number, x);
    this.#sign[edge] = sign;
    this.#since[edge] = x;
  }

  /** The area below the edge by Gauss's two-point rule: exact for what is cubic in x. */
  #areaBelow(edge: number, from: number, to: number): number {
    const plane = this.#plane;
    if (!plane) return Number.NaN;
    const { x0, y0, slope, originX, originY } = this.#edges;
    const half = (to - from) / 2;
    const middle = from + half;
    const off = half / Math.sqrt(3);
    const base = (y0[edge] as number) + originY;
    const start = x0[edge] as number;
    const rise = slope[edge] as number;
    const west = middle - off;
    const east = middle + off;
    return (
      half *
      (plane.areaBelow(west + originX, base + (west - start) * rise) +
        plane.areaBelow(east + originX, base + (east - start) * rise))
    );
  }
}

/** Edges lie so densely across each other that their common area can't be had in reasonable time. */
export class TooIntricate extends Error {
  override name = "TooIntricate";
}

/** Rounding of y in a window, as a share of its height: a few units in the last place. */
const NOISE = 1e-15;
/** From this depth on a slab is halved rather than cut at a crossing, so that cuts can't come one by one. */
const STEADY = 40;
/** A slab isn't cut more often than this: by then it is narrower than coordinates can tell. */
const DEEPEST = 120;
