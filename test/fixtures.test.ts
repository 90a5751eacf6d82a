import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { readApplications } from "../src/input/application.ts";
import {
  deciderFor,
  fixtureNames,
  fixturePath,
  locatedByLayers,
  PLAN_IDS,
  readRegister,
} from "./support/world.ts";

/**
 * Every fixture gives the verdict that its name says; `without-register` in a name means just that. One with
 * a boundary is decided from the layers of its plan.
 */
describe.each(PLAN_IDS)("fixtures of %s", (plan) => {
  const names = fixtureNames(plan);
  it("are at least twelve", () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });
  it("pass and fail by layers alone, without any statement of where they lie", async () => {
    const verdicts = new Set<string>();
    for (const name of names) {
      const [one] = (await readApplications(fixturePath(plan, name))).applications;
      if (one?.application.geometry !== undefined && one.application.site === undefined)
        verdicts.add(name.split("-")[0] ?? "");
    }
    expect([...verdicts].sort()).toEqual(expect.arrayContaining(["fail", "pass"]));
  });
  it.each(names)("%s", async (name) => {
    const file = fixturePath(plan, name);
    const { applications } = await readApplications(file);
    const register = name.includes("without-register")
      ? undefined
      : await readRegister(fixturePath("registers", `${plan}.json`));
    const decider = await deciderFor(plan);
    const located = await locatedByLayers(plan, applications);
    for (const one of applications) {
      const { application } = one;
      expect(application.plan).toBe(plan);
      expect(application.id, "synthetic data says so").toMatch(/^虚构/);
      const report = decider.decide(application, {
        file: basename(file),
        register,
        location: located.get(one),
      });
      const open = report.findings
        .filter(({ outcome }) => outcome === "fail" || outcome === "review")
        .map(({ outcome, clauses, message }) => `${outcome} ${clauses[0]?.id}: ${message().zh}`);
      expect(report.verdict, open.join("\n")).toBe(name.split("-")[0]);
    }
  });
});
