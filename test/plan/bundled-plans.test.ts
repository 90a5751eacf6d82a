import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CheckedFile } from "../../src/model/checked.ts";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { HOME } from "../../src/plan/home.ts";
import { PLAN_IDS, standards } from "../support/world.ts";

const TEXTS = new Map(PLAN_IDS.map((id) => [id, readFileSync(join(HOME, "plans", `${id}.yaml`), "utf8")]));

async function checked(plan: string, of = "", by = ""): Promise<CheckedFile> {
  const text = TEXTS.get(plan) ?? "";
  expect(text).toContain(of);
  return checkPlanFile(Buffer.from(text.replace(of, by)), `${plan}.yaml`, standards);
}

/** What each plan itself gets wrong, by the contradiction that says so. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  fangcheng: [
    "T-FC-08 totals-disagree small-to-medium",
    "T-FC-25 incomparable-unit 建筑石料",
    "T-FC-04 over-cap FC-CNT-01",
  ],
  kazuo: [
    "T-KZ-01 totals-disagree mines-by-size",
    "T-KZ-18 totals-disagree outputs",
    "T-KZ-04 over-cap KZ-CNT-01",
  ],
  lingbao: [
    "T-LB-04 totals-disagree key-exploration-zones",
    "T-LB-16 missing-method 铁矿",
    "T-LB-27 incomparable-unit 建筑石料",
    "T-LB-01 two-totals 金矿",
    "T-LB-02 quota-below-minimum 银矿",
    "T-LB-02 quota-below-minimum 铅矿",
    "T-LB-02 quota-below-minimum 铁矿",
  ],
  linxia: ["T-LX-12 totals-disagree mines-closed-share"],
  pingquan: [
    "T-PQ-11 totals-disagree restoration-area",
    "T-PQ-02 incomparable-unit 岩金",
    "T-PQ-02 incomparable-unit 岩金",
    "T-PQ-09 over-cap PQ-CNT-01",
    "T-PQ-09 over-cap PQ-CNT-02",
  ],
};

describe("a bundled plan", () => {
  it.each(PLAN_IDS)("%s has no fault but those of the plan itself, each known and answered", async (plan) => {
    const { diagnostics } = await checked(plan);
    expect(diagnostics.map(({ acceptedBy, code, subject }) => `${acceptedBy} ${code} ${subject}`)).toEqual(
      KNOWN[plan],
    );
  });
});

/** A figure or name changed, and the check that finds it. */
const CHANGED: readonly (readonly [plan: string, of: string, by: string, code: string])[] = [
  ["fangcheng", "rights: 3,", "rights: 2,", "totals-disagree"],
  ["fangcheng", "count: 6, mineral: 建筑石料", "count: 7, mineral: 建筑石料", "totals-disagree"],
  ["fangcheng", "value: 1500, unit: 万吨/年", "value: 150, unit: 万吨/年", "totals-disagree"],
  ["fangcheng", "large: 30, medium: 20, small: 9", "large: 30, medium: 20, small: 29", "size-order"],
  ["fangcheng", "value: 35, unit: 万吨/年", "value: 3.5, unit: 万吨/年", "quota-below-minimum"],
  ["fangcheng", "mineral: 银矿, of: ore, large", "mineral: 锌矿, of: ore, large", "two-minimums"],
  ["fangcheng", "issued: 2023-08-23", "issued: 2032-08-23", "date-outside-period"],
  ["kazuo", "count: 14, level: city", "count: 13, level: city", "totals-disagree"],
  ["kazuo", "minimum: { value: 20,", "minimum: { value: 2,", "totals-disagree"],
  [
    "kazuo",
    "minimum: { value: 20, unit: 万立方米/年",
    "minimum: { value: 20, unit: 万立方米",
    "not-an-output",
  ],
  ["kazuo", "name: 辽宁凌源野猪沟－建平新城", "name: 辽宁凌源万元店－建平朱碌科", "repeated-name"],
  ["lingbao", "count: 3, mineral: 磷矿", "count: 4, mineral: 磷矿", "totals-disagree"],
  ["lingbao", "value: 63, unit: 万吨/年", "value: 6.3, unit: 万吨/年", "quota-below-minimum"],
  ["lingbao", "value: 120, unit: 万吨/年", "value: 120, unit: 吨/日", "idle-acceptance"],
  ["lingbao", "below: 40", "below: 38", "over-cap"],
  ["linxia", "from: 2023, to: 2023, blocks: 3", "from: 2023, to: 2023, blocks: 2", "totals-disagree"],
  ["linxia", "from: 2024, to: 2025, blocks: 1", "from: 2024, to: 2026, blocks: 1", "date-outside-period"],
  ["linxia", "value: 20, unit: 万吨/年", "value: 30, unit: 万吨/年", "totals-disagree"],
  ["linxia", "atMost: 24", "atMost: 23", "over-cap"],
  [
    "linxia",
    "mineral: 矿泉水 }\n  - { kind: mining",
    "mineral: 矿水泉 }\n  - { kind: mining",
    "unknown-mineral",
  ],
  ["pingquan", "count: 4 }", "count: 5 }", "totals-disagree"],
  ["pingquan", "to: 2025-12-31", "to: 2026-12-31", "title-of-other-period"],
];

describe("a figure or a name that is changed in a bundled plan", () => {
  it.each(CHANGED)("%s: %s → %s is %s", async (plan, of, by, code) => {
    const { diagnostics } = await checked(plan, of, by);
    const unanswered = diagnostics
      .filter(({ acceptedBy }) => acceptedBy === undefined)
      .map((one) => one.code);
    expect(unanswered).toContain(code);
  });
});
