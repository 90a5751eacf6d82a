import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { MeasuredBlock, MeasuredRight, MeasuredSite } from "../../src/model/measured-site.ts";
import type { Relation } from "../../src/model/terms.ts";
import { words } from "../../src/model/words.ts";
import { readCases, withChanges } from "../support/cases.ts";
import { km2, located, onLayer, undecided } from "../support/location.ts";
import { decide, PLAN_IDS } from "../support/world.ts";

type Changes = Readonly<Record<string, unknown>>;
type Facts = Partial<MeasuredSite>;

/** `open`: to be reviewed because something isn't known, and the finding says what. */
type Result = "pass" | "fail" | "unmet" | "open" | "not-applicable" | undefined;

function resultOf(findings: readonly Finding[], key: string): Result {
  const [clause, rule] = key.split("@");
  const all = findings
    .filter((one) => one.clauses.some(({ id }) => id === clause) && (rule === undefined || one.rule === rule))
    .map(({ outcome, missing = [] }): Result => {
      if (outcome === "review") return missing.length > 0 ? "open" : "unmet";
      return outcome === "note" ? undefined : outcome;
    });
  const worst: readonly Result[] = ["fail", "unmet", "open", "pass", "not-applicable"];
  return worst.find((one) => all.includes(one));
}

const CASES = new Map(PLAN_IDS.map((plan) => [plan, readCases(plan)]));

async function decideCase(plan: string, base: string, set: Changes, facts: Facts) {
  const { base: bases = {}, register } = CASES.get(plan) ?? {};
  return decide(plan, withChanges(bases[base] ?? {}, set), register, located(facts));
}

/** A fact, measured and declared each as it should be, as it shouldn't, and not known. */
interface Matrix {
  readonly fact: string;
  readonly plan: string;
  readonly base: string;
  readonly set?: Changes;
  readonly provision: string;
  readonly declared: Readonly<Record<"good" | "bad" | "unknown", Changes>>;
  readonly measured: Readonly<Record<"good" | "bad" | "undecided", Facts>>;
  /** By what is measured: with the good declared, the bad, and nothing. */
  readonly results: Readonly<Record<"good" | "bad" | "undecided", readonly [Result, Result, Result]>>;
}

const ZONE = "方城县史家庄建筑用花岗岩集中开采区";
const CONVERSION = {
  operation: "conversion",
  allocation: "none",
  "base.right": "exploration",
  "base.sameHolder": true,
  "base.relation": "conversion",
};
const RIGHT = { id: "虚构-1", right: "mining", sameHolder: false } as const;

function right(given: Partial<MeasuredRight> = {}): readonly MeasuredRight[] {
  return [{ ...RIGHT, overlapKm2: km2("0.02"), ...given }];
}

/** From a layer that doesn't say whose it is. */
const UNHELD: readonly MeasuredRight[] = [{ id: "虚构-1", right: "mining", overlapKm2: km2("0.02") }];

const block = (given: MeasuredBlock) => ({ block: onLayer("block", given) });

/** What a layer says of ground that is too narrow to decide by. */
const SLIVER = { field: "layers.block", why: words("规划区块超出 2 平方米", "the block sticks out by 2 m²") };

