import { describe, expect, it } from "vitest";
import { coverageOf } from "../../src/model/verification.ts";
import { PLAN, put, TEXT, verified } from "./yunxi.ts";

interface Slip {
  readonly name: string;
  /** What is changed in the plan, or in the text. */
  readonly of: string;
  readonly by: string;
  readonly code: string;
  readonly clause?: string;
}

/** One slip in the plan file each, and what is said of it. */
const IN_PLAN: readonly Slip[] = [
  {
    name: "another figure of the row",
    of: "large: 15, medium: 9",
    by: "large: 9, medium: 9",
    code: "figure-absent",
    clause: "YX-MIN-02",
  },
  {
    name: "the figure of another row",
    of: "large: 15, medium: 9",
    by: "large: 1.2, medium: 9",
    code: "figure-absent",
  },
  { name: "a figure for an empty cell", of: "small: /", by: "small: 9", code: "figure-absent" },
  { name: "no figure where there is one", of: "medium: 0.8", by: "medium: /", code: "figure-absent" },
  {
    name: "the other half of a cell",
    of: "method: underground, of: ore, large: 100",
    by: "method: underground, of: ore, large: 200",
    code: "figure-absent",
  },
  {
    name: "a figure of the column beside",
    of: "areaKm2: 4.5",
    by: "areaKm2: 1",
    code: "figure-absent",
    clause: "YX-SPA-02",
  },
  {
    name: "the area of another zone",
    of: "areaKm2: 10.5",
    by: "areaKm2: 2.25",
    code: "figure-absent",
    clause: "YX-SPA-01",
  },
  { name: "the rights of another zone", of: "rights: 3", by: "rights: 1", code: "figure-absent" },
  {
    name: "the count of another mineral",
    of: "count: 3",
    by: "count: 2",
    code: "figure-absent",
    clause: "YX-BLK-01",
  },
  {
    name: "another year of release",
    of: "from: 2023, to: 2025",
    by: "from: 2023, to: 2024",
    code: "date-absent",
  },
  {
    name: "another number released",
    of: "to: 2025, blocks: 3",
    by: "to: 2025, blocks: 2",
    code: "date-absent",
  },
  { name: "a figure ten times as large", of: "value: 1300", by: "value: 13000", code: "figure-absent" },
  {
    name: "another unit",
    of: "value: 35, unit: 万吨/年",
    by: "value: 35, unit: 万立方米/年",
    code: "unit-absent",
  },
  {
    name: "a unit ten thousand times smaller",
    of: "value: 35, unit: 万吨/年",
    by: "value: 35, unit: 吨/年",
    code: "unit-absent",
  },
  { name: "another period", of: "unit: 吨/日", by: "unit: 吨/年", code: "unit-absent" },
  {
    name: "the unit of a whole table",
    of: "      unit: 万吨/年\n      rows:\n        - { clause: YX-MIN-02",
    by: "      unit: 千克/年\n      rows:\n        - { clause: YX-MIN-02",
    code: "unit-absent",
  },
  {
    name: "another basis",
    of: "unit: 千克/年, of: metal",
    by: "unit: 千克/年, of: ore",
    code: "basis-absent",
  },
  {
    name: "a basis that the table doesn't print",
    of: "value: 35, unit: 万吨/年, of: ore",
    by: "value: 35, unit: 万吨/年, of: concentrate",
    code: "basis-absent",
  },
  {
    name: "another mineral of the row",
    of: "clause: YX-MIN-04, mineral: 饰面石材",
    by: "clause: YX-MIN-04, mineral: 水泥用灰岩",
    code: "mineral-absent",
  },
  {
    name: "a mineral that is part of the printed name",
    of: "mineral: 铅锌矿",
    by: "mineral: 锌矿",
    code: "mineral-absent",
  },
  { name: "another mineral of a zone", of: "[建筑用花岗岩]", by: "[建筑用大理岩]", code: "mineral-absent" },
  {
    name: "another name of a zone",
    of: "name: 南山重点开采区",
    by: "name: 南岭重点开采区",
    code: "name-absent",
  },
  { name: "another county", of: "name: 云溪县,", by: "name: 云山县,", code: "name-absent" },
  { name: "another period of the plan", of: "to: 2025-12-31", by: "to: 2026-12-31", code: "date-absent" },
  {
    name: "a bound that excludes",
    of: "atMost: 45",
    by: "below: 45",
    code: "bound-differs",
    clause: "YX-CNT-01",
  },
  { name: "a bound that includes", of: "below: 60", by: "atMost: 60", code: "bound-differs" },
  {
    name: "about, where the text is firm",
    of: "atLeastPercent: 40, about: true",
    by: "atLeastPercent: 40",
    code: "bound-differs",
  },
  { name: "以下 taken as clear", of: "least: 10, disputed: true", by: "least: 10", code: "bound-differs" },
  {
    name: "(不含)以下 taken as unclear",
    of: "least: 300",
    by: "least: 300, disputed: true",
    code: "bound-differs",
  },
  {
    name: "a phrase that isn't there",
    of: "服务年限不少于5年",
    by: "服务年限不少于6年",
    code: "phrase-not-found",
    clause: "YX-LIF-01",
  },
  {
    name: "a phrase of another place",
    of: "section: 第一节 准入条件, heading: 管理措施 }",
    by: "section: 第二节 分区 }",
    code: "phrase-not-found",
  },
  {
    name: "a phrase that stands there twice",
    of: "phrase: 南山重点开采区",
    by: "phrase: 重点开采区",
    code: "phrase-ambiguous",
  },
  {
    name: "no such chapter",
    of: "{ chapter: 总则 }",
    by: "{ chapter: 第九章 总则 }",
    code: "place-not-found",
  },
  { name: "no such section", of: "第1节 总体目标", by: "第3节 总体目标", code: "place-not-found" },
  {
    name: "no such heading",
    of: "heading: 一、开采总量",
    by: "heading: 二、开采总量",
    code: "place-not-found",
  },
  { name: "no such box", of: "专栏3 重点开采区 }", by: "专栏4 重点开采区 }", code: "place-not-found" },
  { name: "a box number that two have", of: "专栏3 重点开采区 }", by: "专栏3 }", code: "place-not-found" },
  { name: "no such row", of: "box: 专栏2, row: 1 }", by: "box: 专栏2, row: 9 }", code: "place-not-found" },
  { name: "no such row by its label", of: "row: 饰面石材", by: "row: 饰面板材", code: "place-not-found" },
  { name: "no such further place", of: "row: 矿山数量 }", by: "row: 矿山总数 }", code: "place-not-found" },
  {
    name: "other columns than the text's",
    of: "[类别, 指标, 单位, 2025年, 属性]",
    by: "[类别, 指标, 单位, 2030年, 属性]",
    code: "columns-differ",
  },
  {
    name: "a clause with nothing to find",
    of: "    absent: [禁止开采矿种]\n",
    by: "",
    code: "no-citation",
    clause: "YX-BAN-01",
  },
  {
    name: "silence, where the text speaks",
    of: "absent: [禁止开采矿种]",
    by: "absent: [集中开采区]",
    code: "phrase-absent",
  },
  {
    name: "a force that other words gainsay",
    of: "    force: mandatory\n    phrase: 服务年限",
    by: "    force: expected\n    phrase: 服务年限",
    code: "force-unfounded",
  },
  {
    name: "words that the text doesn't have",
    of: "as: 铁矿（地下开采/露天开采）",
    by: "as: 铁矿石（地下）",
    code: "mineral-absent",
  },
  {
    name: "a departure that nothing needs",
    of: "clause: YX-RAT-01\n    value: 铁矿",
    by: "clause: YX-QTA-02\n    value: 铁矿",
    code: "written-unused",
  },
];

