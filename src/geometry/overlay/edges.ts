import type { Box, Polygon, Ring } from "../shape/shape.ts";

/**
 * The edges of polygons inside a window, as flat arrays that grow and are used again. Coordinates count
 * from the window's south-west corner, so that far-off origins cost no digits. Every edge runs west to
 * east; vertical ones have no area under them and are left out.
 *
 * A ring that leaves the window to the south or north is drawn along the window's border instead, one edge
 * from where it leaves to where it comes back: what is covered inside the window stays as it was, and a
 * zone with very many corners costs only those near by.
 */
export class Edges {
  count = 0;
  x0 = new Float64Array(256);
  y0 = new Float64Array(256);
  x1 = new Float64Array(256);
  y1 = new Float64Array(256);
  slope = new Float64Array(256);
  /** Which polygon each edge belongs to, counted from 0 in the order they were added. */
  owner = new Int32Array(256);
  owners = 0;
  #order = new Int32Array(256);
  #spare = new Int32Array(256);
  originX = 0;
  originY = 0;
  width = 0;
  height = 0;

  /** Forgets all edges; those added next are cut to `window`. */
  start(window: Box): void {
    this.count = 0;
    this.owners = 0;
    this.originX = window.minX;
    this.originY = window.minY;
    this.width = window.maxX - window.minX;
    this.height = window.maxY - window.minY;
  }

  add(polygons: readonly Polygon[]): void {
    for (const polygon of polygons) {
      this.#addRing(polygon.shell);
      for (const hole of polygon.holes) this.#addRing(hole);
      this.owners++;
    }
  }

  /** The edges by their western end, by merging: in the array that the next call writes to. */
  sorted(): Int32Array {
    const { count, x0 } = this;
    if (this.#order.length < count) {
      this.#order = new Int32Array(x0.length);
      this.#spare = new Int32Array(x0.length);
    }
    let from = this.#order;
    let to = this.#spare;
    for (let lo = 0; lo < count; lo += RUN) {
      const hi = Math.min(lo + RUN, count);
      for (let next = lo; next < hi; next++) {
        const x = x0[next] as number;
        let at = next;
        while (at > lo && (x0[from[at - 1] as number] as number) > x) {
          from[at] = from[at - 1] as number;
          at--;
        }
        from[at] = next;
      }
    }
    for (let size = RUN; size < count; size *= 2) {
      for (let lo = 0; lo < count; lo += 2 * size) {
        const middle = Math.min(lo + size, count);
        const hi = Math.min(middle + size, count);
        let [one, other] = [lo, middle];
        for (let at = lo; at < hi; at++) {
          const first =
            one < middle &&
            (other >= hi || (x0[from[one] as number] as number) <= (x0[from[other] as number] as number));
          to[at] = from[first ? one++ : other++] as number;
        }
      }
      [from, to] = [to, from];
    }
    this.#order = from;
    this.#spare = to;
    return from;
  }

  #addRing(ring: Ring): void {
    const { originX, originY, height } = this;
    const length = ring.length;
    if (length < 6) return;
    const firstX = (ring[0] as number) - originX;
    const firstY = (ring[1] as number) - originY;
    let px = firstX;
    let py = firstY;
    let beyond = beyondOf(py, height);
    let leftAt = firstX;
    for (let at = 2; at <= length; at += 2) {
      const qx = at < length ? (ring[at] as number) - originX : firstX;
      const qy = at < length ? (ring[at + 1] as number) - originY : firstY;
      const nextBeyond = beyondOf(qy, height);
      if (beyond === 0 && nextBeyond === 0) this.#addEdge(px, py, qx, qy);
      else if (beyond !== nextBeyond) {
        const run = (qx - px) / (qy - py);
        let fromX = px;
        let fromY = py;
        if (beyond !== 0) {
          fromY = beyond < 0 ? 0 : height;
          fromX = px + (fromY - py) * run;
          this.#addEdge(leftAt, fromY, fromX, fromY);
        }
        if (nextBeyond === 0) this.#addEdge(fromX, fromY, qx, qy);
        else {
          const toY = nextBeyond < 0 ? 0 : height;
          leftAt = px + (toY - py) * run;
          this.#addEdge(fromX, fromY, leftAt, toY);
        }
      }
      px = qx;
      py = qy;
      beyond = nextBeyond;
    }
    if (beyond !== 0) {
      const y = beyond < 0 ? 0 : height;
      this.#addEdge(leftAt, y, firstX, y);
    }
  }

  /** Adds what lies between the window's west and east border. */
  #addEdge(px: number, py: number, qx: number, qy: number): void {
    const { width } = this;
    let x0 = px;
    let y0 = py;
    let x1 = qx;
    let y1 = qy;
    if (px > qx) {
      x0 = qx;
      y0 = qy;
      x1 = px;
      y1 = py;
    }
    if (!(x0 < x1) || x1 <= 0 || x0 >= width) return;
    const slope = (y1 - y0) / (x1 - x0);
    if (x0 < 0 || x1 > width) {
      if (x1 > width) {
        y1 = y0 + (width - x0) * slope;
        x1 = width;
      }
      if (x0 < 0) {
        y0 -= x0 * slope;
        x0 = 0;
      }
    }
    if (this.count === this.x0.length) this.#grow();
    const edge = this.count++;
    this.x0[edge] = x0;
    this.y0[edge] = y0;
    this.x1[edge] = x1;
    this.y1[edge] = y1;
    this.slope[edge] = slope;
    this.owner[edge] = this.owners;
  }

  #grow(): void {
    for (const name of ["x0", "y0", "x1", "y1", "slope"] as const) {
      const larger = new Float64Array(2 * this[name].length);
      larger.set(this[name]);
      this[name] = larger;
    }
    const owner = new Int32Array(2 * this.owner.length);
    owner.set(this.owner);
    this.owner = owner;
  }
}

function beyondOf(y: number, height: number): -1 | 0 | 1 {
  return y < 0 ? -1 : y > height ? 1 : 0;
}

/** So long are the stretches that are sorted one by one. */
const RUN = 16;
