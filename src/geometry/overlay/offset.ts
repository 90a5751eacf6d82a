import { Clipper, ClipType, EndType, FillRule, JoinType, type PolyPath64, PolyTree64 } from "clipper2-ts";
import type { Crs } from "../crs/crs.ts";
import { groundAt } from "../shape/ground.ts";
import { boxOf, type Polygon, type Ring, ringsOf } from "../shape/shape.ts";

/** Steps to the metre. */
const PER_METRE = 1e4;
/** Corners are kept as corners unless sharper than 6°. */
const MITRE = 20;

/**
 * The ground within `metres` of the polygons; of a negative number what is left of them so far inside.
 * Near enough for strips of metres: in a geographic CRS one scale serves for all of them.
 */
export function offset(polygons: readonly Polygon[], crs: Crs, metres: number): readonly Polygon[] {
  const { minX, minY } = boxOf(ringsOf(polygons));
  const { perX, perY } = groundAt(crs, minY);
  const path = (ring: Ring, anticlockwise: boolean) => {
    const corners = Array.from({ length: ring.length / 2 }, (_, at) => ({
      x: Math.round(((ring[2 * at] as number) - minX) * perX * PER_METRE),
      y: Math.round(((ring[2 * at + 1] as number) - minY) * perY * PER_METRE),
    }));
    return Clipper.area(corners) > 0 === anticlockwise ? corners : corners.reverse();
  };
  const ringOf = ({ poly }: PolyPath64): Ring =>
    Float64Array.from(
      (poly ?? []).flatMap(({ x, y }) => [minX + x / PER_METRE / perX, minY + y / PER_METRE / perY]),
    );
  const paths = polygons.flatMap(({ shell, holes }) => [
    path(shell, true),
    ...holes.map((hole) => path(hole, false)),
  ]);
  const moved = Clipper.inflatePaths(paths, metres * PER_METRE, JoinType.Miter, EndType.Polygon, MITRE);
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, moved, [], tree, FillRule.NonZero);
  return shellsIn(tree).map((shell) => ({
    shell: ringOf(shell),
    holes: childrenOf(shell).map(ringOf),
  }));
}

function shellsIn(tree: PolyPath64): readonly PolyPath64[] {
  return childrenOf(tree).flatMap((shell) => [shell, ...childrenOf(shell).flatMap(shellsIn)]);
}

function childrenOf(node: PolyPath64): readonly PolyPath64[] {
  return Array.from({ length: node.count }, (_, at) => node.child(at));
}
