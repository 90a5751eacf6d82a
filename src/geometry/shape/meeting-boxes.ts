import Flatbush from "flatbush";

/** Up to here a plain double loop is faster than building an index. */
const FEW = 128;

/**
 * Calls `visit` once for every two boxes that meet, the smaller index first, until it answers false.
 * Near-linear in the number of boxes where few of them meet.
 * @param boxes minX, minY, maxX, maxY of one box after the other.
 */
export function forMeetingBoxes(boxes: Float64Array, visit: (one: number, other: number) => boolean): void {
  const count = boxes.length / 4;
  if (count <= FEW) {
    for (let one = 0; one < count; one++)
      for (let other = one + 1; other < count; other++)
        if (meet(boxes, one, other) && !visit(one, other)) return;
    return;
  }
  const index = new Flatbush(count);
  for (let one = 0; one < count; one++)
    index.add(at(boxes, one, 0), at(boxes, one, 1), at(boxes, one, 2), at(boxes, one, 3));
  index.finish();
  let going = true;
  for (let one = 0; one < count && going; one++)
    index.search(at(boxes, one, 0), at(boxes, one, 1), at(boxes, one, 2), at(boxes, one, 3), (other) => {
      if (going && other > one) going = visit(one, other);
      return false;
    });
}

function at(boxes: Float64Array, box: number, side: number): number {
  return boxes[4 * box + side] as number;
}

function meet(boxes: Float64Array, one: number, other: number): boolean {
  return (
    at(boxes, one, 0) <= at(boxes, other, 2) &&
    at(boxes, other, 0) <= at(boxes, one, 2) &&
    at(boxes, one, 1) <= at(boxes, other, 3) &&
    at(boxes, other, 1) <= at(boxes, one, 3)
  );
}
