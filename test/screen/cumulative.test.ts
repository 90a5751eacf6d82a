import { describe, expect, it } from "vitest";
import { type Batch, candidate, casesOf, type Fields, inOrder, short } from "../support/in-order.ts";

const lines = async (batch: Batch) => (await inOrder(batch)).map(short);
const many = (plan: string, base: string, count: number, more: Fields = {}) =>
  Array.from({ length: count }, (_, index) => candidate(plan, base, index + 1, more));
const register = (plan: string, more: Fields = {}) => ({ ...casesOf(plan).register, ...more });

const gold = (count: number, more: Fields = {}) => many("fangcheng", "gold", count, more);
const mines = (number: number) => register("fangcheng", { mines: number, largeMediumMines: number });

describe("mines in order", () => {
  const FULL = "review>review no";
  const NO_ROOM = "pass>review no";
  const FITS = "pass>pass yes";

  it.each([
    ["two left", 42, [FITS, FITS, NO_ROOM, NO_ROOM]],
    ["one left", 43, [FITS, NO_ROOM, NO_ROOM, NO_ROOM]],
    ["none left", 44, [FULL, FULL, FULL, FULL]],
    ["more than the plan has", 60, [FULL, FULL, FULL, FULL]],
  ])("%s", async (_name, present, expected) => {
    expect(await lines({ plan: "fangcheng", register: mines(present), candidates: gold(4) })).toEqual(
      expected,
    );
  });

  it("fails where the number is binding", async () => {
    const given = register("linxia", { mines: 22, largeMediumMines: 20 });
    const rows = await inOrder({ plan: "linxia", register: given, candidates: many("linxia", "water", 3) });
    expect(rows.map(short)).toEqual([FITS, FITS, "pass>fail no"]);
    const [, , { cumulative, fails } = {}] = rows;
    expect(cumulative?.binding).toMatchObject({ rule: "mine-count", clause: "LX-CNT-01", outcome: "fail" });
    expect(cumulative?.binding?.message.en).toContain("Counting those before it that pass (2)");
    expect(cumulative?.fails).toEqual(["mine-count@LX-CNT-01"]);
    expect(fails).toEqual([]);
  });

  it("of an unknown number stay under review", async () => {
    const { mines: _, ...unstated } = mines(1);
    const open = ["review>review maybe", "review>review maybe"];
    expect(await lines({ plan: "fangcheng", register: unstated, candidates: gold(2) })).toEqual(open);
    expect(await lines({ plan: "fangcheng", candidates: gold(2) })).toEqual(open);
  });

  it("leave to a person what fits only if one under review before it isn't granted", async () => {
    const [first, second, third] = gold(3) as [Fields, Fields, Fields];
    const candidates = [{ ...first, explorationDegree: undefined }, second, third];
    const rows = await inOrder({ plan: "fangcheng", register: mines(43), candidates });
    expect(rows.map(short)).toEqual(["review>review maybe", "pass>review maybe", "pass>review maybe"]);
    expect(rows[1]?.cumulative?.binding?.message.en).toMatch(/^If all before it were granted \(1\)/);
  });

  it("aren't taken by one that fails", async () => {
    const [first, second] = gold(2) as [Fields, Fields];
    const candidates = [{ ...first, output: { value: 1, unit: "万吨/年", of: "ore" } }, second];
    expect(await lines({ plan: "fangcheng", register: mines(43), candidates })).toEqual([
      "fail>fail no",
      FITS,
    ]);
  });

  it("aren't taken by exploration, nor by what grows from a mine that exists", async () => {
    const [first, last] = gold(2) as [Fields, Fields];
    const base = { right: "mining", sameHolder: true, id: ["甲", "乙"] };
    const candidates = [
      ...many("fangcheng", "exploration", 1),
      candidate("fangcheng", "renewal", 7),
      { ...first, id: "虚构-整合", base: { ...base, relation: "merger" } },
      { ...first, id: "虚构-扩大", base: { ...base, relation: "enlargement" } },
      last,
    ];
    const rows = await lines({ plan: "fangcheng", register: mines(43), candidates });
    expect(rows.map((row) => row.split(" ")[0])).not.toContain("fail>fail");
    expect(rows.at(-1)).toBe(FITS);
  });

  it("may be taken by what enlarges a mine whose holder isn't stated", async () => {
    const [first, last] = gold(2) as [Fields, Fields];
    const grown = { ...first, base: { right: "mining", relation: "enlargement", id: ["甲"] } };
    const rows = await lines({ plan: "fangcheng", register: mines(43), candidates: [grown, last] });
    expect(rows[1]).toBe("pass>review maybe");
  });

  it("are counted once of a candidate that the register lists already", async () => {
    const rights = Array.from({ length: 43 }, (_, index) => ({
      id: `虚构-已设-${index}`,
      mineral: "萤石",
      mineSize: "large",
      output: { value: 1, unit: "吨/年", of: "mineral" },
    }));
    const [first, second, third] = gold(3) as [Fields, Fields, Fields];
    const candidates = [{ ...first, id: "虚构-已设-7" }, second, third];
    expect(await lines({ plan: "fangcheng", register: rights, candidates })).toEqual([
      "pass>pass no",
      FITS,
      NO_ROOM,
    ]);
  });

  it("of one mineral are counted apart", async () => {
    const { site, applicant } = casesOf("lingbao").base["stone"] as { site: Fields; applicant: Fields };
    const stone = many("lingbao", "stone", 5, {
      site,
      applicant: { ...applicant, name: "（虚构）一家公司" },
    });
    const given = register("lingbao", { minesOf: [{ mineral: "建筑石料", mines: 1 }], mines: 30 });
    const rows = await inOrder({ plan: "lingbao", register: given, candidates: stone });
    const counts = rows.map(({ cumulative }) => cumulative?.fails.includes("mine-count@LB-CNT-01"));
    expect(counts).toEqual([false, false, true, true, true]);
  });
});

