import { halfWidth, linesOf } from "./half-width.ts";

/** A line of a survey text, plain signs for fullwidth ones. */
export interface TextLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The lines of a survey text that say anything. */
export function textLines(text: string): readonly TextLine[] {
  return linesOf(text).flatMap((raw, index) => {
    const plain = halfWidth(raw).trim();
    return plain === "" ? [] : [{ line: index + 1, text: plain }];
  });
}

/** `带号=38`; a value may be empty. Undefined: the line isn't of that kind. */
export function keyValueOf(text: string): readonly [key: string, value: string] | undefined {
  const found = /^([^=,]+?)\s*=\s*(.*)$/.exec(text);
  return found === null ? undefined : [found[1] ?? "", found[2] ?? ""];
}

/** `[地块坐标]` or 【地块坐标】 → 地块坐标. Undefined: the line heads no section. */
export function sectionOf(text: string): string | undefined {
  return /^[[【]\s*([^\]】]+?)\s*[\]】]$/.exec(text)?.[1];
}
