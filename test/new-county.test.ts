import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HOME } from "../src/plan/home.ts";
import { inScratch } from "./support/scratch.ts";
import { run } from "./support/session.ts";

const COUNTY = join(HOME, "fixtures", "new-county");
const PLAN = join(COUNTY, "qingshan.yaml");
const TEXT = join(COUNTY, "qingshan.txt");
const CASES = join(COUNTY, "cases.yaml");

/** A county that doesn't exist, added as README's "Adding a county" tells a newcomer to. */
describe("a county added by README's steps", () => {
  it.each([PLAN, TEXT, CASES])("%s says that it is made up", (file) => {
    expect(readFileSync(file, "utf8").split("\n").slice(0, 2).join("")).toContain("虚构");
  });

  it("has a sound plan, without anything to remark", async () => {
    const { stdout, exit } = await run(["plan", "validate", PLAN, "--fail-on", "info", "--lang", "en"]);
    expect(stdout).toMatch(/^sound: 1 file, .*; 0 errors, 0 warnings, \d+ info$/m);
    expect(exit).toBe(0);
  });

  describe("verified against its text", () => {
    inScratch();

    it("has every value in it, and the lock that stands beside it", async () => {
      copyFileSync(PLAN, "qingshan.yaml");
      const args = ["plan", "verify", "qingshan.yaml", "--text", TEXT, "--strict", "--lang", "en"];
      const { stdout, exit } = await run(args);
      expect(stdout).toContain("(100.0 %)");
      expect(exit).toBe(0);
      const lock = (file: string) => JSON.parse(readFileSync(file, "utf8")) as unknown;
      expect(
        lock("qingshan.lock.json"),
        "after a change: mineright plan verify, and commit the lock",
      ).toEqual(lock(join(COUNTY, "qingshan.lock.json")));
    });
  });

  it("has cases that come out as expected", async () => {
    const { stdout, exit } = await run(["plan", "test", CASES, "--plan", PLAN, "--lang", "en"]);
    expect(stdout).toMatch(/^(\d+) cases: \1 as expected, 0 not$/m);
    expect(exit).toBe(0);
  });

  it("has cases for every binding clause, and every normative line is accounted for", async () => {
    const args = ["--cases", CASES, "--text", TEXT, "--fail-under", "100", "--lang", "en"];
    const { stdout, exit } = await run(["plan", "coverage", PLAN, ...args]);
    expect(stdout).toContain("100 %");
    expect(stdout).not.toContain("✗");
    expect(exit).toBe(0);
  });
});
