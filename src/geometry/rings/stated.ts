import { words } from "../../model/words.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import { isClosed, type RawRing, type RawShape, type StatedShape } from "../shape/raw.ts";
import { checkNumbering } from "./numbering.ts";

/**
 * Holds what a text file states of a shape against its rings: the number of corners (with or without
 * the closing ones) and the numbers in the corners' labels.
 * @param before the highest corner number of the shape before it in the file, where numbers run on.
 */
export function checkStated(
  shape: RawShape,
  stated: StatedShape | undefined,
  before = 0,
): readonly GeometryProblem[] {
  const rings = shape.roles === "given" ? shape.parts.flat() : shape.rings;
  return [...checkCount(rings, stated?.corners), ...checkNumbering(rings, before)];
}

function checkCount(rings: readonly RawRing[], stated: number | undefined): readonly GeometryProblem[] {
  if (stated === undefined) return [];
  const listed = rings.reduce((sum, { corners }) => sum + corners.length / 2, 0);
  const closing = rings.filter(isClosed).length;
  const distinct = listed - closing;
  if (stated === listed || stated === distinct || stated === distinct + rings.length) return [];
  return [
    {
      fault: "stated-corners",
      message: words(
        `文件注明 ${stated} 个拐点，实际列出 ${distinct} 个${closing > 0 ? `（另有闭合点 ${closing} 个）` : ""}`,
        `the file states ${stated} corners and lists ${distinct}${closing > 0 ? ` (and ${closing} closing)` : ""}`,
      ),
      remedy: words(
        "请核对是否缺少或多出拐点，并改正点数",
        "check whether corners are missing or too many, and correct the number",
      ),
    },
  ];
}