/** The text printed otherwise: where the plan must no longer be borne out. */
const IN_TEXT: readonly Slip[] = [
  { name: "a cell of a merged table", of: "\t650", by: "\t560", code: "figure-absent", clause: "YX-QTA-03" },
  {
    name: "a cell moved into the row above",
    of: "\t35\n\t预期性\n\n\t\n\t金矿",
    by: "\t650\n\t预期性\n\n\t\n\t金矿",
    code: "figure-absent",
  },
  {
    name: "an exclusive sign",
    of: "控制在45个以内",
    by: "控制在低于45个",
    code: "phrase-not-found",
  },
  {
    name: "the cells of a box without tabs",
    of: "\t类别\n\t指标\n\t单位",
    by: "类别\n指标\n单位",
    code: "not-a-table",
    clause: "YX-QTA-02",
  },
  { name: "another unit in the heading of a column", of: "（km2）", by: "（公顷）", code: "figure-absent" },
];

describe("a plan is held against its text", () => {
  it("finds every value where its clause stands", async () => {
    const { diagnostics, values, departures } = await verified(PLAN, TEXT);
    expect(diagnostics).toEqual([]);
    expect(coverageOf(values).share).toBe(1);
    expect(departures).toMatchObject([
      { clause: "YX-RAT-01", value: "铁矿", as: "铁矿（地下开采/露天开采）" },
    ]);
  });

  it.each(IN_PLAN)("$name", async ({ of, by, code, clause }) => {
    const { diagnostics } = await verified(put(PLAN, of, by), TEXT);
    expect(diagnostics.map((one) => one.code)).toContain(code);
    const line = put(PLAN, of, by).slice(0, PLAN.indexOf(of)).split("\n").length;
    const here = diagnostics.find((one) => one.code === code);
    expect(here?.line).toBeGreaterThanOrEqual(line - 6);
    if (clause !== undefined) expect(here?.clause).toBe(clause);
  });

  it.each(IN_TEXT)("the text has $name", async ({ of, by, code, clause }) => {
    const { diagnostics } = await verified(PLAN, put(TEXT, of, by));
    expect(diagnostics.map((one) => one.code)).toContain(code);
    if (clause !== undefined) expect(diagnostics.map((one) => one.clause)).toContain(clause);
  });
});

