import { words } from "../../../model/words.ts";
import type { TextLine } from "../corners/key-values.ts";
import type { FailLine, WrittenCorner } from "../corners/notation.ts";
import { readNumber } from "../corners/numbers.ts";

interface PlotCorner extends WrittenCorner {
  readonly label: string;
  /** 圈号. */
  readonly ring: string;
}

/** A plot (地块): its line of attributes, absent where the file has none, and its corners. */
export interface Plot {
  readonly line: number;
  readonly fields: readonly string[];
  readonly corners: readonly PlotCorner[];
}

/** Reads the lines of `[地块坐标]`. Fails at one that is neither a plot nor a corner. */
export function plotsIn(lines: readonly TextLine[], fail: FailLine): readonly Plot[] {
  const plots: { line: number; fields: readonly string[]; corners: PlotCorner[] }[] = [];
  for (const { line, text } of lines) {
    const fields = text.split(",").map((field) => field.trim());
    if (isPlot(fields)) {
      plots.push({
        line,
        fields: fields.slice(0, fields.lastIndexOf("@") < 0 ? undefined : fields.lastIndexOf("@")),
        corners: [],
      });
      continue;
    }
    const corner = cornerOf(fields, line, fail);
    const plot = plots.at(-1);
    // Some files leave out the plot's own line.
    if (plot === undefined) plots.push({ line, fields: [], corners: [corner] });
    else plot.corners.push(corner);
  }
  const empty = plots.find(({ corners }) => corners.length === 0);
  if (empty !== undefined)
    fail(
      empty.line,
      words("此地块没有拐点", "this plot has no corners"),
      words("文件可能不完整，重新导出", "the file may be cut; export it again"),
    );
  return plots;
}

/** A plot's line ends with @, or has more fields than a corner, text among them. */
function isPlot(fields: readonly string[]): boolean {
  if (fields.includes("@")) return true;
  return fields.length > 5 && fields.slice(2, 4).some((field) => readNumber(field) === undefined);
}

function cornerOf(fields: readonly string[], line: number, fail: FailLine): PlotCorner {
  const [label = "", ring = "", x = "", y = ""] = fields;
  const first = readNumber(x);
  const second = readNumber(y);
  if (first === undefined || second === undefined || !/^\d*$/.test(ring))
    return fail(
      line,
      words(
        `此行既不是地块也不是拐点：${fields.join(",").slice(0, 40)}`,
        `this line is neither a plot nor a corner: ${fields.join(",").slice(0, 40)}`,
      ),
      words("拐点写成 J1,1,X,Y；地块行以 @ 结尾", "a corner is J1,1,X,Y; a plot's line ends with @"),
    );
  return { label, ring, first, second, line };
}
