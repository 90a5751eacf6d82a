import { describe, expect, it } from "vitest";
import { known } from "../../src/model/facts.ts";
import type { Right } from "../../src/model/terms.ts";
import { words } from "../../src/model/words.ts";
import { readCases, withChanges } from "../support/cases.ts";
import { located } from "../support/location.ts";
import { decide } from "../support/world.ts";

/** What is said of existing rights by national law, of an application that a plan's cases begin with. */
async function byLaw(plan: string, set: Readonly<Record<string, unknown>>) {
  const { base, register } = readCases(plan);
  const [first = ""] = Object.keys(base);
  const { findings } = await decide(plan, withChanges(base[first] ?? {}, set), register);
  return findings
    .filter(
      ({ rule, clauses }) => rule === "existing-rights" && clauses.some(({ id }) => id === "矿产资源法-23"),
    )
    .map(({ outcome }) => outcome);
}

describe("existing rights, where the plan is silent", () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["nobody spoke of them", { "site.existingRights": null }, ["note"]],
    ["there are none", { "site.existingRights": [] }, []],
    [
      "another's is overlapped",
      { "site.existingRights": [{ id: "甲", right: "mining", sameHolder: false }] },
      ["review"],
    ],
    ["a transfer doesn't ask", { "site.existingRights": null, operation: "transfer" }, []],
  ])("%s", async (_, set, outcomes) => {
    expect(await byLaw("lingbao", set)).toEqual(outcomes);
  });

  it("says nothing by law where the plan itself asks", async () => {
    expect(await byLaw("fangcheng", { "site.existingRights": null })).toEqual([]);
  });
});

describe("layers that hold one kind of right only", () => {
  const clear = (rightsSeen: readonly Right[]) =>
    located({
      existingRights: known([], "layers.existingRights", words("采矿权.shp", "采矿权.shp")),
      rightsSeen,
    });

  it.each<[string, readonly Right[], unknown, string]>([
    ["both kinds", ["mining", "exploration"], null, "pass"],
    ["the other kind than the one asked", ["exploration"], null, "review"],
    ["the other kind, and this one is declared", ["exploration"], [], "pass"],
  ])("%s", async (_, seen, declared, outcome) => {
    const { base, register } = readCases("fangcheng");
    const application = withChanges(base["gold"] ?? {}, { "site.existingRights": declared });
    const { findings } = await decide("fangcheng", application, register, clear(seen));
    const found = findings.filter(
      ({ rule, outcome: is }) => rule === "existing-rights" && is !== "not-applicable",
    );
    expect(found.map((one) => one.outcome)).toContain(outcome);
  });
});
