import { describe, expect, it } from "vitest";
import { type Decimal, decimal } from "../../../src/model/decimal.ts";
import type { Finding } from "../../../src/model/finding.ts";
import type { Measure } from "../../../src/model/quantity.ts";
import { type SizeRow, sizeBy } from "../../../src/model/standards.ts";
import type { Size } from "../../../src/model/terms.ts";
import { decide, PLAN_IDS, standards } from "../../support/world.ts";

const [PLAN = ""] = PLAN_IDS;
const TABLES = [
  ["deposit size", standards.depositSize.rows],
  ["mine size", standards.mineSize.rows],
] as const;
const HAIR = decimal("0.000000001");

/** A row's borders, the next thing below each, and the class of each: the intervals are half-open. */
function borders({ low, high }: SizeRow): readonly (readonly [amount: Decimal, size: Size])[] {
  return [
    [high, "large"],
    [high.minus(HAIR), "medium"],
    [low, "medium"],
    [low.minus(HAIR), "small"],
  ];
}

const label = ({ mineral, method }: SizeRow) => `${mineral.name}${method === undefined ? "" : ` ${method}`}`;

describe.each(TABLES)("%s", (_title, rows) => {
  it.each(rows.map((row) => [label(row), row] as const))("%s", (_name, row) => {
    expect(row.low.gt(0)).toBe(true);
    expect(row.high.gt(row.low)).toBe(true);
    for (const [amount, size] of borders(row)) expect(sizeBy(row, amount), amount.toFixed()).toBe(size);
  });

  it("has one row for each mineral and method", () => {
    expect(new Set(rows.map(label)).size).toBe(rows.length);
  });

  it("counts what an application of that mineral may state", () => {
    const odd = rows.filter(({ mineral, counts }) => counts.of && !mineral.bases.includes(counts.of));
    expect(odd.map(label)).toEqual([]);
  });
});

/**
 * What was verified: only rows that two readable copies print alike. Another row becomes verified by
 * someone reading the original, and then belongs in this list too.
 */
it("only rows that two clean copies print are marked as verified", () => {
  expect(standards.depositSize.rows.filter(({ verified }) => verified).map(label)).toEqual([
    "煤",
    "油页岩",
    "石油",
  ]);
  expect(standards.mineSize.rows.filter(({ verified }) => verified)).toEqual([]);
});

const SIZES: readonly Size[] = ["large", "medium", "small"];
const units = (measure: Measure) => (measure.dimension === "mass" ? "吨" : "立方米");

function application(row: SizeRow, amount: Decimal, stated: Readonly<Record<string, unknown>>) {
  const { per, of } = row.counts;
  const quantity = { value: amount.toFixed(), unit: `${units(row.counts)}${per ? "/年" : ""}`, of };
  return {
    id: "虚构-规模",
    right: "mining",
    operation: "new",
    date: "2024-05-20",
    mineral: row.mineral.name,
    coMinerals: [],
    ...(row.method === undefined ? {} : { method: row.method }),
    ...(per === undefined ? { reserves: quantity } : { output: quantity }),
    ...stated,
  };
}

async function statedSize(given: object, field: string): Promise<Finding | undefined> {
  const { findings } = await decide(PLAN, given);
  return findings.find(
    ({ rule, because }) => rule === "stated-size" && because.some((proof) => proof.field === field),
  );
}

/** An alias whose bare name may mean several minerals is never held against a row. */
const clear = (row: SizeRow) => row.mineral.either === undefined && row.mineral.ordinary === undefined;

describe("a stated deposit size", () => {
  const rows = standards.depositSize.rows.filter(clear);
  it.each(rows.map((row) => [label(row), row] as const))("%s", async (_name, row) => {
    for (const [amount, derived] of borders(row))
      for (const stated of SIZES) {
        const finding = await statedSize(application(row, amount, { depositSize: stated }), "depositSize");
        const expected =
          stated === derived ? (row.verified ? "pass" : undefined) : row.verified ? "review" : "note";
        expect(finding?.outcome, `${amount} stated as ${stated}`).toBe(expected);
      }
  });
});

describe("a stated mine size is never more than a note", () => {
  const rows = standards.mineSize.rows.filter(clear);
  it.each(rows.map((row) => [label(row), row] as const))("%s", async (_name, row) => {
    for (const [amount, derived] of borders(row))
      for (const stated of SIZES) {
        const finding = await statedSize(application(row, amount, { mineSize: stated }), "mineSize");
        expect(finding?.outcome, `${amount} stated as ${stated}`).toBe(
          stated === derived ? undefined : "note",
        );
      }
  });
});

const HELD: readonly (readonly [
  what: string,
  application: Readonly<Record<string, unknown>>,
  outcome: string | undefined,
])[] = [
  [
    "reserves in another unit",
    { mineral: "煤", reserves: { value: 12000, unit: "万吨", of: "ore" }, depositSize: "small" },
    "review",
  ],
  [
    "reserves without a basis where only ore is counted",
    { mineral: "煤", reserves: { value: 1, unit: "亿吨" }, depositSize: "large" },
    "pass",
  ],
  [
    "reserves in a volume without density",
    { mineral: "煤", reserves: { value: 1, unit: "亿立方米", of: "ore" }, depositSize: "small" },
    undefined,
  ],
  [
    "reserves in a volume with density",
    {
      mineral: "煤",
      density: 1.4,
      reserves: { value: 1, unit: "亿立方米", of: "ore" },
      depositSize: "small",
    },
    "review",
  ],
  [
    "ore where metal is counted, without grade",
    { mineral: "岩金", reserves: { value: 500, unit: "万吨", of: "ore" }, depositSize: "small" },
    undefined,
  ],
  [
    "ore where metal is counted, with grade and recovery",
    {
      mineral: "岩金",
      grade: "0.000005",
      recovery: 0.9,
      reserves: { value: 500, unit: "万吨", of: "ore" },
      depositSize: "small",
    },
    "note",
  ],
  [
    "a name that may mean several minerals",
    { mineral: "石墨", reserves: { value: 500, unit: "万吨", of: "mineral" }, depositSize: "small" },
    undefined,
  ],
  [
    "a mineral without a row",
    { mineral: "玉石", reserves: { value: 500, unit: "万吨", of: "ore" }, depositSize: "small" },
    undefined,
  ],
  ["no reserves", { mineral: "煤", depositSize: "small" }, undefined],
];

describe("what a stated deposit size is held against", () => {
  it.each(HELD)("%s", async (_what, given, outcome) => {
    const base = { id: "虚构-规模", right: "mining", operation: "new", date: "2024-05-20", coMinerals: [] };
    expect((await statedSize({ ...base, ...given }, "depositSize"))?.outcome).toBe(outcome);
  });
});
