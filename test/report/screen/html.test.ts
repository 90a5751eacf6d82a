import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { RESULTS, type Row } from "../../../src/model/screen-row.ts";
import { type Lang, words } from "../../../src/model/words.ts";
import { htmlSummary } from "../../../src/report/screen/html.ts";
import { HOSTILE, printed, row, square, tallyOf } from "../../support/screen-rows.ts";

const titles = new Map([
  ["minimum-scale", words("最低开采规模", "Minimum scale")],
  ["plan-area", words("适用范围", "Plan area")],
]);

const outline = [[square(113, 33, 0.01)]];
const OUT_OF_AREA = {
  rule: "plan-area",
  clause: "FC-GEN-03",
  outcome: "fail",
  message: words("不在。", "It isn't."),
} as const;

/** Twelve that pass, with growing margins; two that fail for their place; one open; one unusable. */
const ROWS: readonly Row[] = [
  ...Array.from({ length: 12 }, (_, at) => {
    const [margin] = row().margins;
    return row({
      id: `过-${at}`,
      outline,
      margins: margin === undefined ? [] : [{ ...margin, share: at / 10 }],
    });
  }),
  row({ id: "否-1", verdict: "fail", binding: OUT_OF_AREA, outline, margins: [] }),
  row({ id: "否-2", verdict: "fail", binding: OUT_OF_AREA, outline, margins: [] }),
  row({ id: "待", verdict: "review", missing: ["method", "date"], margins: [] }),
  row({ id: "坏", verdict: "unusable", margins: [] }),
].map((one, at) => ({ ...one, number: at + 1 }));

function page(rows: readonly Row[], lang: Lang = "zh", counted = rows): string {
  return printed(htmlSummary({ lang, titles, version: "9.9.9" }), rows, tallyOf(counted)).toString();
}

/** The cells of a section's table, row by row. */
function tableOf(text: string, section: string): string[][] {
  const [, body = ""] =
    new RegExp(`<h2 id="${section}">[\\s\\S]*?<tbody>([\\s\\S]*?)</tbody>`).exec(text) ?? [];
  return [...body.matchAll(/<tr>(.*)<\/tr>/g)].map(([, cells = ""]) =>
    [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "")),
  );
}

const signs = (text: string) => [...text.matchAll(/<g class="(\w+)">/g)].map(([, result]) => result);
const svgOf = (text: string) => /<svg class="map"[\s\S]*?<\/svg>/.exec(text)?.[0] ?? "";

/** `�` in the page is a warning; anything else makes it unsound. */
function refuseFaults(level: string, message: string): void {
  if (level !== "warning") throw new Error(message);
}

