import type { Attribute, RawFeature } from "../../../geometry/shape/raw.ts";
import { type Words, words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { bytesOf } from "../bytes.ts";
import { keyValueOf, sectionOf, type TextLine, textLines } from "../corners/key-values.ts";
import { type FailLine, numbersOf } from "../corners/notation.ts";
import { ringsOf } from "../corners/rings.ts";
import { decodeText } from "../encoding.ts";
import { heldSource } from "../held.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { landHead } from "./head.ts";
import { type Plot, plotsIn } from "./plots.ts";
import { statedPlot } from "./stated.ts";

/** What the fields of a plot's line are, behind the number of corners and the area. */
const FIELDS = ["地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码"];

/**
 * Opens a land-survey text (国土 TXT): `[属性描述]` with the CRS, `[地块坐标]` with plots and corners,
 * X the northing. Each plot is a feature. Throws {@link Unusable} with the line.
 */
export async function openLandText(file: string, options: SourceOptions): Promise<SpatialSource> {
  const { text, notes } = decodeText(bytesOf(file), file, options.encoding);
  const fail: FailLine = (line, message, remedy) =>
    unusable({ file, ...(line !== undefined && { line }), message, remedy });
  const { head, plotLines } = sectionsOf(textLines(text), fail);
  const { stated, notes: headNotes } = landHead(head, fail);
  const plots = plotsIn(plotLines, fail);
  const read = plots.map((plot, index) => plotOf(plot, index, fail));
  return heldSource(
    {
      file,
      format: "国土 TXT",
      closing: "optional",
      notes: [...notes, ...headNotes, ...read.flatMap((one) => one.notes)],
    },
    { axes: "north-first", stated },
    read.map(({ feature }) => feature),
  );
}

function sectionsOf(lines: readonly TextLine[], fail: FailLine) {
  const head = new Map<string, TextLine>();
  const plotLines: TextLine[] = [];
  let section = "";
  let hasPlots = false;
  for (const { line, text } of lines) {
    const named = sectionOf(text);
    if (named !== undefined) {
      section = named;
      hasPlots ||= named === "地块坐标";
      continue;
    }
    if (section === "地块坐标") {
      plotLines.push({ line, text });
      continue;
    }
    const [key, value] = keyValueOf(text) ?? [];
    if (section === "属性描述" && key !== undefined && value !== undefined)
      head.set(key, { line, text: value });
  }
  if (!hasPlots)
    fail(
      undefined,
      words("缺少 [地块坐标] 一节", "the section [地块坐标] is missing"),
      words("文件可能不完整，重新导出", "the file may be cut; export it again"),
    );
  if (plotLines.length === 0)
    fail(
      lines.at(-1)?.line,
      words("[地块坐标] 一节是空的", "the section [地块坐标] is empty"),
      words("文件可能不完整，重新导出", "the file may be cut; export it again"),
    );
  return { head, plotLines };
}

function plotOf(plot: Plot, index: number, fail: FailLine): { feature: RawFeature; notes: readonly Words[] } {
  const shape = plot.fields[4]?.trim() ?? "";
  if (/^[点线]$/.test(shape))
    fail(
      plot.line,
      words(`此地块的图形属性是“${shape}”，不是面`, `this plot is "${shape}" (points or lines), not an area`),
      words("只保留面状地块", "keep only plots that are areas"),
    );
  const numbers = numbersOf(plot.corners, undefined, fail);
  const rings = ringsOf(
    plot.corners.map(({ label, ring, line }, corner) => {
      const [first, second] = numbers[corner] as readonly [number, number];
      return { first, second, label, line, group: ring };
    }),
  );
  const { stated, notes } = statedPlot(plot.fields, rings, plot.line);
  const attributes = attributesOf(plot.fields.slice(2));
  const name = attributes["地块名称"] ?? attributes["地块编号"];
  const place = words(
    `第 ${index + 1} 个地块（第 ${plot.line} 行起）`,
    `plot ${index + 1} (from line ${plot.line})`,
  );
  return {
    feature: {
      place:
        name === undefined
          ? place
          : words(`地块“${name}”（第 ${plot.line} 行起）`, `plot "${name}" (from line ${plot.line})`),
      shape: { roles: "by-containment", rings },
      attributes,
      ...(stated && { stated }),
    },
    notes,
  };
}

function attributesOf(fields: readonly string[]): Readonly<Record<string, Attribute>> {
  return Object.fromEntries(
    fields.flatMap((value, index) => (value === "" ? [] : [[FIELDS[index] ?? `字段${index + 3}`, value]])),
  );
}
