import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/engine/facts.ts";
import { applicationsIn } from "../../src/input/application.ts";
import { parseDocument } from "../../src/input/document.ts";
import type { Fact, Facts } from "../../src/model/facts.ts";
import type { Measure } from "../../src/model/quantity.ts";
import { library, PLAN_IDS, standards } from "../support/world.ts";

const [PLAN = ""] = PLAN_IDS;

async function factsFrom(given: object): Promise<Facts> {
  const whole = { id: "虚构-事实", right: "mining", operation: "new", mineral: "煤", ...given };
  const document = await parseDocument(JSON.stringify(whole), "case.json");
  const [read] = applicationsIn(document).applications;
  if (read === undefined) throw new Error("no application");
  return factsOf(read.application, await library.load(PLAN), standards);
}

function shown(fact: Fact<unknown>): unknown {
  return fact.known ? fact.value : fact.missing.map(({ field }) => field);
}

const coal = (value: number) => ({ reserves: { value, unit: "亿吨", of: "ore" } });

const DEPOSIT: readonly (readonly [what: string, given: object, size: unknown])[] = [
  ["as stated", { depositSize: "small", ...coal(9) }, "small"],
  ["by a verified row: exactly large", { coMinerals: [], ...coal(1) }, "large"],
  ["by a verified row: just below large", { coMinerals: [], ...coal(0.9999999) }, "medium"],
  ["by a verified row: exactly medium", { coMinerals: [], ...coal(0.5) }, "medium"],
  ["by a verified row: just below medium", { coMinerals: [], ...coal(0.4999999) }, "small"],
  ["large already, whatever the co-minerals", coal(1), "large"],
  ["not large, with co-minerals that nobody named", coal(0.6), ["depositSize"]],
  ["not large, with a co-mineral that may be", { coMinerals: ["铁矿"], ...coal(0.6) }, ["depositSize"]],
  [
    "by an unverified row",
    { mineral: "岩金", coMinerals: [], reserves: { value: 30, unit: "吨", of: "metal" } },
    ["depositSize"],
  ],
  ["nothing given", {}, ["depositSize"]],
];

describe("the deposit size", () => {
  it.each(DEPOSIT)("%s", async (_what, given, size) => {
    expect(shown((await factsFrom(given)).depositSize)).toEqual(size);
  });
});

const ORE: Measure = { dimension: "mass", per: "year", of: "ore" };
const METAL: Measure = { dimension: "mass", per: "year", of: "metal" };

/** Several stated outputs hold together; what they leave open is a range. */
const OUTPUTS: readonly (readonly [
  what: string,
  given: object,
  measure: Measure,
  low: string,
  high: string | undefined,
  missing: readonly string[],
])[] = [
  [
    "one, in the measure asked for",
    { output: { value: 9, unit: "万吨/年", of: "ore" } },
    ORE,
    "90000",
    "90000",
    [],
  ],
  [
    "a quantity in the very basis speaks for itself",
    {
      output: [
        { value: 9, unit: "万吨/年", of: "ore" },
        { value: 1, unit: "吨/年", of: "metal" },
      ],
    },
    ORE,
    "90000",
    "90000",
    [],
  ],
  [
    "in another order",
    {
      output: [
        { value: 1, unit: "吨/年", of: "metal" },
        { value: 9, unit: "万吨/年", of: "ore" },
      ],
    },
    METAL,
    "1",
    "1",
    [],
  ],
  [
    "ore of a stated metal is at least as much",
    { output: { value: 1, unit: "吨/年", of: "metal" } },
    ORE,
    "1",
    undefined,
    ["grade", "recovery"],
  ],
  ["not stated", {}, ORE, "0", undefined, ["output"]],
  [
    "of unstated basis, where metal may be meant",
    { output: { value: 9, unit: "吨/年" } },
    METAL,
    "0",
    undefined,
    ["output.of", "grade", "recovery", "output"],
  ],
];

describe("the output", () => {
  it.each(OUTPUTS)("%s", async (_what, given, measure, low, high, missing) => {
    const range = (await factsFrom({ mineral: "铜矿", ...given })).output(measure);
    expect([range.low.toFixed(), range.high?.toFixed()]).toEqual([low, high]);
    expect([...new Set(range.missing.map(({ field }) => field))]).toEqual(missing);
  });
});

const PAPERS: readonly (readonly [
  what: string,
  documents: object,
  key: "three-in-one-plan" | "reclamation-plan",
  value: unknown,
])[] = [
  [
    "the three stand for the one",
    { "development-plan": true, "restoration-plan": true, "reclamation-plan": true },
    "three-in-one-plan",
    true,
  ],
  [
    "two of them don't",
    { "development-plan": true, "restoration-plan": true },
    "three-in-one-plan",
    ["documents.three-in-one-plan"],
  ],
  ["the one stands for each of the three", { "three-in-one-plan": true }, "reclamation-plan", true],
  [
    "its absence says nothing of them",
    { "three-in-one-plan": false },
    "reclamation-plan",
    ["documents.reclamation-plan"],
  ],
  [
    "what is stated itself comes first",
    { "three-in-one-plan": true, "reclamation-plan": false },
    "reclamation-plan",
    false,
  ],
];

describe("the three-in-one plan", () => {
  it.each(PAPERS)("%s", async (_what, documents, key, value) => {
    expect(shown((await factsFrom({ documents })).document(key))).toEqual(value);
  });
});

const CLASSES: readonly (readonly [what: string, given: object, value: unknown])[] = [
  ["stated", { mineralClass: 3 }, 3],
  ["by an unverified list: not known", {}, ["mineralClass"]],
];

describe("the mineral's class", () => {
  it.each(CLASSES)("%s", async (_what, given, value) => {
    expect(shown((await factsFrom({ mineral: "建筑石料", ...given })).mineralClass)).toEqual(value);
  });
});

const READINGS: readonly (readonly [what: string, given: object, names: readonly string[]])[] = [
  ["one", { mineral: "铁矿" }, ["铁矿"]],
  ["a low grade points to another mineral too", { mineral: "铁矿", grade: 0.2 }, ["铁矿", "低品位铁矿"]],
  ["a lower one to two", { mineral: "铁矿", grade: 0.12 }, ["铁矿", "低品位铁矿", "超贫磁铁矿"]],
  ["a grade at the border doesn't", { mineral: "铁矿", grade: 0.25 }, ["铁矿"]],
];

describe("what the name may mean", () => {
  it.each(READINGS)("%s", async (_what, given, names) => {
    expect((await factsFrom(given)).mineral.named.map(({ name }) => name)).toEqual(names);
  });
});