describe("the summary as a page", () => {
  it("counts by verdict, rule and missing fact, and lists the ten best margins with their clauses", () => {
    const text = page(ROWS);
    expect(tableOf(text, "verdicts").map(([name, , n, share]) => [name, n, share])).toEqual([
      ["符合（PASS）", "12", "75.0 %"],
      ["须复核（REVIEW）", "1", "6.3 %"],
      ["不符合（FAIL）", "2", "12.5 %"],
      ["无法使用（UNUSABLE）", "1", "6.3 %"],
    ]);
    expect(tableOf(text, "rules")).toEqual([
      ["最低开采规模 minimum-scale", "2", "12.5 %"],
      ["适用范围 plan-area", "2", "12.5 %"],
    ]);
    expect(tableOf(text, "missing")).toEqual([
      ["受理日期 date", "1", "6.3 %"],
      ["开采方式 method", "1", "6.3 %"],
    ]);
    const best = tableOf(text, "best");
    expect(best.map(([id]) => id)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((at) => `过-${at}`));
    expect(best[0]).toEqual([
      "过-11",
      "fangcheng",
      "最低开采规模 minimum-scale",
      "FC-MIN-13",
      "150000.5 t/a",
      "600000 t/a",
      "110.0 %",
    ]);
  });

  it("draws each candidate with a boundary, and says how many have none", () => {
    const text = page(ROWS);
    expect(signs(svgOf(text))).toEqual([...Array.from({ length: 12 }, () => "pass"), "fail", "fail"]);
    expect(text).toContain("逐个绘出 14 个候选区块。2 个没有范围坐标，未绘。");
    expect(svgOf(text)).toContain("<title>否-1 · 不符合（FAIL） · plan-area</title>");
  });

  it("says how many were left out of the output", () => {
    const failing = ROWS.filter(({ verdict }) => verdict === "fail");
    expect(page(failing, "en", ROWS)).toContain(
      "2 candidates are drawn, each by itself. 14 were left out of the output and aren't drawn.",
    );
  });

  it("draws many by squares, says so, and stays small", () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      row({
        number: at + 1,
        id: `很长的编号-${at}`,
        verdict: RESULTS[at % 3] ?? "pass",
        outline: [[square(110 + (at % 60) / 20, 31 + Math.floor(at / 60) / 20, 0.01)]],
      }),
    );
    const text = page(many, "en");
    expect(text).toContain("3000 candidates are drawn; being many, they are counted by squares of 0.");
    expect(text).not.toContain("很长的编号-1500");
    expect(text.length).toBeLessThan(300_000);
    const told = [...svgOf(text).matchAll(/<title>((?:[A-Z]+ \d+(?: · )?)+)<\/title>/g)].flatMap(
      ([, one = ""]) => one.split(" · ").map((part) => Number(part.split(" ")[1])),
    );
    expect(told.reduce((a, b) => a + b, 0)).toBe(3000);
  });

  it("has a heading for every section that it names, and tells by signs what colours tell", () => {
    const text = page(ROWS, "en");
    const named = [...text.matchAll(/<section aria-labelledby="([\w-]+)"/g)].map(([, id]) => id);
    expect(named).toEqual(["verdicts", "map", "rules", "missing", "best"]);
    for (const id of named) expect(text).toContain(`<h2 id="${id}">`);
    expect(svgOf(text)).toMatch(
      /role="img" aria-labelledby="map-title map-about"[\s\S]*<title id="map-title">Map[\s\S]*<desc id="map-about">/,
    );
    const [, legend = ""] = /<ul class="legend">([\s\S]*?)<\/ul>/.exec(text) ?? [];
    const shapes = [...legend.matchAll(/class="sign \w+" d="([^"]+)"/g)].map(([, d]) => d);
    expect(new Set(shapes).size).toBe(RESULTS.length);
    expect(
      legend
        .replace(/<[^>]+>/g, "")
        .trim()
        .split("\n"),
    ).toEqual(["PASS 12", "REVIEW 1", "FAIL 2", "UNUSABLE 1"]);
  });

  it.each(HOSTILE)("shows %s as text", (_name, id) => {
    const text = page([row({ id, outline })]);
    expect(text.match(/<script|<img/)).toBeNull();
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    const map = new DOMParser({ onError: refuseFaults }).parseFromString(svgOf(text), "image/svg+xml");
    const shown = id
      .replace(/[^\t\n\r\P{Cc}]|\p{Cs}/gu, "\ufffd")
      .replace("\u202e", "[U+202E]")
      .replace("\u202c", "[U+202C]");
    expect([...map.getElementsByTagName("title")].map(({ textContent }) => textContent)).toEqual([
      "候选区块分布图",
      `${shown} · 符合（PASS） · minimum-scale`,
    ]);
  });

  it("says in place of a map, of rules and of margins that there are none", () => {
    const text = page([], "en");
    expect(text).toContain("No candidate has a boundary, so there is no map.");
    expect(text).not.toContain('<svg class="map"');
    for (const section of ["rules", "missing", "best"])
      expect(text).toMatch(new RegExp(`<h2 id="${section}">[^<]+</h2>\n<p>none</p>`));
  });

  it("is the same bytes for the same rows", () => {
    expect(page(ROWS)).toBe(page(ROWS));
  });
});
