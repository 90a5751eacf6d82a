import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as fflate from "fflate";
import readSheets from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Row } from "../../../src/model/screen-row.ts";
import { words } from "../../../src/model/words.ts";
import { COLUMNS, type RowColumn } from "../../../src/report/screen/columns.ts";
import { xlsxRows } from "../../../src/report/screen/xlsx.ts";
import { inScratch } from "../../support/scratch.ts";
import { HOSTILE, printed, row } from "../../support/screen-rows.ts";

inScratch();

const titles = new Map([["minimum-scale", words("最低开采规模", "Minimum scale")]]);

function workbook(
  rows: readonly Row[],
  more: { columns?: readonly RowColumn[]; height?: number } = {},
): Buffer {
  const { columns = COLUMNS, height } = more;
  return printed(
    xlsxRows(columns, { lang: "zh", titles, fflate, ...(height === undefined ? {} : { rows: height }) }),
    rows,
  );
}

/** Not every machine has GDAL; CI does. */
const HAS_GDAL = spawnSync("ogrinfo", ["--version"]).status === 0;

const sheetsIn = (bytes: Buffer) => readSheets(bytes);
const columnsNamed = (...names: string[]) => COLUMNS.filter(({ name }) => names.includes(name));

describe("an XLSX of results", () => {
  it("has the columns with numbers as numbers and ids as text, what they mean, and what was counted", async () => {
    const { areaKm2: _, ...open } = row({
      number: 2,
      id: "二",
      verdict: "review",
      missing: ["method"],
      margins: [],
    });
    const [results, columns, summary] = await sheetsIn(workbook([row(), open]));
    expect([results?.sheet, columns?.sheet, summary?.sheet]).toEqual(["结果", "说明", "汇总"]);
    const [head = [], first = [], second = []] = results?.data ?? [];
    expect(head).toEqual(COLUMNS.map(({ name }) => name));
    const cells = Object.fromEntries(head.map((name, at) => [String(name), [first[at], second[at]]]));
    expect(cells).toMatchObject({
      number: [1, 2],
      id: ["007", "二"],
      margin: [150000.5, null],
      limit: [600000, null],
      areaKm2: [1.23, null],
      missing: [null, "method"],
    });
    expect(columns?.data).toEqual([["列", "含义"], ...COLUMNS.map(({ name, about }) => [name, about.zh])]);
    expect(summary?.data).toEqual([
      ["类别", "代码", "名称", "数量"],
      ["结论", "pass", "符合（PASS）", 1],
      ["结论", "review", "须复核（REVIEW）", 1],
      ["结论", "fail", "不符合（FAIL）", 0],
      ["结论", "unusable", "无法使用（UNUSABLE）", 0],
      ["决定性规则（未通过或须复核）", "minimum-scale", "最低开采规模", 1],
      ["缺少的事实", "method", "开采方式", 1],
    ]);
  });

  it.each(HOSTILE)("keeps %s as text", async (_name, id) => {
    const bytes = workbook([row({ id })], { columns: columnsNamed("id") });
    const parts = fflate.unzipSync(bytes);
    const sheet = Buffer.from(parts["xl/worksheets/sheet1.xml"] ?? []).toString();
    expect(sheet).not.toContain("<f");
    const [results] = await sheetsIn(bytes);
    const shown = id.replace(/[^\t\n\r\P{Cc}]|\p{Cs}/gu, "\ufffd");
    expect(results?.data[1]).toEqual([shown]);
  });

  it.each([
    [2, ["结果"]],
    [3, ["结果", "结果 2"]],
    [5, ["结果", "结果 2", "结果 3"]],
  ])("%i rows go on as many sheets as they need, each with its head, none is lost", async (count, names) => {
    const rows = Array.from({ length: count }, (_, at) => row({ number: at + 1 }));
    const sheets = await sheetsIn(workbook(rows, { columns: columnsNamed("number"), height: 3 }));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([...names, "说明", "汇总"]);
    const results = sheets.slice(0, -2).map(({ data }) => data.flat());
    expect(results.every(([head]) => head === "number")).toBe(true);
    expect(results.flatMap(([, ...cells]) => cells)).toEqual(rows.map(({ number }) => number));
  });

  it("cuts a text where a spreadsheet would refuse the file, and shows that", async () => {
    const long = (length: number) =>
      workbook([row({ id: "长".repeat(length) })], { columns: columnsNamed("id") });
    const [whole] = await sheetsIn(long(32_767));
    expect(whole?.data[1]).toEqual(["长".repeat(32_767)]);
    const [cut] = await sheetsIn(long(32_768));
    expect(cut?.data[1]).toEqual([`${"长".repeat(32_766)}…`]);
  });

  it("is the same bytes for the same rows", () => {
    expect(workbook([row()]).equals(workbook([row()]))).toBe(true);
  });

  it("has its head frozen, and names columns past Z", () => {
    const many = Array.from({ length: 28 }, () => columnsNamed("id")).flat();
    const sheet = Buffer.from(
      fflate.unzipSync(workbook([row()], { columns: many }))["xl/worksheets/sheet1.xml"] ?? [],
    ).toString();
    expect(sheet).toContain('ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"');
    expect([...sheet.matchAll(/<c r="([A-Z]+)2"/g)].map(([, name]) => name).slice(24)).toEqual([
      "Y",
      "Z",
      "AA",
      "AB",
    ]);
  });

  it.runIf(HAS_GDAL)("is read by GDAL as well", () => {
    writeFileSync("out.xlsx", workbook([row()]));
    const told = execFileSync("ogrinfo", ["-al", "out.xlsx", "结果"], { encoding: "utf8" });
    expect(told).toContain("id (String) = 007");
    expect(told).toContain("margin (Real) = 150000.5");
  });
});
