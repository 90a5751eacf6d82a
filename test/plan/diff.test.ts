import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanInForce } from "../../src/model/plan.ts";
import type { Change } from "../../src/model/plan-diff.ts";
import { diffPlans } from "../../src/plan/diff/diff.ts";
import { inForce, isFigure, type Way, waysTo, withAltered, withPlan } from "../support/altered.ts";
import { PLAN_IDS } from "../support/world.ts";

const unmeasured = async () => undefined;

async function changes(old: PlanInForce, now: PlanInForce): Promise<readonly Change[]> {
  return (await diffPlans(old, now, unmeasured)).changes;
}

/** Each change in a line: its effect, its kind, what it is of. */
async function told(old: PlanInForce, now: PlanInForce): Promise<readonly string[]> {
  return (await changes(old, now)).map(
    ({ effect, kind, subject, from, to, new: is, old: was }) =>
      `${effect} ${kind} ${subject.zh} ${from?.zh ?? ""}→${to?.zh ?? ""} ${(is ?? was)?.id ?? ""}`,
  );
}

type Section = Record<string, unknown>[];
const section = (plan: { rules: unknown }, rule: string) =>
  (plan.rules as Record<string, Section>)[rule] ?? [];

describe.each(PLAN_IDS)("%s", async (id) => {
  const plan = await inForce(id);

  it("differs from itself in nothing", async () => {
    expect(
      await changes(
        plan,
        withPlan(plan, () => {}),
      ),
    ).toEqual([]);
  });

  it("shows every single figure that is altered, at its clause", async () => {
    const ways = waysTo(plan.plan, isFigure);
    expect(ways.length).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ways), async (way) => {
        const found = await changes(
          plan,
          withAltered(plan, way, (value) => another(way, value)),
        );
        expect(found.length, way.join(".")).toBeGreaterThan(0);
        expect(found.every((one) => ownsTo(one, way))).toBe(true);
      }),
      { seed: 20_240_520, numRuns: 8 },
    );
  });

  it("shows every name of a mineral that is altered", async () => {
    const ways = waysTo(
      plan.plan,
      (value) => value === "铁矿" || value === "建筑石料" || value === "砖瓦用粘土",
    );
    for (const way of ways.filter((one) => one[0] !== "clauses").slice(0, 8))
      expect(
        await changes(
          plan,
          withAltered(plan, way, () => "萤石"),
        ),
        way.join("."),
      ).not.toEqual([]);
  });
});

/** A class of minerals stays one of the three. */
function another(way: Way, value: unknown): unknown {
  if (way.includes("class")) return (Number(value) % 3) + 1;
  return typeof value === "number" ? value + 1 : String(Number(value) + 1);
}

/** What is told of an altered value is told in its own part of the plan. */
function ownsTo({ part, rule }: Change, [first, second]: Way): boolean {
  const list = ["zone", "block", "clause", "term"].find((one) => `${one}s` === first);
  return first === "rules" ? part === "rule" && rule === second : part === (list ?? "plan");
}

