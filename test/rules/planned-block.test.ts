import { describe, expect, it } from "vitest";
import { known } from "../../src/model/facts.ts";
import { words } from "../../src/model/words.ts";
import { readCases, withChanges } from "../support/cases.ts";
import { located } from "../support/location.ts";
import { decide } from "../support/world.ts";

const { base, register } = readCases("lingbao");
const [first = ""] = Object.keys(base);
const NEW = {
  right: "mining",
  operation: "new",
  mineral: "建筑石料用片麻岩",
  base: null,
  "declarations.plan-adjusted": null,
};

async function found(
  set: Readonly<Record<string, unknown>>,
  location = undefined as Parameters<typeof decide>[3],
) {
  const { findings } = await decide(
    "lingbao",
    withChanges(base[first] ?? {}, { ...NEW, ...set }),
    register,
    location,
  );
  return findings.filter(({ rule }) => rule === "planned-block");
}

describe("a block that the plan doesn't list", () => {
  it.each([
    ["by its name", { kind: "mining", relation: "inside", name: "灵宝市某矿", mineral: "建筑石料用片麻岩" }],
    ["by its mineral", { kind: "mining", relation: "inside", mineral: "萤石" }],
  ])("%s: the remedy lists those that it does, and what settles it", async (_, block) => {
    const open = (await found({ "site.block": block })).filter(({ outcome }) => outcome === "review");
    const remedies = open.map(({ remedy }) => remedy?.());
    expect(remedies).toContainEqual(
      expect.objectContaining({
        by: "authority",
        words: expect.objectContaining({ zh: expect.stringContaining("灵宝市车仓峪口建筑石料用片麻岩矿") }),
      }),
    );
    for (const one of remedies) expect(one?.words.zh).not.toContain("将范围调整到规划区块内");
  });

  it("is moved into one only where it lies outside", async () => {
    const remedies = (await found({ "site.block": { kind: "mining", relation: "none" } })).map(({ remedy }) =>
      remedy?.(),
    );
    expect(remedies.some((one) => one?.words.zh.includes("将范围调整到规划区块内"))).toBe(true);
  });
});

describe("rights of other holders in the block", () => {
  it("are named with the register that has them, and the applicant must go elsewhere", async () => {
    const location = located({
      block: known(
        {
          relation: "inside",
          kind: "mining",
          name: "灵宝市车仓峪口建筑石料用片麻岩矿",
          rights: 1,
          rightsHeld: {
            names: words("采矿权 C41（乙公司）", "mining right C41 (乙公司)"),
            field: "register.rights",
            source: words("登记.csv", "登记.csv"),
          },
        },
        "layers.blocks",
        words("区块.shp", "区块.shp"),
      ),
    });
    const open = (await found({ "site.block": null }, location)).filter(({ message }) =>
      message().zh.startsWith("区块内其他主体"),
    );
    expect(open.map(({ message }) => message().zh.split("，")[0])).toEqual([
      "区块内其他主体的矿业权：1 个：采矿权 C41（乙公司）（按图层量算 登记.csv）",
    ]);
    expect(open[0]?.remedy?.()).toMatchObject({
      by: "applicant",
      words: { zh: expect.stringContaining("C41") },
    });
  });
});
