import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { run } from "../support/session.ts";

describe("mineright schema", () => {
  it.each(["application", "plan", "register", "layers", "report"])(
    "%s prints what is shipped",
    async (name) => {
      const { stdout, stderr, exit } = await run(["schema", name]);
      expect([exit, stderr]).toEqual([0, ""]);
      expect(stdout === readFileSync(join(HOME, "plans", "schema", `${name}.schema.json`), "utf8")).toBe(
        true,
      );
      expect(JSON.parse(stdout)).toHaveProperty("title");
    },
  );

  const UNKNOWN: readonly (readonly [name: string, lang: string, remedy: string])[] = [
    ["plam", "en", "did you mean plan?"],
    ["aplication", "zh", "是否为 application？"],
    ["verdicts", "en", "there are application, plan, register, layers, report"],
  ];
  it.each(UNKNOWN)("there is none called %s (%s): %s", async (name, lang, remedy) => {
    const { stdout, stderr, exit } = await run(["schema", name, "--lang", lang]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(name);
    expect(stderr).toContain(`  → ${remedy}\n`);
  });
});
