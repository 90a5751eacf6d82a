import { describe, expect, it } from "vitest";
import { readCases, withChanges } from "../support/cases.ts";
import { decide } from "../support/world.ts";

/** What the report says by national law of areas that the plan leaves out. */
async function byLaw(plan: string, base: string, set: Readonly<Record<string, unknown>>) {
  const cases = readCases(plan);
  const { findings, verdict } = await decide(plan, withChanges(cases.base[base] ?? {}, set), cases.register);
  const told = findings.filter(
    ({ rule, clauses }) => rule === "prohibited-area" && clauses.some(({ id }) => id === "矿产资源法-18"),
  );
  return { verdict, told: told.map(({ outcome, message }) => `${outcome}: ${message().en}`) };
}

const SCENIC = { "site.constraints.scenic-area": null };

describe("an area that the plan doesn't regulate", () => {
  it("is told where nobody said how the site lies to it, and doesn't weigh", async () => {
    const { verdict, told } = await byLaw("fangcheng", "gold", SCENIC);
    expect(told).toEqual([expect.stringMatching(/^note: Its relation to the scenic area isn't stated\./)]);
    expect(verdict).toBe("pass");
  });

  it("is told of a plan that closes none of them to mines", async () => {
    const [base = ""] = Object.keys(readCases("pingquan").base);
    const { told } = await byLaw("pingquan", base, { "site.constraints": null });
    expect(told).toEqual([expect.stringContaining("ecological redline, permanent basic farmland")]);
  });

  it("isn't told where it is said to be clear", async () => {
    expect((await byLaw("fangcheng", "gold", {})).told).toEqual([]);
  });

  it("is reviewed where it is overlapped", async () => {
    const { verdict, told } = await byLaw("fangcheng", "gold", {
      "site.constraints.scenic-area": "overlaps",
    });
    expect(told).toEqual([expect.stringMatching(/^review: It overlaps the scenic area/)]);
    expect(verdict).toBe("review");
  });

  it("isn't told of a renewal, which takes no new ground", async () => {
    expect((await byLaw("fangcheng", "renewal", SCENIC)).told).toEqual([]);
  });
});