describe("outputs in order", () => {
  const iron = (outputs: readonly number[], more: Fields = {}) =>
    outputs.map((value, index) =>
      candidate("kazuo", "iron", index + 1, { output: { value, unit: "万吨/年", of: "ore" }, ...more }),
    );
  const present = (value: number) => ({
    ...register("kazuo", { mines: 20, largeMediumMines: 15 }),
    outputOf: [{ mineral: "铁矿", value, unit: "万吨/年", of: "ore" }],
  });
  const fits = async (value: number, candidates: readonly Fields[]) =>
    (await inOrder({ plan: "kazuo", register: present(value), candidates })).map(
      ({ cumulative }) =>
        `${cumulative?.fails.includes("production-total@KZ-QTA-01") ? "over" : cumulative?.reviews.includes("production-total@KZ-QTA-01") ? "open" : "within"} ${cumulative?.takes}`,
    );

  it("a smaller one still fits after one that doesn't", async () => {
    expect(await fits(100, iron([60, 50, 40, 40]))).toEqual([
      "within yes",
      "over no",
      "within yes",
      "over no",
    ]);
  });

  it("just fill the total, and no more", async () => {
    expect(await fits(140, iron([60]))).toEqual(["within yes"]);
    expect(await fits(80, iron([60, 60, 60]))).toEqual(["within yes", "within yes", "over no"]);
  });

  it("of a basis that nobody stated leave those after it open", async () => {
    const [first, second] = iron([60, 60]) as [Fields, Fields];
    const unclear = { ...first, output: undefined };
    expect(await fits(100, [unclear, second])).toEqual(["open maybe", "open maybe"]);
  });

  it("of an expansion count as their growth, which isn't known", async () => {
    const [first, second] = iron([60, 60]) as [Fields, Fields];
    const expansion = { ...first, operation: "change", changes: ["scale-expansion"] };
    const [, after] = await fits(100, [expansion, second]);
    expect(after).toBe("open maybe");
    const [, roomy] = await fits(20, [expansion, second]);
    expect(roomy).toBe("within yes");
  });
});

