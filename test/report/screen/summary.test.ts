import { describe, expect, it } from "vitest";
import type { Row } from "../../../src/model/screen-row.ts";
import { type Lang, words } from "../../../src/model/words.ts";
import { textSummary } from "../../../src/report/screen/summary.ts";
import { widthOf } from "../../../src/report/width.ts";
import { HOSTILE, printed, row } from "../../support/screen-rows.ts";

const titles = new Map([
  ["minimum-scale", words("最低开采规模", "Minimum scale")],
  ["plan-area", words("适用范围", "Plan area")],
]);

const FIELDS = [
  "date",
  "method",
  "coMinerals",
  "documents.main-mineral-argument",
  "site.constraints.ecological-redline",
  "declarations.continuous-open-pit",
  "funding.commensurate",
  "reserves",
  "output",
  "density",
  "attestations",
  "geometry",
];

const ROWS: readonly Row[] = [
  ...Array.from({ length: 11 }, (_, at) => row({ id: `甘肃省临夏县某建筑石料矿-${at}` })),
  ...FIELDS.map((_, at) =>
    row({
      id: `r${at}`,
      verdict: "review",
      binding: { rule: "plan-area", clause: "FC-GEN-03", outcome: "review", message: words("。", ".") },
      missing: FIELDS.slice(0, at + 1),
    }),
  ),
].map((one, at) => ({ ...one, number: at + 1 }));

function summary(rows: readonly Row[], lang: Lang, width: number): string {
  return printed(textSummary({ lang, width, titles }), rows).toString();
}

describe("the summary as text", () => {
  it("counts by verdict, rule and missing fact, the most frequent first, and lists ten margins", () => {
    expect(summary(ROWS, "en", 80)).toBe(`Candidates  23
  PASS      11   47.8 %
  REVIEW    12   52.2 %
  FAIL       0    0.0 %
  UNUSABLE   0    0.0 %

Rules that decide against them
  12  Plan area (plan-area)

Facts that are missing
  12  date of acceptance (date)
  11  mining method (method)
  10  co-minerals (coMinerals)
   9  argument for the main mineral (documents.main-mineral-argument)
   8  relation to the ecological redline (site.constraints.ecological-redline)
   7  whether contiguous development as a whole
      (declarations.continuous-open-pit)
   6  whether the funds fit mineral, area and stage (funding.commensurate)
   5  reserves
   4  output
   3  density
      and 2 more

Largest margins among those that pass
${Array.from({ length: 10 }, (_, at) => `  甘肃省临夏县某建筑石料矿-${at}  Minimum scale: 150000.5 t/a to the limit (25.0 %),\n${" ".repeat(30)}FC-MIN-13`).join("\n")}
`);
  });

  it.each([
    ["zh", 60],
    ["zh", 80],
    ["zh", 160],
    ["en", 60],
    ["en", 80],
    ["en", 160],
  ] as const)("keeps to its width and loses nothing: %s, %i columns", (lang, width) => {
    const text = summary(ROWS, lang, width);
    expect(text.split("\n").filter((line) => widthOf(line) > width)).toEqual([]);
    const flat = (one: string) => one.replace(/\s+/g, "");
    expect(flat(text)).toBe(flat(summary(ROWS, lang, 1000)));
  });

  it.each(HOSTILE)("shows %s in one line, without steering the terminal", (_name, id) => {
    const text = summary([row({ id })], "zh", 200);
    expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cs}/u);
    expect(text.trimEnd().split("\n").at(-1)).toMatch(
      /^ {2}\S.*最低开采规模：余量 150000.5 t\/a \(25.0 %\)，FC-MIN-13$/u,
    );
  });

  it("says that nothing is there to be counted", () => {
    expect(summary([], "en", 80)).toBe(
      "Candidates  0\n  PASS      0\n  REVIEW    0\n  FAIL      0\n  UNUSABLE  0\n",
    );
  });

  it("shows what is rare as more than nothing", () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      row({ number: at, verdict: at === 0 ? "fail" : "pass" }),
    );
    expect(summary(many, "en", 80)).toContain("  FAIL         1  < 0.1 %\n");
  });
});
