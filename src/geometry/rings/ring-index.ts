import Flatbush from "flatbush";
import { distanceToEdge, type Ground } from "../shape/ground.ts";
import { orientation } from "../shape/orientation.ts";
import { type Box, boxOf, cornersOf, type Ring, xOf, yOf } from "../shape/shape.ts";

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
    const count = cornersOf(this.ring);
    const reach = hair / this.ground.perY;
    let crossings = 0;
    if (count <= FEW_CORNERS || ++this.asked <= FEW_QUESTIONS) {
      for (let corner = 0; corner < count; corner++) {
        const crossed = this.edgeRightOf(corner, x, y, hair, reach);
        if (crossed === ON) return "on";
        crossings += crossed;
      }
    } else {
      this.index ??= indexOf(this.ring);
      const west = x - hair / this.ground.perX;
      for (const corner of this.index.search(west, y - reach, Infinity, y + reach)) {
        const crossed = this.edgeRightOf(corner, x, y, hair, reach);
        if (crossed === ON) return "on";
        crossings += crossed;
      }
    }
    return crossings % 2 === 1 ? "inside" : "outside";
  }

  /** 1 if the edge from `corner` crosses the line from the point to the east, 0 if not, or {@link ON}. */
  private edgeRightOf(corner: number, x: number, y: number, hair: number, reach: number): number {
    const { ring } = this;
    const next = corner + 1 === cornersOf(ring) ? 0 : corner + 1;
    const ay = yOf(ring, corner);
    const by = yOf(ring, next);
    if ((ay > y + reach && by > y + reach) || (ay < y - reach && by < y - reach)) return 0;
    const ax = xOf(ring, corner);
    const bx = xOf(ring, next);
    if (hair > 0 && distanceToEdge(this.ground, x, y, ax, ay, bx, by) <= hair) return ON;
    const straddles = ay > y !== by > y;
    if (!straddles && ay !== y && by !== y) return 0;
    const turn = orientation(ax, ay, bx, by, x, y);
    if (turn === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return ON;
    return straddles && turn > 0 === by > ay ? 1 : 0;
  }
}

/** What can't be added up to a number of crossings. */
const ON = -1;

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
