import Flatbush from "flatbush";
import { distanceToEdge, type Ground } from "./ground.ts";
import { orientation } from "./orientation.ts";
import { type Box, boxOf, cornersOf, type Ring, xOf, yOf } from "./shape.ts";

export type Side = "inside" | "outside" | "on";

/** Few corners or few questions don't pay for an index. */
const FEW_CORNERS = 64;
const FEW_QUESTIONS = 16;

/** A ring that can be asked where points lie to it. */
export class RingIndex {
  readonly box: Box;
  private asked = 0;
  private index: Flatbush | undefined;

  constructor(
    readonly ring: Ring,
    private readonly ground: Ground,
  ) {
    this.box = boxOf([ring]);
  }

  /**
   * Where a point lies, decided exactly. Within `hair` metres of the boundary, and exactly on it, it is
   * on it.
   */
  side(x: number, y: number, hair: number): Side {
    const [reachX, reachY] = [hair / this.ground.perX, hair / this.ground.perY];
    let inside = false;
    let on = false;
    this.forEdgesRightOf(x - reachX, y - reachY, y + reachY, (ax, ay, bx, by) => {
      if (hair > 0 && distanceToEdge(this.ground, x, y, ax, ay, bx, by) <= hair) on = true;
      const straddles = ay > y !== by > y;
      if (on || (!straddles && ay !== y && by !== y)) return;
      const turn = orientation(ax, ay, bx, by, x, y);
      if (turn === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) on = true;
      else if (straddles && turn > 0 === by > ay) inside = !inside;
    });
    if (on) return "on";
    return inside ? "inside" : "outside";
  }

  /** Edges that have a part with x ≥ `west` and y from `south` to `north`. */
  private forEdgesRightOf(
    west: number,
    south: number,
    north: number,
    visit: (ax: number, ay: number, bx: number, by: number) => void,
  ): void {
    const count = cornersOf(this.ring);
    const visitEdge = (corner: number): void => {
      const next = corner + 1 === count ? 0 : corner + 1;
      const [ay, by] = [yOf(this.ring, corner), yOf(this.ring, next)];
      if (Math.max(ay, by) < south || Math.min(ay, by) > north) return;
      const [ax, bx] = [xOf(this.ring, corner), xOf(this.ring, next)];
      if (Math.max(ax, bx) >= west) visit(ax, ay, bx, by);
    };
    if (count <= FEW_CORNERS || ++this.asked <= FEW_QUESTIONS) {
      for (let corner = 0; corner < count; corner++) visitEdge(corner);
      return;
    }
    this.index ??= indexOf(this.ring);
    for (const corner of this.index.search(west, south, Infinity, north)) visitEdge(corner);
  }
}

function indexOf(ring: Ring): Flatbush {
  const count = cornersOf(ring);
  const index = new Flatbush(count);
  for (let corner = 0; corner < count; corner++) {
    const next = corner + 1 === count ? 0 : corner + 1;
    const [ax, ay, bx, by] = [xOf(ring, corner), yOf(ring, corner), xOf(ring, next), yOf(ring, next)];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index;
}
