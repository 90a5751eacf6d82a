import { describe, expect, it } from "vitest";
import { bothWays, outcomeOfClause, readCases, withChanges } from "./support/cases.ts";
import { decide, library, PLAN_IDS } from "./support/world.ts";

describe.each(PLAN_IDS)("cases of %s", (plan) => {
  const file = readCases(plan);
  it.each(file.cases.map((one) => [one.name, one] as const))("%s", async (_name, one) => {
    const base = file.base[one.base ?? Object.keys(file.base)[0] ?? ""];
    expect(base, `base application ${one.base}`).toBeDefined();
    const register = one.register === "none" ? undefined : withChanges(file.register, one.register);
    const report = await decide(plan, withChanges(base ?? {}, one.set), register);
    const outcomes = Object.keys(one.findings ?? {}).map((key) => [
      key,
      outcomeOfClause(report.findings, key),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual(one.findings ?? {});
    const open = report.findings
      .filter(({ outcome }) => outcome === "fail" || outcome === "review")
      .map(({ outcome, clauses, message }) => `${outcome} ${clauses[0]?.id}: ${message().zh}`);
    if (one.verdict !== undefined) expect(report.verdict, open.join("\n")).toBe(one.verdict);
  });

  it("decide every binding clause that a rule uses both ways, or the file says why not", async () => {
    const decided = bothWays(file);
    const oneSided = (await library.load(plan)).plan.clauses
      .filter(({ use, force, id }) => use === undefined && force !== "expected" && !decided.has(id))
      .map(({ id }) => id);
    expect(
      oneSided,
      "add a case in which the clause passes and one in which it fails or is reviewed, or a line under oneSided",
    ).toEqual(Object.keys(file.oneSided ?? {}));
  });
});
