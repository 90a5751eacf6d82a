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

describe("stated counts", () => {
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
