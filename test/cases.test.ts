import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outcomeOfClause, readCases, withChanges } from "./support/cases.ts";
import { decide, fixturePath, PLAN_IDS } from "./support/world.ts";

describe.each(PLAN_IDS.filter((plan) => existsSync(fixturePath("..", "test", "cases", `${plan}.yaml`))))(
  "%s",
  (plan) => {
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
  },
);
