import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { readApplications } from "../src/input/application.ts";
import { deciderFor, fixturePath, PLAN_IDS, readRegister } from "./support/world.ts";

/** Every fixture gives the verdict that its name says; `without-register` in a name means just that. */
describe.each(PLAN_IDS)("fixtures of %s", (plan) => {
  const names = readdirSync(fixturePath(plan));
  it("are at least twelve", () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });
  it.each(names)("%s", async (name) => {
    const file = fixturePath(plan, name);
    const { applications } = await readApplications(file);
    const register = name.includes("without-register")
      ? undefined
      : await readRegister(fixturePath("registers", `${plan}.json`));
    const decider = await deciderFor(plan);
    for (const { application } of applications) {
      expect(application.plan).toBe(plan);
      expect(application.id, "synthetic data says so").toMatch(/^虚构/);
      const report = decider.decide(application, { file: basename(file), register });
      const open = report.findings
        .filter(({ outcome }) => outcome === "fail" || outcome === "review")
        .map(({ outcome, clauses, message }) => `${outcome} ${clauses[0]?.id}: ${message().zh}`);
      expect(report.verdict, open.join("\n")).toBe(name.split("-")[0]);
    }
  });
});
