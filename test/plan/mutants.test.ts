import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/input/document.ts";
import { HOME } from "../../src/plan/home.ts";
import { lockBeside } from "../../src/plan/verify/lock-file.ts";
import { isRefused, validated } from "../support/mutation/judge.ts";
import { mutantsOf } from "../support/mutation/mutants.ts";
import { sampleOf } from "../support/mutation/sample.ts";
import { PLAN_IDS } from "../support/world.ts";

const SAMPLE = 200;

describe("one value altered in a bundled plan", () => {
  it.each(PLAN_IDS)(
    "%s: is refused, whatever it is, where the plan's text isn't at hand",
    async (id) => {
      const file = join(HOME, "plans", `${id}.yaml`);
      const document = await parseDocument(readFileSync(file, "utf8"), `plans/${id}.yaml`);
      const lock = lockBeside(file, `plans/${id}.yaml`);
      expect(await validated(document, lock)).toEqual([]);
      const mutants = sampleOf(mutantsOf(document), SAMPLE, id);
      expect(mutants).toHaveLength(SAMPLE);
      const missed: string[] = [];
      for (const mutant of mutants) {
        if (!(await isRefused(mutant.make(), lock)))
          missed.push(`${mutant.key}: ${mutant.from} → ${mutant.to}`);
      }
      expect(missed).toEqual([]);
    },
    120_000,
  );
});