const MATRICES: readonly Matrix[] = [
  {
    fact: "the redline",
    plan: "fangcheng",
    base: "gold",
    set: { "documents.ecological-opinion": false },
    provision: "FC-SPA-03",
    declared: {
      good: { "site.constraints.ecological-redline": "clear" },
      bad: { "site.constraints.ecological-redline": 0.01 },
      unknown: { "site.constraints.ecological-redline": null },
    },
    measured: {
      good: { constraints: { "ecological-redline": onLayer("红线", { overlaps: false }) } },
      bad: { constraints: { "ecological-redline": onLayer("红线", { overlaps: true, km2: km2("0.0123") }) } },
      undecided: { constraints: { "ecological-redline": undecided("红线") } },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "fail", "fail"],
      undecided: ["open", "fail", "open"],
    },
  },
  {
    fact: "the county",
    plan: "fangcheng",
    base: "gold",
    provision: "FC-GEN-03",
    declared: {
      good: { "site.inCounty": true },
      bad: { "site.inCounty": false },
      unknown: { "site.inCounty": null },
    },
    measured: {
      good: { inCounty: onLayer("county", true) },
      bad: { inCounty: onLayer("county", false) },
      undecided: { inCounty: undecided("county") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "the county, by its code",
    plan: "fangcheng",
    base: "gold",
    set: { "site.inCounty": null },
    provision: "FC-GEN-03",
    declared: { good: { county: "411322" }, bad: { county: "110101" }, unknown: {} },
    measured: {
      good: { inCounty: onLayer("county", true) },
      bad: { inCounty: onLayer("county", false) },
      undecided: { inCounty: undecided("county") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "a kind of zone, by one layer of all",
    plan: "fangcheng",
    base: "stone",
    provision: "FC-SPA-07",
    declared: {
      good: { "site.zones": [{ name: ZONE, relation: "inside" }] },
      bad: { "site.zones": [] },
      unknown: { "site.zones": null },
    },
    measured: {
      good: { zones: new Map([["集中开采区", onLayer("集中开采区", "inside")]]) },
      bad: { zones: new Map([["集中开采区", onLayer("集中开采区", "outside")]]) },
      undecided: { zones: new Map([["集中开采区", undecided("集中开采区")]]) },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "a zone, by the layer of it alone",
    plan: "fangcheng",
    base: "stone",
    provision: "FC-SPA-07",
    declared: {
      good: { "site.zones": [{ name: ZONE, relation: "inside" }] },
      bad: { "site.zones": [] },
      unknown: { "site.zones": null },
    },
    measured: {
      good: { zones: new Map([[ZONE, onLayer("史家庄", "inside")]]) },
      bad: { zones: new Map([[ZONE, onLayer("史家庄", "partly")]]) },
      undecided: { zones: new Map([[ZONE, undecided("史家庄")]]) },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "open", "unmet"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "the planned block",
    plan: "lingbao",
    base: "gabbro",
    provision: "LB-BLK-05",
    declared: {
      good: {},
      bad: { "site.block": { kind: "mining", relation: "none" } },
      unknown: { "site.block": null },
    },
    measured: {
      good: block({ relation: "inside", kind: "mining", mineral: "饰面用辉长岩" }),
      bad: block({ relation: "none" }),
      undecided: { block: undecided("block") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "fail", "fail"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "the block's mineral",
    plan: "fangcheng",
    base: "gold",
    provision: "FC-BLK-10",
    declared: {
      good: { "site.block.mineral": "金矿" },
      bad: { "site.block.mineral": "萤石" },
      unknown: { "site.block.mineral": null },
    },
    measured: {
      good: block({ relation: "inside", kind: "mining", mineral: "金矿" }),
      bad: block({ relation: "inside", kind: "mining", mineral: "铅锌矿" }),
      undecided: { block: undecided("block") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "open", "fail"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "the whole block",
    plan: "linxia",
    base: "sand",
    provision: "LX-BLK-09",
    declared: {
      good: { "site.block.whole": true },
      bad: { "site.block.whole": false },
      unknown: { "site.block.whole": null },
    },
    measured: {
      good: block({ relation: "inside", kind: "mining", whole: true }),
      bad: block({ relation: "inside", kind: "mining", whole: false }),
      undecided: block({ relation: "inside", kind: "mining", unsure: { whole: SLIVER } }),
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "fail", "fail"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "cultivable land",
    plan: "linxia",
    base: "clay",
    provision: "LX-BAN-01",
    declared: {
      good: { "site.arableLand": false },
      bad: { "site.arableLand": true },
      unknown: { "site.arableLand": null },
    },
    measured: {
      good: { arableLand: onLayer("耕地", false) },
      bad: { arableLand: onLayer("耕地", true) },
      undecided: { arableLand: undecided("耕地") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "fail", "fail"],
      undecided: ["open", "fail", "open"],
    },
  },
  {
    fact: "existing rights",
    plan: "fangcheng",
    base: "gold",
    provision: "FC-SPA-06",
    declared: {
      good: { "site.existingRights": [] },
      bad: { "site.existingRights": [RIGHT] },
      unknown: { "site.existingRights": null },
    },
    measured: {
      good: { existingRights: onLayer("矿业权", []) },
      bad: { existingRights: onLayer("矿业权", right()) },
      undecided: { existingRights: undecided("矿业权") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "unmet", "open"],
    },
  },
  {
    fact: "existing rights, where the plan is silent",
    plan: "lingbao",
    base: "gold",
    provision: "矿产资源法-23",
    declared: {
      good: { "site.existingRights": [] },
      bad: { "site.existingRights": [RIGHT] },
      unknown: { "site.existingRights": null },
    },
    measured: {
      good: { existingRights: onLayer("矿业权", []) },
      bad: { existingRights: onLayer("矿业权", right()) },
      undecided: { existingRights: undecided("矿业权") },
    },
    results: {
      good: [undefined, "open", undefined],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "unmet", "open"],
    },
  },
  {
    fact: "a protected area that the plan leaves out",
    plan: "fangcheng",
    base: "gold",
    provision: "矿产资源法-18",
    declared: {
      good: { "site.constraints.heritage": "clear" },
      bad: { "site.constraints.heritage": "overlaps" },
      unknown: { "site.constraints.heritage": null },
    },
    measured: {
      good: { constraints: { heritage: onLayer("文物", { overlaps: false }) } },
      bad: { constraints: { heritage: onLayer("文物", { overlaps: true, km2: km2("0.0002") }) } },
      undecided: { constraints: { heritage: undecided("文物") } },
    },
    results: {
      good: [undefined, "open", undefined],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "unmet", "open"],
    },
  },
  {
    fact: "lying within the existing right",
    plan: "fangcheng",
    base: "gold",
    set: { ...CONVERSION, "base.areaKm2": 2 },
    provision: "FC-BLK-09@exploration-area",
    declared: {
      good: { "base.within": true },
      bad: { "base.within": false },
      unknown: { "base.within": null },
    },
    measured: {
      good: { base: { within: onLayer("矿业权", true), areaKm2: km2("2") } },
      bad: { base: { within: onLayer("矿业权", false), areaKm2: km2("2") } },
      undecided: { base: { within: undecided("矿业权"), areaKm2: km2("2") } },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "fail", "fail"],
      undecided: ["open", "fail", "open"],
    },
  },
  {
    fact: "the area in its zone",
    plan: "fangcheng",
    base: "stone",
    provision: "FC-SPA-08@designated-zone",
    declared: { good: { areaKm2: 5.5 }, bad: { areaKm2: 5.7 }, unknown: { areaKm2: null } },
    measured: {
      good: { areaKm2: km2("5.52") },
      bad: { areaKm2: km2("5.68") },
      // 5.61 as printed may be up to 5.615.
      undecided: { areaKm2: km2("5.614") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "unmet", "unmet"],
      undecided: ["open", "open", "open"],
    },
  },
  {
    fact: "the number of basic unit blocks",
    plan: "kazuo",
    base: "exploration",
    provision: "KZ-BLK-05",
    declared: { good: { basicBlocks: 3 }, bad: { basicBlocks: 0.5 }, unknown: { basicBlocks: null } },
    measured: {
      good: { areaKm2: km2("7.1"), basicBlocks: km2("3") },
      bad: { areaKm2: km2("1.2"), basicBlocks: km2("0.5") },
      // Corners off the grid: the area leaves it open.
      undecided: { areaKm2: km2("2.4") },
    },
    results: {
      good: ["pass", "open", "pass"],
      bad: ["open", "unmet", "unmet"],
      undecided: ["pass", "unmet", "open"],
    },
  },
];

const DECLARED = ["good", "bad", "unknown"] as const;
const MEASURED = ["good", "bad", "undecided"] as const;

describe.each(MATRICES)(
  "$fact ($plan, $provision)",
  ({ plan, base, set, provision, declared, measured, results }) => {
    it.each(MEASURED.flatMap((found) => DECLARED.map((said, index) => ({ found, said, index }))))(
      "measured $found, declared $said",
      async ({ found, said, index }) => {
        const { findings } = await decideCase(plan, base, { ...set, ...declared[said] }, measured[found]);
        expect(resultOf(findings, provision)).toBe(results[found][index]);
      },
    );
  },
);

/** Spatial provisions decided without a word of the applicant on where it lies. */
const ALONE: readonly (readonly [
  plan: string,
  base: string,
  provision: string,
  met: Facts,
  unmet: Facts,
  how: Result,
])[] = [
  [
    "fangcheng",
    "stone",
    "FC-SPA-01",
    {
      constraints: {
        "three-zones-two-lines": onLayer("三区两线", { overlaps: false }),
        "special-ecological": onLayer("特定", { overlaps: false }),
      },
    },
    {
      constraints: {
        "three-zones-two-lines": onLayer("三区两线", { overlaps: true }),
        "special-ecological": onLayer("特定", { overlaps: false }),
      },
    },
    "fail",
  ],
  [
    "lingbao",
    "gabbro",
    "LB-BLK-05",
    block({ relation: "inside", kind: "mining" }),
    block({ relation: "partly", kind: "mining" }),
    "fail",
  ],
  [
    "linxia",
    "sand",
    "LX-SPA-04",
    { zones: new Map([["集中开采区", onLayer("集中开采区", "inside")]]) },
    { zones: new Map([["集中开采区", onLayer("集中开采区", "partly")]]) },
    "unmet",
  ],
  [
    "pingquan",
    "iron",
    "PQ-BLK-05",
    block({ relation: "inside", kind: "mining" }),
    block({ relation: "none" }),
    "fail",
  ],
  [
    "kazuo",
    "exploration",
    "KZ-SPA-06",
    { constraints: { "nature-reserve": onLayer("保护地", { overlaps: false }) } },
    { constraints: { "nature-reserve": onLayer("保护地", { overlaps: true }) } },
    "unmet",
  ],
];

describe.each(ALONE)("%s by layers alone", (plan, base, provision, met, unmet, how) => {
  const silent = { site: null, "documents.special-justification": false };
  it(`${provision} is met`, async () => {
    expect(resultOf((await decideCase(plan, base, silent, met)).findings, provision)).toBe("pass");
  });
  it(`${provision} isn't`, async () => {
    expect(resultOf((await decideCase(plan, base, silent, unmet)).findings, provision)).toBe(how);
  });
});

/** Lists of rights that bear each other out, or don't. */
const RIGHTS: readonly (readonly [
  what: string,
  declared: readonly unknown[],
  measured: readonly MeasuredRight[],
  result: Result,
])[] = [
  [
    "the layer doesn't say whose it is, the applicant does",
    [{ id: "虚构-1", sameHolder: true }],
    UNHELD,
    "pass",
  ],
  ["nobody says whose it is", [{ id: "虚构-1" }], UNHELD, "open"],
  ["the two say whose it is differently", [{ id: "虚构-1", sameHolder: true }], right(), "open"],
  [
    "the applicant names another right than the layer",
    [RIGHT],
    right({ id: "虚构-2", sameHolder: true }),
    "open",
  ],
  ["the layer has one more", [RIGHT], [...right(), ...right({ id: "虚构-2" })], "unmet"],
  ["nothing declared, and the layer has only the applicant's own", [], right({ sameHolder: true }), "pass"],
  ["a right declared that is touched and no more", [{ ...RIGHT, overlapKm2: 0 }], [], "pass"],
  [
    "an exploration right declared, a mining right measured",
    [{ ...RIGHT, id: undefined, right: "exploration" }],
    right(),
    "open",
  ],
];

describe("the lists of existing rights", () => {
  it.each(RIGHTS)("%s", async (_what, declared, measured, result) => {
    const { findings } = await decideCase(
      "fangcheng",
      "gold",
      { "site.existingRights": declared },
      { existingRights: onLayer("矿业权", measured) },
    );
    expect(resultOf(findings, "FC-SPA-06")).toBe(result);
  });
});

/** Areas against each other: a renewal that takes more ground is an enlargement. */
const GROWTH: readonly (readonly [what: string, set: Changes, facts: Facts, grows: boolean | "open"])[] = [
  [
    "the same area, as far as the licence prints it",
    { "base.areaKm2": 1.2346 },
    { areaKm2: km2("1.23463") },
    false,
  ],
  ["more than its licence prints", { "base.areaKm2": 1.2346 }, { areaKm2: km2("1.2348") }, true],
  ["less", { "base.areaKm2": 1.2346 }, { areaKm2: km2("1.1") }, false],
  [
    "stated as before, measured larger",
    { areaKm2: 1.2346, "base.areaKm2": 1.2346 },
    { areaKm2: km2("1.4") },
    "open",
  ],
  [
    "both measured",
    { "base.areaKm2": null },
    { areaKm2: km2("1.00001"), base: { within: onLayer("矿业权", false), areaKm2: km2("1") } },
    true,
  ],
  [
    "both measured, and different by less than computing them",
    { "base.areaKm2": null },
    { areaKm2: km2("1.0000000001"), base: { within: onLayer("矿业权", true), areaKm2: km2("1") } },
    false,
  ],
];

describe("a renewal by its boundary", () => {
  it.each(GROWTH)("%s", async (_what, set, facts, grows) => {
    const silent = { "site.constraints.ecological-redline": null };
    const { findings } = await decideCase(
      "kazuo",
      "stone renewal",
      { ...silent, ...set },
      {
        ...facts,
        constraints: { "ecological-redline": onLayer("红线", { overlaps: true }) },
      },
    );
    // Only an expansion is kept off the redline.
    expect(resultOf(findings, "KZ-SPA-06@prohibited-area")).toBe(
      { true: "unmet", false: "not-applicable", open: "open" }[String(grows)],
    );
  });
});

describe("what a report says of its sources", () => {
  const said = async (set: Changes, facts: Facts, key: string) => {
    const { findings } = await decideCase("fangcheng", "stone", set, facts);
    const [clause, rule] = key.split("@");
    const found = findings.find((one) => one.rule === rule && one.clauses.some(({ id }) => id === clause));
    return { ...found?.message(), missing: found?.missing?.map(({ field, why }) => `${field}: ${why.zh}`) };
  };

  it("names the layer and its date beside what was measured, and what was only declared", async () => {
    const facts = { constraints: { "three-zones-two-lines": onLayer("三区两线", { overlaps: false }) } };
    const { zh, en } = await said({}, facts, "FC-SPA-01@prohibited-area");
    expect(zh).toContain(
      "不与三区两线可视范围重叠（按图层量算 三区两线.shp，现势 2024-05-01），不与特定生态保护区域重叠（申报）",
    );
    expect(en).toContain("(measured on 三区两线.shp, as of 2024-05-01)");
    expect(en).toContain("(as declared)");
  });

  it("names both areas where they differ", async () => {
    const overlap = onLayer("三区两线", { overlaps: true, km2: km2("0.0123") });
    const { zh } = await said(
      { "site.constraints.three-zones-two-lines": 0.05 },
      { constraints: { "three-zones-two-lines": overlap } },
      "FC-SPA-01@prohibited-area",
    );
    expect(zh).toContain(
      "三区两线可视范围（0.0123 平方千米，按图层量算 三区两线.shp，现势 2024-05-01，申报 0.05 平方千米）",
    );
  });

  it("names both values of a contradiction, and the layer", async () => {
    const overlap = onLayer("三区两线", { overlaps: true, km2: km2("0.0123") });
    const { zh, missing } = await said(
      {},
      { constraints: { "three-zones-two-lines": overlap } },
      "FC-SPA-01@prohibited-area",
    );
    expect(zh).toContain("与三区两线可视范围的关系不能判定");
    expect(missing).toEqual([
      "site.constraints.three-zones-two-lines: 申报：不重叠；按图层量算 三区两线.shp，现势 2024-05-01：重叠 0.0123 平方千米；两者矛盾",
    ]);
  });

  it("says why a layer can't decide", async () => {
    const { missing } = await said(
      {},
      { constraints: { "three-zones-two-lines": undecided("三区两线") } },
      "FC-SPA-01@prohibited-area",
    );
    expect(missing).toEqual(["layers.三区两线: 三区两线.shp 第 3 个图形自相交"]);
  });

  it("prints a measured area with four digits", async () => {
    const { findings } = await decideCase(
      "fangcheng",
      "stone",
      { areaKm2: null },
      { areaKm2: km2("2.345678") },
    );
    const told = findings.filter(({ rule }) => rule === "designated-zone").map(({ message }) => message().zh);
    expect(told.join("\n")).toContain("面积 2.3457 平方千米（按坐标量算）");
  });

  it("tells of zones whose layers don't go together", async () => {
    const zones: MeasuredSite["zones"] = new Map([
      ["集中开采区", onLayer<Relation>("集中开采区", "outside")],
      [ZONE, onLayer<Relation>("史家庄", "inside")],
    ]);
    const { missing } = await said({ "site.zones": null }, { zones }, "FC-SPA-07@designated-zone");
    expect(missing).toEqual(["layers.zones: 区类图层与单个分区的图层不一致"]);
  });
});