describe("zones in order", () => {
  const stone = (number: number, zone: string) => {
    const { site, ...rest } = candidate("fangcheng", "stone", number);
    return { ...rest, site: { ...(site as Fields), zones: [{ name: zone, relation: "inside" }] } };
  };
  const HERE = "方城县史家庄建筑用花岗岩集中开采区";
  const THERE = "方城县榆林坪建筑用大理岩集中开采区";

  it("take one right each, where the plan has one", async () => {
    const rows = await inOrder({
      plan: "fangcheng",
      register: register("fangcheng"),
      candidates: [stone(1, HERE), stone(2, HERE), stone(3, THERE)],
    });
    const open = rows.map(({ cumulative }) =>
      cumulative?.reviews.some((name) => name.startsWith("zone-capacity@")),
    );
    expect(open).toEqual([false, true, false]);
  });
});

describe("blocks in order", () => {
  const inBlock = (number: number, name: string | undefined, applicant: string | undefined) => {
    const given = candidate("kazuo", "iron", number) as Fields & { site: Fields; applicant: Fields };
    const block = { ...(given.site["block"] as Fields), name };
    return { ...given, applicant: { ...given.applicant, name: applicant }, site: { ...given.site, block } };
  };
  const roomy = register("kazuo", { mines: 5, largeMediumMines: 5 });

  it.each([
    ["another holder's in the same block", inBlock(2, "甲区块", "乙公司"), "unmet"],
    ["the same holder's", inBlock(2, "甲区块", "甲公司"), "met"],
    ["another block", inBlock(2, "乙区块", "乙公司"), "met"],
    ["nobody says which block", inBlock(2, undefined, "乙公司"), "unmet"],
    ["nobody says whose", inBlock(2, "甲区块", undefined), "unmet"],
  ])("%s", async (_name, second, expected) => {
    const [, row] = await inOrder({
      plan: "kazuo",
      register: roomy,
      candidates: [inBlock(1, "甲区块", "甲公司"), second],
    });
    const isOpen = row?.cumulative?.reviews.includes("planned-block@KZ-BLK-08");
    expect(row?.reviews).not.toContain("planned-block@KZ-BLK-08");
    expect(isOpen).toBe(expected === "unmet");
  });

  it("of the schedule are released one after the other", async () => {
    const blocksReleased = [
      { from: 2022, to: 2022, blocks: 2 },
      { from: 2023, to: 2023, blocks: 3 },
      { from: 2024, to: 2025, blocks: 0 },
    ];
    const sand = many("linxia", "sand", 2);
    const exploration = { ...candidate("linxia", "exploration", 9) };
    const rows = await inOrder({
      plan: "linxia",
      register: register("linxia", { blocksReleased }),
      candidates: [exploration, ...sand],
    });
    const late = rows.map(({ cumulative }) => cumulative?.reviews.includes("release-schedule@LX-BLK-06"));
    expect(late).toEqual([false, false, true]);
  });
});

describe("the share of large and medium mines in order", () => {
  const small = (number: number) => candidate("linxia", "clay", number, { mineSize: "small" });
  const share = async (candidates: readonly Fields[], largeMediumMines: number) =>
    (
      await inOrder({
        plan: "linxia",
        register: register("linxia", { mines: 9, largeMediumMines }),
        candidates,
      })
    ).map(({ verdict, cumulative }) => {
      const named = (list: readonly string[] = []) => list.some((name) => name.startsWith("size-structure@"));
      return `${verdict}: ${named(cumulative?.fails) || named(cumulative?.reviews) ? "below" : "reached"}`;
    });

  it("sinks with small ones before", async () => {
    // 3 of 10 are 30 %, 3 of 11 are not.
    const [first, second] = await share([small(1), small(2)], 3);
    expect(first).toMatch(/reached$/);
    expect(second).toMatch(/below$/);
  });

  it("is never raised by those before, since the verdict alone stands", async () => {
    const large = candidate("linxia", "clay", 1, { mineSize: "large" });
    const [, second] = await share([large, small(2)], 2);
    expect(second).toMatch(/below$/);
  });
});