describe("what doesn't matter in a text", () => {
  it.each([
    { name: "full-width signs", of: "45个以内", by: "４５个以内" },
    { name: "spaces", of: "控制在45个以内", by: "控制在 45 个 以内" },
    { name: "thousands separators", of: "1,300万吨", by: "1300万吨" },
    { name: "万 and 亿", of: "不超过1,300万吨", by: "不超过1,300万吨（0.13亿吨）" },
    { name: "the word for a square kilometre", of: "10.5平方公里", by: "10.5 km²" },
    { name: "㎡-like signs", of: "2.25ｋｍ２", by: "2.25㎢" },
    { name: "dashes", of: "2023—2025年", by: "2023～2025年" },
    { name: "bookmarks", of: "第二章", by: "[bookmark: _Toc2][bookmark: _Toc3]第二章" },
    { name: "how a chapter is numbered", of: "第二章", by: "第2章" },
    { name: "how a list is marked", of: "一、开采总量", by: "一．开采总量" },
    { name: "line ends", of: "\n\n 规划目标", by: "\r\n\r\n 规划目标" },
    { name: "how a box is numbered", of: "专栏1 ", by: "专栏一 " },
    { name: "a row on one line", of: "\t1\n\t南山重点开采区\n\t4.5", by: "\t1\t南山重点开采区\t4.5" },
    { name: "rights of a zone set as a limit", of: "拟设采矿权3个", by: "采矿权不得超过3个" },
    {
      name: "the form of a sign",
      of: "云溪县矿产资源总体规划（2021—2025 年）",
      by: "云溪县矿产资源总体规划(2021-2025年)",
    },
  ])("$name", async ({ of, by }) => {
    const { diagnostics } = await verified(PLAN, put(TEXT, of, by));
    expect(diagnostics).toEqual([]);
  });

  it.each([
    { name: "不得少于 for 不少于", of: "不少于5年", by: "不得少于5年" },
    { name: "不应超过 for 不超过", of: "不超过1300万吨", by: "不应超过1300万吨" },
  ])("$name", async ({ of, by }) => {
    const text = put(TEXT.replace("1,300", "1300"), of, by);
    const { diagnostics } = await verified(put(PLAN, of, by), text);
    expect(diagnostics).toEqual([]);
  });

  it("finds a key phrase in the title of a box", async () => {
    const { diagnostics } = await verified(
      put(PLAN, "phrase: 南山重点开采区", "phrase: 专栏3 重点开采区"),
      TEXT,
    );
    expect(diagnostics).toEqual([]);
  });

  it("refuses the text of another plan", async () => {
    await expect(verified(PLAN, TEXT.replaceAll("云溪", "云山"))).rejects.toMatchObject({
      problems: [{ file: "yunxi.txt" }],
    });
  });

  it("tells values that no text can hold from those that it must", async () => {
    const { values } = await verified(PLAN, TEXT);
    const statusOf = (key: string) => values.find((value) => value.key === key)?.status;
    expect(statusOf("plan/county/code")).toBe("unpublished");
    expect(statusOf("plan/titleEn")).toBe("own");
    expect(statusOf("rules/minimum-scale/YX-MIN-01/when/stage")).toBe("reading");
    expect(statusOf("rules/minimum-scale/YX-MIN-01/rows/YX-MIN-02 岩金/large")).toBe("verified");
    expect(statusOf("rules/size-structure/YX-RAT-01/when/mineral")).toBe("written");
  });
});

