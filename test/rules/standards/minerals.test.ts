import { describe, expect, it } from "vitest";
import { suggestMinerals } from "../../../src/engine/suggest.ts";
import { type Mineral, normaliseMineralName } from "../../../src/model/mineral.ts";
import { standards } from "../../support/world.ts";
import { ANNEX, usesOf } from "./annex.ts";

const { minerals } = standards;
const recognise = (text: string) => minerals.recognise(text, (name) => suggestMinerals(minerals, name));
const namesOf = (text: string) => recognise(text).named.map(({ name }) => name);

describe("the vocabulary", () => {
  it.each(minerals.all.map((one) => [one.name, one] as const))("%s is sound", (_name, mineral) => {
    expect(mineral.en, "a name in English").toMatch(/^[A-Za-z][A-Za-z -]+$/);
    const { under, either = [], parts = [], ordinary, pointer } = mineral;
    for (const other of [...under, ...either, ...parts, ordinary, pointer?.of])
      if (other !== undefined) expect(minerals.get(other).name).toBe(other);
    expect(ancestors(mineral), "stands under itself").not.toContain(mineral.name);
    if (ordinary !== undefined) expect(minerals.covers(mineral, minerals.get(ordinary))).toBe(true);
    expect(mineral.bases).toContain("ore");
  });

  it("gives each spelling to one mineral only", () => {
    const owners = new Map<string, string>();
    const shared = minerals.all.flatMap(({ name, aliases }) =>
      [...new Set([name, ...aliases].map(normaliseMineralName))].flatMap((spelling) => {
        const owner = owners.get(spelling);
        owners.set(spelling, name);
        return owner === undefined ? [] : [`${spelling}: ${owner} and ${name}`];
      }),
    );
    expect(shared).toEqual([]);
  });

  it("doesn't call verified what nobody verified", () => {
    expect(
      minerals.all.filter((one) => one.class?.verified),
      "classes are a reconstruction",
    ).toEqual([]);
    const annex = new Set(
      ANNEX.flatMap((entry) => [entry.name, ...usesOf(entry)]).flatMap((name) => namesOrGroup(name)),
    );
    const claimed = minerals.all.filter(({ source }) => source === "annex").map(({ name }) => name);
    expect(
      claimed.filter((name) => !annex.has(name)),
      "named as from the national list, but not in it",
    ).toEqual([]);
  });
});

function ancestors({ under }: Mineral): readonly string[] {
  return under.flatMap((name) => [name, ...ancestors(minerals.get(name))]);
}

/** The mineral that a name of the annex is, taken as the vocabulary's own node. */
function namesOrGroup(name: string): readonly string[] {
  const term = minerals.term(name);
  return term === undefined ? [] : [term.name];
}

describe("the national list", () => {
  const names = ANNEX.flatMap((entry) => [entry.name, ...usesOf(entry)]);
  it.each(names.map((name) => [name]))("%s is recognised", (name) => {
    expect(namesOf(name).length).toBeGreaterThan(0);
  });
});

const RECOGNISED: readonly (readonly [text: string, names: readonly string[]])[] = [
  ["岩金", ["岩金"]],
  [" 岩 金 ", ["岩金"]],
  ["岩金矿", ["岩金"]],
  ["金矿", ["岩金"]],
  ["金", ["岩金"]],
  ["金矿(岩金)", ["岩金"]],
  ["金矿（砂金）", ["砂金"]],
  ["砂金矿", ["砂金"]],
  ["铁", ["铁矿"]],
  ["铁矿石", ["铁矿"]],
  ["石膏矿产", ["石膏"]],
  ["砖瓦用黏土", ["砖瓦用粘土"]],
  ["砖瓦用粘土矿", ["砖瓦用粘土"]],
  ["叶腊石", ["叶蜡石"]],
  ["硅线石", ["矽线石"]],
  ["地热水", ["地热"]],
  ["花岗石", ["建筑用花岗岩", "饰面用花岗岩"]],
  ["建筑石料用灰岩", ["建筑石料用灰岩"]],
  ["建筑用石料", ["建筑石料"]],
  ["铅锌", ["铅锌矿"]],
  // Names that may mean several: every reading is kept.
  ["石墨", ["晶质石墨", "隐晶质石墨"]],
  ["白云岩", ["冶金用白云岩", "建筑用白云岩", "化肥用白云岩", "玻璃用白云岩"]],
  ["建筑用砂石料", ["建筑用砂", "建筑石料"]],
  ["多金属", ["岩金", "银矿", "铜矿", "铅矿", "锌矿", "钼矿"]],
];

const UNKNOWN: readonly (readonly [text: string, near: string | undefined])[] = [
  ["萤右", "萤石"],
  ["建筑用花岗", "建筑用花岗岩"],
  ["水泥用石灰", "水泥用石灰岩"],
  ["钾长石英", "钾长石"],
  ["矿", undefined],
  ["gold", undefined],
  ["不存在的某种矿物名称", undefined],
  ["constructor", undefined],
];

describe("names", () => {
  it.each(RECOGNISED)("%s is %j", (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it.each(UNKNOWN)("%s isn't known; nearest: %s", (text, near) => {
    const { named, suggestions } = recognise(text);
    expect(named).toEqual([]);
    if (near === undefined) expect(suggestions.filter((name) => name.length > 2 * text.length)).toEqual([]);
    else expect(suggestions).toContain(near);
  });

  it("a bare parent is read as its ordinary child, and says so", () => {
    expect(recognise("金矿").ordinaryOf?.name).toBe("金矿");
    expect(recognise("岩金").ordinaryOf).toBeUndefined();
  });

  it("a plan's own word comes before the vocabulary's", () => {
    const own = minerals.withTerms([
      { name: "石料", is: "饰面石材" },
      { name: "银", either: ["银矿", "岩金"] },
    ]);
    expect(own.recognise("石料", () => []).named.map(({ name }) => name)).toEqual(["饰面石材"]);
    expect(own.recognise("银矿", () => []).named.map(({ name }) => name)).toEqual(["银矿", "岩金"]);
  });
});

const COVERS: readonly (readonly [wide: string, narrow: string, covers: boolean])[] = [
  ["建筑石料", "建筑用花岗岩", true],
  ["建筑石料", "建筑用大理岩", true],
  ["建筑石料", "建筑石料用灰岩", true],
  ["建筑石料", "建筑石料用片麻岩", true],
  ["建筑石料", "饰面用花岗岩", false],
  ["饰面石材", "建筑用花岗岩", false],
  ["饰面石材", "饰面用辉长岩", true],
  ["建筑石料", "建筑用砂", false],
  ["建筑用砂", "建筑石料", false],
  ["建筑用砂石料", "建筑用砂", true],
  ["建筑用砂石料", "建筑用花岗岩", true],
  ["普通建筑用砂石土", "砖瓦用粘土", true],
  ["岩金", "砂金", false],
  ["金矿", "砂金", true],
  ["铁矿", "超贫磁铁矿", true],
  ["铅锌矿", "铅矿", true],
  ["铅矿", "铅锌矿", false],
  ["石灰岩", "水泥用灰岩", true],
  ["建筑石料", "水泥用灰岩", false],
];

describe("the tree", () => {
  it.each(COVERS)("%s covers %s: %s", (wide, narrow, covers) => {
    expect(minerals.covers(minerals.get(wide), minerals.get(narrow))).toBe(covers);
  });
});
