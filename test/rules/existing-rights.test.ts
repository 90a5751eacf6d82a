import { describe, expect, it } from "vitest";
import { readCases, withChanges } from "../support/cases.ts";
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
