import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf, wrap } from "../../src/report/width.ts";

const WIDTHS: readonly (readonly [text: string, width: number])[] = [
  ["", 0],
  ["abc", 3],
  ["矿山", 4],
  ["A矿1", 4],
  ["（）", 4],
  ["≥ 15", 4],
  ["m³/a", 4],
  ["①", 1],
  ["ｔ", 2],
  ["é", 1],
  ["e\u0301", 1],
  ["𠀀", 2],
  ["🚜", 2],
];

const WRAPPED: readonly (readonly [text: string, width: number, lines: readonly string[]])[] = [
  ["", 10, [""]],
  ["one two three", 8, ["one two", "three"]],
  ["one two three", 7, ["one two", "three"]],
  ["矿山矿山矿山", 8, ["矿山矿山", "矿山"]],
  ["新建矿山，不得", 8, ["新建矿", "山，不得"]],
  ["新建（露天）矿山", 8, ["新建（露", "天）矿山"]],
  ["abcdefghijklmnop", 8, ["abcdefgh", "ijklmnop"]],
  ["a\nb", 8, ["a", "b"]],
  ["生产规模 15 万吨", 10, ["生产规模", "15 万吨"]],
];

describe("columns", () => {
  it.each(WIDTHS)("%j takes %s", (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe("wrapping", () => {
  it.each(WRAPPED)("%j at %s", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  const piece = fc.oneof(
    fc.constantFrom("矿", "山", "区", "第", "，", "。", "（", "）", "“", "”", "％", "≥", "·", "；", "/"),
    fc.constantFrom(
      "a",
      "plan",
      "FC-MIN-03",
      "exploration-programme",
      "fixtures/fangcheng/pass.json:12:3",
      "15",
      "(",
      ")",
      ".",
      ",",
    ),
    fc.constantFrom(" ", "  ", "\t", "\n"),
    fc.string({ maxLength: 3, unit: "grapheme" }),
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""));
  const widths = fc.integer({ min: 1, max: 100 });

  it("never makes a line longer than the width, of which there are at least eight columns", () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        for (const line of wrap(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, 8));
      }),
      { numRuns: 500 },
    );
  });

  it("drops nothing but spaces where a line ends", () => {
    const inked = (text: string) => text.replace(/\s+/g, "");
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        expect(inked(wrap(text, width).join(""))).toBe(inked(text));
      }),
      { numRuns: 500 },
    );
  });

  it("a text that fits stays as it is", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = text.split("\n").map((line) => line.trimEnd());
        fc.pre(!/\t/.test(text) && lines.every((line) => widthOf(line) <= 100 && !/^\s/.test(line)));
        expect(wrap(text, 100)).toEqual(lines);
      }),
    );
  });

  it("a closing mark never begins a line, an opening one never ends it, where there is room", () => {
    const words = fc.array(fc.constantFrom("矿", "山", "（", "）", "，", "。", "《", "》", "plan"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 80 }), (parts, width) => {
        const text = parts.join("");
        fc.pre(!/[（《）》，。]{4}/.test(text) && !/plan(plan)+/.test(text));
        const lines = wrap(text, width);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[）》，。]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《]$/);
      }),
    );
  });
});
