import { describe, expect, it } from "vitest";
import { readCases, withChanges } from "../support/cases.ts";
import { decide } from "../support/world.ts";

const { base } = readCases("fangcheng");

/** 采矿权期限: the law of the day, on both sides of its years. */
const TERMS: readonly (readonly [what: string, set: Readonly<Record<string, unknown>>, notes: number])[] = [
  ["large, 30 years under the regulation of 1998", { mineSize: "large", serviceLifeYears: 30 }, 0],
  ["large, more than 30", { mineSize: "large", serviceLifeYears: 30.5 }, 1],
  ["medium, 20", { mineSize: "medium", serviceLifeYears: 20 }, 0],
  ["medium, 21", { mineSize: "medium", serviceLifeYears: 21 }, 1],
  ["small, 10", { mineSize: "small", serviceLifeYears: 10 }, 0],
  ["small, 11", { mineSize: "small", serviceLifeYears: 11 }, 1],
  ["of unknown size, 25: it may be large", { mineSize: null, serviceLifeYears: 25 }, 0],
  ["small, 30 under the law of 2024", { mineSize: "small", serviceLifeYears: 30, date: "2025-07-01" }, 0],
  ["small, 11 on its last day", { mineSize: "small", serviceLifeYears: 11, date: "2025-06-30" }, 1],
  ["small, 31 under the law of 2024", { mineSize: "small", serviceLifeYears: 31, date: "2025-07-01" }, 1],
  ["a life nobody stated", { serviceLifeYears: null }, 0],
];

describe("a service life beyond the right's term is told, and doesn't weigh", () => {
  it.each(TERMS)("%s", async (_what, set, notes) => {
    const { findings } = await decide("fangcheng", withChanges(base["gold"] ?? {}, set));
    const told = findings.filter(({ rule }) => rule === "service-life");
    expect(told.map(({ outcome }) => outcome)).toEqual(Array.from({ length: notes }, () => "note"));
  });
});
