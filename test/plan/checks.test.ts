import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Example } from "../../src/plan/checks/check.ts";
import { LOCK_CHECKS } from "../../src/plan/checks/lock/checks.ts";
import { CHECKS } from "../../src/plan/checks/registry.ts";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { HOME } from "../../src/plan/home.ts";
import { lockIn } from "../../src/plan/verify/lock-file.ts";
import { checkExample, lockAsIfVerified } from "../support/checks.ts";
import { checksDocument } from "../support/checks-document.ts";
import { standards } from "../support/world.ts";

const SAMPLE = readFileSync(join(HOME, "test", "plan", "sample.yaml"), "utf8");

const LOCKED = new Set(LOCK_CHECKS.map(({ code }) => code));

async function codesOf(code: string, example: Example): Promise<readonly string[]> {
  const { diagnostics } = await checkExample(SAMPLE, example, LOCKED.has(code));
  return diagnostics.filter(({ level }) => level !== "info").map(({ code }) => code);
}

describe("the sample that examples change", () => {
  it("is sound, and every check has something to look at in it", async () => {
    const lock = lockIn(await lockAsIfVerified(SAMPLE), "plan.lock.json");
    const { diagnostics, looked } = await checkPlanFile(Buffer.from(SAMPLE), "plan.yaml", standards, lock);
    expect(diagnostics.map(({ code, level }) => [code, level])).toEqual([["quota-below-minimum", "info"]]);
    expect(CHECKS.filter(({ code }) => !((looked[code] ?? 0) > 0)).map(({ code }) => code)).toEqual([]);
  });
});

describe("plans/README.md", () => {
  it("is the catalogue as it stands: write it anew by `npm run plan-checks`", () => {
    expect(readFileSync(join(HOME, "plans", "README.md"), "utf8")).toBe(checksDocument());
  });

  it("has a code for each check, once", () => {
    expect(new Set(CHECKS.map(({ code }) => code)).size).toBe(CHECKS.length);
  });
});

describe.each(CHECKS)("$code", ({ code, wrong, right }) => {
  it("is found in its example", async () => {
    expect(await codesOf(code, wrong)).toContain(code);
  });

  it("isn't found in what is right", async () => {
    expect(await codesOf(code, right)).toEqual([]);
  });
});
