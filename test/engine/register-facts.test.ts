import { describe, expect, it } from "vitest";
import { outcomeOfClause, readCases } from "../support/cases.ts";
import { decide } from "../support/world.ts";

/** A register that lists rights instead of stating counts. */
describe("a list of rights", () => {
  const { gold } = readCases("fangcheng").base;
  const rights = (minerals: readonly (string | undefined)[]) =>
    minerals.map((mineral, index) => ({
      id: `虚构-${index}`,
      right: "mining",
      mineSize: "large",
      ...(mineral === undefined ? {} : { mineral }),
    }));
  const count = async (minerals: readonly (string | undefined)[]) =>
    outcomeOfClause((await decide("fangcheng", gold, { rights: rights(minerals) })).findings, "FC-CNT-01");

  it("counts solid mines where the plan does: geothermal is none", async () => {
    const solid = Array<string>(43).fill("萤石");
    expect(await count([...solid, "地热", "矿泉水"])).toBe("pass");
    expect(await count([...solid, "铁矿"])).toBe("review");
  });

  it("counts a right that doesn't say of what it is", async () => {
    expect(await count([...Array<string>(43).fill("萤石"), undefined])).toBe("review");
  });
});

describe("a list of rights, of a mineral or zone not clearly named", () => {
  const { base } = readCases("lingbao");
  const listed = (...minerals: readonly string[]) => ({
    rights: minerals.map((mineral, index) => ({ id: `虚构-${index}`, mineral, mineSize: "large" })),
  });

  it.each([
    ["石料", "fail"],
    ["砂石料", "review"],
    ["石灰岩", "review"],
    ["片麻岩", "review"],
    ["普通建筑用砂石土", "review"],
    ["水泥用灰岩", "pass"],
    ["金矿", "pass"],
  ])("three rights for %s beside a new one for building stone: %s", async (mineral, outcome) => {
    const { findings } = await decide("lingbao", base["stone"], listed(mineral, mineral, mineral));
    expect(outcomeOfClause(findings, "LB-CNT-01")).toBe(outcome);
  });

  it.each([
    ["方城县史家庄建筑用花岗岩集中开采区", "review"],
    ["史家庄花岗岩采区", "review"],
    ["方城县河沟建筑用安山岩集中开采区", "pass"],
  ])("a right in %s, beside a new one in 史家庄: %s", async (zone, outcome) => {
    const rights = [{ id: "虚构-1", mineral: "建筑用花岗岩", zone }];
    const { findings } = await decide("fangcheng", readCases("fangcheng").base["stone"], { rights });
    expect(outcomeOfClause(findings, "FC-SPA-08@zone-capacity")).toBe(outcome);
  });
});

describe("a list of rights with boundaries", () => {
  const geometry = { type: "Polygon", coordinates: [] };
  const right = (id: string, more: object) => ({ id, mineral: "建筑用花岗岩", mineSize: "large", ...more });
  const other = "方城县河沟建筑用安山岩集中开采区";

  // Where they lie follows from the boundaries, so that silence about zones isn't a statement.
  it.each([
    ["no boundary and no zone", [right("1", {})], "pass"],
    ["a boundary and no zone", [right("1", { geometry })], "review"],
    ["a boundary and a zone", [right("1", { geometry, zone: other })], "pass"],
    ["a zone of some of them", [right("1", { geometry, zone: other }), right("2", { geometry })], "pass"],
  ])("%s", async (_name, rights, outcome) => {
    const { findings } = await decide("fangcheng", readCases("fangcheng").base["stone"], { rights });
    expect(outcomeOfClause(findings, "FC-SPA-08@zone-capacity")).toBe(outcome);
  });
});

describe("a list of rights, of outputs", () => {
  const { base } = readCases("kazuo");
  const ore = (value: number) => ({ value, unit: "万吨/年", of: "ore" });

  it.each([
    ["within the total", [ore(10)], "pass"],
    ["beyond it, told after the concentrate", [{ ...ore(60), of: "concentrate" }, ore(190)], "fail"],
    ["that contradict each other", [ore(10), ore(190)], "review"],
  ])("%s", async (_what, output, outcome) => {
    const rights = [{ id: "虚构-1", mineral: "铁矿", mineSize: "large", output }];
    const { findings } = await decide("kazuo", base["iron"], { rights });
    expect(outcomeOfClause(findings, "KZ-QTA-01")).toBe(outcome);
  });
});

describe("stated counts", () => {
  it("of blocks for one year twice say nothing of the other year", async () => {
    const {
      base: { sand },
      register,
    } = readCases("linxia");
    const blocksReleased = [0, 0].map((blocks) => ({ from: 2024, to: 2024, blocks }));
    const { findings } = await decide("linxia", sand, { ...register, blocksReleased });
    expect(outcomeOfClause(findings, "LX-BLK-06")).toBe("review");
  });

  it("that give a zone two numbers of rights say nothing of it", async () => {
    const {
      base: { stone },
      register,
    } = readCases("fangcheng");
    const zones = [0, 1].map((rights) => ({ name: "方城县史家庄建筑用花岗岩集中开采区", rights }));
    const { findings } = await decide("fangcheng", stone, { ...register, zones });
    expect(outcomeOfClause(findings, "FC-SPA-08@zone-capacity")).toBe("review");
  });
});
