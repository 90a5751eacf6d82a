import { describe, expect, it } from "vitest";
import { RULES } from "../../rules/registry.ts";
import type { Words } from "../../src/model/words.ts";
import { clausesIn } from "../../src/plan/load/references.ts";
import { provisionsOf } from "../../src/plan/read/provisions.ts";
import { clauseViewOf } from "../../src/plan/show/clause.ts";
import { mineralViewOf } from "../../src/plan/show/mineral.ts";
import { overviewOf } from "../../src/plan/show/overview.ts";
import { zonesViewOf } from "../../src/plan/show/zone.ts";
import { inForce } from "../support/altered.ts";
import { decide, PLAN_IDS } from "../support/world.ts";

describe.each(PLAN_IDS)("%s read", async (id) => {
  const plan = await inForce(id);

  it("has every clause in one chapter and every provision in its rule", () => {
    const { chapters, rules } = overviewOf(plan);
    const listed = chapters.flatMap(({ clauses }) => clauses.map(({ citation }) => citation.id));
    expect(listed.sort()).toEqual(plan.plan.clauses.map((clause) => clause.id).sort());
    for (const { rule, provisions } of rules)
      expect(provisions, rule).toBe(((plan.plan.rules[rule] ?? []) as readonly unknown[]).length);
  });

  it("shows all that rests on a clause", () => {
    const { rules, zones, blocks, contradictions, unpublished } = plan.plan;
    for (const clause of plan.plan.clauses) {
      const view = clauseViewOf(clause.id, plan);
      const bound = RULES.flatMap(({ id: rule }) =>
        ((rules[rule] ?? []) as readonly unknown[]).filter((entry) => clausesIn(entry).has(clause.id)),
      );
      expect(view.provisions.length, clause.id).toBe(bound.length);
      expect(view.zones.length).toBe(zones.filter((zone) => zone.clause === clause.id).length);
      expect(view.blocks.length).toBe(blocks.filter((family) => family.clause === clause.id).length);
      const naming = [...contradictions, ...unpublished].filter(({ clauses }) => clauses.includes(clause.id));
      expect(view.contradictions.length + view.unpublished.length).toBe(naming.length);
    }
  });

  it("says every point in both languages", () => {
    const said = provisionsOf(plan).flatMap(({ view }) =>
      view.points.flatMap(({ label, of, value }) => [label, of, value, view.scope]),
    );
    const empty = said.filter((one): one is Words => one !== undefined && (one.zh === "" || one.en === ""));
    expect(empty).toEqual([]);
    expect(JSON.stringify(said)).not.toMatch(/undefined|\[object/);
  });

  it("finds every zone by its name", () => {
    for (const { name } of plan.plan.zones)
      if (name !== undefined)
        expect(zonesViewOf(name, plan).zones.map(({ zone }) => zone.name)).toContain(name);
  });

  it("leaves out no provision that a decision on the mineral rests on", async () => {
    for (const mineral of ["建筑石料", "岩金", "铁矿", "砖瓦用粘土", "地热", "水泥用灰岩", "建筑用砂"]) {
      const view = mineralViewOf(mineral, plan);
      const cited = new Set([...clausesIn(ids(view.provisions)), ...clausesIn(ids(view.general))]);
      for (const [right, operation] of OPERATIONS) {
        const { findings } = await decide(id, { id: "虚构", right, operation, mineral, coMinerals: [] });
        // Of a list of other minerals (banned, favoured) nothing need be said.
        for (const { clauses, outcome, rule } of findings)
          for (const clause of clauses)
            if (outcome !== "not-applicable" && plan.clauses.has(clause.id) && !LISTS.has(rule))
              expect(cited, `${mineral}: ${clause.id} ${rule}`).toContain(clause.id);
      }
    }
  });
});

const LISTS = new Set(["prohibited-mineral", "restricted-mineral", "direction"]);
const OPERATIONS = [
  ["mining", "new"],
  ["mining", "renewal"],
  ["exploration", "new"],
] as const;

interface Cited {
  readonly clauses: readonly { readonly id: string }[];
  readonly points?: readonly { readonly clause?: { readonly id: string } }[];
}

/** The ids that provisions cite, in the form of a plan file. */
function ids(provisions: readonly Cited[]): object {
  return {
    clauses: provisions.flatMap(({ clauses, points = [] }) => [
      ...clauses.map(({ id }) => id),
      ...points.flatMap(({ clause }) => clause?.id ?? []),
    ]),
  };
}

describe("what a plan says of a zone", async () => {
  const kazuo = await inForce("kazuo");
  const rules = (name: string) => new Set(zonesViewOf(name, kazuo).provisions.map(({ rule }) => rule));

  it.each([
    ["with a minimum of its own", "集中开采区", true],
    ["without one", "国家规划矿区", false],
  ])("%s", (_name, zone, expected) => {
    expect(rules(zone).has("minimum-scale")).toBe(expected);
    expect(rules(zone).has("designated-zone")).toBe(true);
  });

  it("is found without the county before its name, and by its other name", async () => {
    const found = zonesViewOf("史家庄建筑用花岗岩集中开采区", await inForce("fangcheng")).zones;
    expect(found.map(({ title }) => title.zh)).toEqual(["方城县史家庄建筑用花岗岩集中开采区"]);
    const other = zonesViewOf("小秦岭重点开采区", await inForce("lingbao")).zones;
    expect(other.map(({ title }) => title.zh)).toEqual(["小秦岭金矿重点开采区"]);
  });
});

describe("what a plan says of a mineral", async () => {
  const names = async (plan: string, mineral: string, rule: string) =>
    mineralViewOf(mineral, await inForce(plan))
      .provisions.filter((one) => one.rule === rule)
      .flatMap((one) => one.names.map(({ name, kinship }) => `${name} ${kinship}`));

  it.each([
    ["its own name", "fangcheng", "建筑石料", "minimum-scale", ["建筑石料 same"]],
    ["a wider name", "fangcheng", "建筑用花岗岩", "minimum-scale", ["建筑石料 wider"]],
    ["a narrower name", "lingbao", "石墨", "minimum-scale", ["晶质石墨 narrower"]],
    [
      "an alias",
      "linxia",
      "砖瓦粘土",
      "production-total",
      ["砖瓦用粘土 same", "砖瓦用粘土 same", "砖瓦用粘土 same"],
    ],
    ["dressing stone isn't building stone", "lingbao", "饰面石材", "minimum-scale", ["饰面用石材 same"]],
    ["no provision by name", "fangcheng", "煤", "minimum-scale", []],
    ["a table without a row for it", "linxia", "岩金", "minimum-scale", []],
  ])("%s", async (_name, plan, mineral, rule, expected) => {
    expect(await names(plan, mineral, rule)).toEqual(expected);
  });

  it("a figure that the plan asks for and doesn't print is told", async () => {
    const unprinted = async (mineral: string) =>
      mineralViewOf(mineral, await inForce("linxia")).provisions.flatMap(({ noRow, clauses: [clause] }) =>
        noRow ? [clause?.id] : [],
      );
    expect(await unprinted("岩金")).toEqual(["LX-MIN-04"]);
    expect(await unprinted("建筑用砂")).toEqual([]);
  });

  it("what it leaves out isn't said of it", async () => {
    const plan = await inForce("lingbao");
    const dolomite = (mineral: string) =>
      mineralViewOf(mineral, plan)
        .provisions.filter(({ rule }) => rule === "production-total")
        .flatMap(({ points }) => points.flatMap(({ limit }) => limit?.value.toFixed() ?? []));
    expect(dolomite("冶金用白云岩")).toEqual(["150000"]);
    expect(dolomite("白云岩")).toContain("30000");
  });

  it("a ban that holds for arable land alone says so", async () => {
    const [ban] = mineralViewOf("砖瓦用粘土", await inForce("linxia")).provisions;
    expect(
      ban?.points.map(({ label, of, value }) => `${label.zh} ${of?.zh ?? ""}${value?.zh ?? ""}`),
    ).toEqual(["禁止矿种 砖瓦用粘土", "仅限 占用（可）耕地", "可作共伴生矿产综合回收，依据 LX-BAN-02"]);
  });
});