describe("what a difference comes to", async () => {
  const fangcheng = await inForce("fangcheng");
  const pingquan = await inForce("pingquan");
  const kazuo = await inForce("kazuo");

  const altered: readonly (readonly [
    name: string,
    old: PlanInForce,
    now: PlanInForce,
    expected: string[],
  ])[] = [
    [
      "a minimum raised is stricter",
      fangcheng,
      withPlan(fangcheng, (plan) => {
        rowOf(plan, "岩金")["large"] = 16;
      }),
      [
        "stricter changed 最低开采规模（岩金，大型） ≥ 15 万吨矿石/年（含本数）→≥ 16 万吨矿石/年（含本数） FC-MIN-03",
      ],
    ],
    [
      "a minimum lowered is looser",
      fangcheng,
      withPlan(fangcheng, (plan) => {
        rowOf(plan, "岩金")["large"] = "14.9";
      }),
      [
        "looser changed 最低开采规模（岩金，大型） ≥ 15 万吨矿石/年（含本数）→≥ 14.9 万吨矿石/年（含本数） FC-MIN-03",
      ],
    ],
    [
      "the same figure in another unit is told, and isn't stricter",
      fangcheng,
      withPlan(fangcheng, (plan) => {
        Object.assign(rowOf(plan, "岩金"), { unit: "吨/年", large: 150_000, medium: 90_000, small: 90_000 });
      }),
      [
        "changed changed 最低开采规模（岩金，大型） ≥ 15 万吨矿石/年（含本数）→≥ 150000 吨矿石/年（含本数） FC-MIN-03",
        "changed changed 最低开采规模（岩金，中型） ≥ 9 万吨矿石/年（含本数）→≥ 90000 吨矿石/年（含本数） FC-MIN-03",
        "changed changed 最低开采规模（岩金，小型） ≥ 9 万吨矿石/年（含本数）→≥ 90000 吨矿石/年（含本数） FC-MIN-03",
      ],
    ],
    [
      "a figure that counts something else can't be compared",
      fangcheng,
      withPlan(fangcheng, (plan) => {
        Object.assign(rowOf(plan, "建筑石料"), { unit: "万立方米/年", large: 300, medium: 100, small: "/" });
      }),
      [
        "changed changed 最低开采规模（建筑石料，大型） ≥ 300 万吨矿石/年（含本数）→≥ 300 万立方米矿石/年（含本数） FC-MIN-05",
        "changed changed 最低开采规模（建筑石料，中型） ≥ 100 万吨矿石/年（含本数）→≥ 100 万立方米矿石/年（含本数） FC-MIN-05",
      ],
    ],
    [
      "a cap raised is looser",
      kazuo,
      withPlan(kazuo, (plan) => {
        Object.assign(section(plan, "mine-count")[0] ?? {}, { atMost: 31 });
      }),
      ["looser changed 矿山（采矿权）数 ≤ 30 个（含本数）→≤ 31 个（含本数） KZ-CNT-01"],
    ],
    [
      "a mineral freed is looser, one banned is stricter",
      pingquan,
      withPlan(pingquan, (plan) => {
        Object.assign(section(plan, "prohibited-mineral")[0] ?? {}, {
          minerals: ["砖瓦用粘土", "砂金", "煤"],
        });
      }),
      ["stricter added 禁止矿种（煤） → PQ-BAN-01", "looser removed 禁止矿种（泥炭） → PQ-BAN-01"],
    ],
    [
      "a way of grant taken away is stricter",
      kazuo,
      withPlan(kazuo, (plan) => {
        Object.assign(section(plan, "allocation")[0] ?? {}, { among: ["auction", "listing"] });
      }),
      ["stricter removed 可用的出让方式（招标） → KZ-ALL-01"],
    ],
    [
      "a principle that is only expected any more is looser",
      kazuo,
      withPlan(kazuo, (plan) => {
        Object.assign(section(plan, "scale-reserves-match")[0] ?? {}, { force: "expected" });
      }),
      ["looser changed 效力 原则性→预期性、引导性 KZ-MIN-08"],
    ],
    [
      "a whole provision dropped is told limit by limit",
      kazuo,
      withPlan(kazuo, (plan) => {
        (plan.rules as Record<string, Section>)["mine-count"] = [];
      }),
      ["looser removed 矿山（采矿权）数 ≤ 30 个（含本数）→ KZ-CNT-01"],
    ],
    [
      "fewer planned rights are stricter, another area is a change",
      fangcheng,
      withPlan(fangcheng, (plan) => {
        Object.assign(plan.zones[0] ?? {}, { rights: 2, areaKm2: "11" });
      }),
      [
        "stricter changed 拟设采矿权 3 个→2 个 FC-SPA-08",
        "changed changed 面积 10.996 平方千米→11 平方千米 FC-SPA-08",
      ],
    ],
    [
      "a zone by another name is renamed",
      fangcheng,
      withPlan(fangcheng, (plan) => {
        Object.assign(plan.zones[1] ?? {}, { name: "虚构集中开采区" });
      }),
      ["changed changed 名称 方城县史家庄建筑用花岗岩集中开采区→虚构集中开采区 FC-SPA-08"],
    ],
    [
      "a period that ends later",
      kazuo,
      withPlan(kazuo, (plan) => {
        plan.period.to = "2030-12-31";
      }),
      ["changed changed 规划期止 2025-12-31→2030-12-31 "],
    ],
    [
      "order doesn't matter",
      kazuo,
      withPlan(kazuo, (plan) => {
        plan.clauses.reverse();
        plan.zones.reverse();
        for (const entries of Object.values(plan.rules as Record<string, Section>)) entries.reverse();
      }),
      [],
    ],
  ];

  it.each(altered)("%s", async (_name, old, now, expected) => {
    expect(await told(old, now)).toEqual(expected);
  });

  it("the other way round, what was stricter is looser", async () => {
    for (const [, old, now] of altered) {
      const opposite = { stricter: "looser", looser: "stricter", changed: "changed" } as const;
      const there = (await changes(old, now)).map(({ effect }) => opposite[effect]).sort();
      expect((await changes(now, old)).map(({ effect }) => effect).sort()).toEqual(there);
    }
  });

  it("a clause numbered anew keeps its provisions", async () => {
    const now = withPlan(kazuo, (plan) => {
      plan.rules = JSON.parse(JSON.stringify(plan.rules).replaceAll("KZ-CNT-01", "KZ-CNT-09"));
      for (const clause of plan.clauses) if (clause.id === "KZ-CNT-01") clause.id = "KZ-CNT-09";
    });
    expect(await told(kazuo, now)).toEqual([
      "changed changed 依据条款 KZ-CNT-01→KZ-CNT-09 KZ-CNT-09",
      "changed changed 编号 KZ-CNT-01→KZ-CNT-09 KZ-CNT-09",
    ]);
  });
});

function rowOf(plan: { rules: unknown }, mineral: string): Record<string, unknown> {
  const rows = section(plan, "minimum-scale").flatMap((entry) => (entry["rows"] ?? []) as Section);
  const row = rows.find((one) => one["mineral"] === mineral);
  if (row === undefined) throw new Error(`no row for ${mineral}`);
  return row;
}
