import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SORT_KEYS, type SortKey } from "../../src/model/screen-order.ts";
import { RESULTS, type Result, type Row } from "../../src/model/screen-row.ts";
import { ORDERS } from "../../src/screen/order/sort-key.ts";
import { Sorter } from "../../src/screen/order/sorter.ts";
import { inScratch } from "../support/scratch.ts";

inScratch();

interface Given {
  readonly verdict?: Result;
  readonly share?: number;
  readonly areaKm2?: string;
  readonly id?: string;
}

function rowOf({ verdict = "pass", share, areaKm2, id }: Given, index: number): Row {
  const margin = { rule: "minimum-scale", clause: "X-1", left: "1", limit: "2", unit: "吨" };
  return {
    schema: "mineright/screen@1",
    number: index + 1,
    id: id ?? `甲${index + 1}`,
    file: "blocks.ndjson",
    verdict,
    fails: [],
    reviews: [],
    missing: [],
    margins: share === undefined ? [] : [{ ...margin, share }],
    ...(areaKm2 === undefined ? {} : { areaKm2 }),
  };
}

function sorted(rows: readonly Row[], key: SortKey, limit = Number.POSITIVE_INFINITY, mostHeld?: number) {
  const sorter = new Sorter(ORDERS[key], limit, ".", mostHeld);
  try {
    for (const row of rows) sorter.add(row);
    return [...sorter.rows()];
  } finally {
    sorter.close();
  }
}

const ROWS: readonly (readonly [key: SortKey, given: readonly Given[], numbers: readonly number[]])[] = [
  [
    "margin",
    [
      { verdict: "fail", share: -0.5 },
      { verdict: "review", share: 0.9 },
      { verdict: "pass" },
      { verdict: "pass", share: 0 },
      { verdict: "fail", share: -0.01 },
      { verdict: "unusable" },
      { verdict: "pass", share: 0.2 },
      { verdict: "review", share: 0.9 },
    ],
    [7, 4, 3, 2, 8, 5, 1, 6],
  ],
  [
    "verdict",
    [{ verdict: "unusable" }, { verdict: "fail" }, { verdict: "pass" }, { verdict: "review" }],
    [3, 4, 2, 1],
  ],
  [
    "verdict",
    [
      { verdict: "fail", share: -1 },
      { verdict: "fail", share: 1 },
    ],
    [1, 2],
  ],
  ["id", [{ id: "区块10" }, { id: "区块2" }, { id: "区块2" }, { id: "A" }], [4, 2, 3, 1]],
  ["area", [{ areaKm2: "9.5" }, {}, { areaKm2: "10.25" }, { areaKm2: "9.5" }], [3, 1, 4, 2]],
  ["number", [{ id: "乙" }, { id: "甲" }], [1, 2]],
];

describe("rows are sorted", () => {
  it.each(ROWS)("by %s", (key, given, numbers) => {
    expect(sorted(given.map(rowOf), key).map(({ number }) => number)).toEqual(numbers);
  });

  it("where counts are taken in order, by what became of them so", () => {
    const alone = rowOf({ verdict: "pass" }, 0);
    const cumulative = { verdict: "fail", takes: "no", fails: [], reviews: [], margins: [] } as const;
    const rows = [{ ...alone, cumulative }, rowOf({ verdict: "review" }, 1)];
    expect(sorted(rows, "verdict").map(({ number }) => number)).toEqual([2, 1]);
  });
});

/** 997 rows in no order, many of them alike. */
const MANY = Array.from({ length: 997 }, (_, index) => {
  const turn = (index * 7919) % 101;
  const verdict = RESULTS[turn % 4] ?? "pass";
  return rowOf({ verdict, share: (turn % 13) / 13, areaKm2: `${turn % 17}.5`, id: `区块 ${turn}\n"` }, index);
});

describe("more rows than are held at once", () => {
  it.each(SORT_KEYS)("come in the same order, by %s", (key) => {
    const all = sorted(MANY, key);
    expect(all).toHaveLength(MANY.length);
    // Some dozen runs, one run and a rest, and rows that are each a run.
    for (const mostHeld of [8_000, 150_000, 1]) expect(sorted(MANY, key, undefined, mostHeld)).toEqual(all);
    for (const limit of [1, 10, 996, 5000])
      expect(sorted(MANY, key, limit, 8_000)).toEqual(all.slice(0, limit));
  });

  it("leave no file behind", () => {
    expect(sorted(MANY, "id", undefined, 8_000)).toHaveLength(MANY.length);
    expect(readdirSync(".")).toEqual([]);
  });

  it("need no file where few are wanted", () => {
    const sorter = new Sorter(ORDERS.margin, 3, "nowhere", 8_000);
    for (const row of MANY) sorter.add(row);
    expect([...sorter.rows()]).toEqual(sorted(MANY, "margin").slice(0, 3));
  });

  it("say why they can't be sorted", () => {
    const sorter = new Sorter(ORDERS.margin, 5000, "nowhere", 8_000);
    const addAll = () => {
      for (const row of MANY) sorter.add(row);
    };
    expect(addAll).toThrow("there is no such folder");
  });
});
