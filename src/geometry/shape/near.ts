import Flatbush from "flatbush";
import { type Box, boxesMeet } from "./shape.ts";

/** Whatever lies somewhere. */
interface Placed {
  readonly box: Box;
}

interface Tree<T> {
  readonly search: Flatbush;
  readonly placed: readonly T[];
}

/** Trees of lists that were asked before (空间索引): a list is asked once for every site. */
const TREES = new WeakMap<readonly Placed[], Tree<Placed>>();

/** A tree pays only from here. */
const FEW = 16;

/** Those of a list whose boxes meet or touch `box`, in its order. */
export function near<T extends Placed>(all: readonly T[], box: Box): readonly T[] {
  if (all.length < FEW) return all.filter((one) => boxesMeet(one.box, box));
  const { search, placed } = treeOf(all);
  return search
    .search(box.minX, box.minY, box.maxX, box.maxY)
    .sort((a, b) => a - b)
    .map((at) => placed[at] as T);
}

function treeOf<T extends Placed>(all: readonly T[]): Tree<T> {
  const known = TREES.get(all);
  if (known !== undefined) return known as Tree<T>;
  // What has no corners has no box, and is near nothing.
  const placed = all.filter(({ box }) => box.minX <= box.maxX);
  const search = new Flatbush(Math.max(1, placed.length));
  for (const { box } of placed) search.add(box.minX, box.minY, box.maxX, box.maxY);
  // The library takes no empty tree.
  if (placed.length === 0) search.add(Infinity, Infinity, Infinity, Infinity);
  search.finish();
  TREES.set(all, { search, placed });
  return { search, placed };
}