/** The plan with a total, lines that no clause cites, and a figure that only the total's place has. */
const TOTALS = `${put(PLAN, "atMost: 45 }", "atMost: 45, existing: 60 }")}
totals:
  - id: ends
    at: { chapter: 规划目标, section: 第一节 总体目标, heading: 一、开采总量 }
    also:
      - { chapter: 规划目标, box: 专栏1, row: 年开采量 铁矿 }
    what: { zh: 数, en: figures }
    sum: [45, 1300, "35", "rules.mine-count[YX-CNT-01].existing"]
    atMost: 2025
uncited:
  - { because: description, phrases: [适用范围为云溪县] }
`;

describe("what a plan says of its own figures", () => {
  it("is found at the total's place, also what a path leads to, and the paths are its own", async () => {
    const { diagnostics, values } = await verified(TOTALS, TEXT);
    expect(diagnostics).toEqual([]);
    const of = (key: string) => values.filter((one) => one.key.startsWith(key)).map(({ status }) => status);
    expect(of("totals/ends/sum")).toEqual(["verified", "verified", "verified", "own"]);
    expect(of("totals/ends/at")).toEqual(["verified", "verified", "verified", "verified"]);
    expect(of("rules/mine-count/YX-CNT-01/existing")).toEqual(["verified"]);
    expect(of("uncited/")).toEqual(["own", "verified"]);
  });

  it.each([
    { name: "another figure", of: "[45, 1300", by: "[45, 1301", code: "figure-absent" },
    { name: "a figure of another place", of: '"35", "rules', by: '"2.25", "rules', code: "figure-absent" },
    { name: "another limit", of: "atMost: 2025", by: "atMost: 2026", code: "figure-absent" },
    { name: "a base that isn't there", of: "existing: 60", by: "existing: 61", code: "figure-absent" },
    {
      name: "no such heading",
      of: "heading: 一、开采总量 }\n    also",
      by: "heading: 九、总量 }\n    also",
      code: "place-not-found",
    },
    { name: "no such row", of: "row: 年开采量 铁矿", by: "row: 年开采量 铜矿", code: "place-not-found" },
    {
      name: "a phrase that isn't there",
      of: "适用范围为云溪县]",
      by: "适用范围为云山县]",
      code: "phrase-absent",
    },
  ])("$name", async ({ of, by, code }) => {
    const { diagnostics } = await verified(put(TOTALS, of, by), TEXT);
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });

  it("rests on a total's place only what the total names", async () => {
    const unnamed = put(TOTALS, ', "rules.mine-count[YX-CNT-01].existing"', "");
    const { diagnostics } = await verified(unnamed, TEXT);
    expect(diagnostics).toMatchObject([{ code: "bound-differs", clause: "YX-CNT-01" }]);
  });
});
