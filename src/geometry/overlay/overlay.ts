import { Clipper, ClipType, FillRule, type Paths64, type PolyPath64, PolyTree64 } from "clipper2-ts";
import type { Plane } from "../crs/plane.ts";
import { type Box, boxesMeet, boxOf, commonBox, type Polygon, type Ring, ringsOf } from "../shape/shape.ts";
import { areaOf, commonArea } from "./coverage.ts";
import { type GridPoint, withoutSpikes } from "./grid-path.ts";

/**
 * The outline of a result of overlay, for drawing and for suggestions (叠加图形). Decisions rest on
 * `measured`; where `drawn` differs by more than a tolerance, the outline isn't to be shown as the result.
 */
export interface Outline {
  /**
   * On the grid of all multiples of 0.1 mm or 1e-9°, so that corners given no finer come back to the last
   * digit; parts smaller than the caller's least area are left out.
   */
  readonly polygons: readonly Polygon[];
  /** Area of the polygons in m². */
  readonly drawn: number;
  /** Area of the true result in m², by the engine that decides. */
  readonly measured: number;
}

/** The ground that any of `a` and any of `b` cover. Parts smaller than `least` m² are left out. */
export function intersection(
  plane: Plane,
  a: readonly Polygon[],
  b: readonly Polygon[],
  least: number,
): Outline {
  const window = commonBox(boxOf(ringsOf(a)), boxOf(ringsOf(b)));
  return outline(plane, ClipType.Intersection, window, [a, b], least, commonArea(plane, a, b));
}

/** The ground that `a` covers and none of `b` does. Parts smaller than `least` m² are left out. */
export function difference(
  plane: Plane,
  a: readonly Polygon[],
  b: readonly Polygon[],
  least: number,
): Outline {
  const measured = areaOf(plane, a) - commonArea(plane, a, b);
  return outline(plane, ClipType.Difference, boxOf(ringsOf(a)), [a, b], least, measured);
}

function outline(
  plane: Plane,
  operation: ClipType,
  window: Box,
  [a, b]: readonly [readonly Polygon[], readonly Polygon[]],
  least: number,
  measured: number,
): Outline {
  const grid = new Grid(window, plane.crs.kind === "geographic" ? 1e9 : 1e4);
  let polygons: readonly Polygon[] = [];
  try {
    const tree = new PolyTree64();
    Clipper.booleanOpWithPolyTree(operation, grid.union(a), grid.union(b), tree, FillRule.NonZero);
    polygons = grid.polygonsIn(tree).filter((one) => areaOf(plane, [one]) >= least);
  } catch {
    // An outline is only drawn: what the library can't do leaves none, and `drawn` tells.
  }
  return { polygons, drawn: areaOf(plane, polygons), measured };
}

/** Whole-number coordinates about a window: so many steps to the CRS's unit, counted from a corner of it. */
class Grid {
  private readonly x: number;
  private readonly y: number;

  constructor(
    readonly window: Box,
    readonly perUnit: number,
  ) {
    this.x = Math.floor(window.minX * perUnit);
    this.y = Math.floor(window.minY * perUnit);
  }

  /**
   * The ground that the polygons near the window cover, as rings that don't cross. Each polygon by itself
   * first: in it an odd number of rings counts, and between polygons any. (The library can also cut rings
   * to a rectangle, but that loses corners of some.)
   */
  union(polygons: readonly Polygon[]): Paths64 {
    return polygons
      .filter(({ shell, holes }) => boxesMeet(boxOf([shell, ...holes]), this.window))
      .flatMap((polygon) =>
        Clipper.union(
          ringsOf([polygon]).map((ring) => this.pathOf(ring)),
          FillRule.EvenOdd,
        ),
      );
  }

  private pathOf(ring: Ring) {
    const path: GridPoint[] = [];
    for (let at = 0; at < ring.length; at += 2)
      path.push({
        x: Math.round((ring[at] as number) * this.perUnit) - this.x,
        y: Math.round((ring[at + 1] as number) * this.perUnit) - this.y,
      });
    return withoutSpikes(path);
  }

  polygonsIn(tree: PolyPath64): readonly Polygon[] {
    return childrenOf(tree).flatMap((shell) => {
      const holes = childrenOf(shell);
      return [
        { shell: this.ringOf(shell), holes: holes.map((hole) => this.ringOf(hole)) },
        ...holes.flatMap((hole) => this.polygonsIn(hole)),
      ];
    });
  }

  private ringOf({ poly }: PolyPath64): Ring {
    // One division, so that 114.123456789 is that number again and no neighbour of it.
    return Float64Array.from(
      (poly ?? []).flatMap(({ x, y }) => [(this.x + x) / this.perUnit, (this.y + y) / this.perUnit]),
    );
  }
}

function childrenOf(node: PolyPath64): readonly PolyPath64[] {
  return Array.from({ length: node.count }, (_, at) => node.child(at));
}
