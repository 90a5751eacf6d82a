import { describe, expect, it } from "vitest";
import { readKey } from "../src/plan/cases/names.ts";
import { prepareCases } from "../src/plan/cases/prepare.ts";
import { runCase } from "../src/plan/cases/run.ts";
import { bindingClauses, Exercise } from "../src/plan/coverage/exercise.ts";
import { readCases } from "./support/cases.ts";
import { deciderFor, library, PLAN_IDS, standards } from "./support/world.ts";

describe.each(PLAN_IDS)("cases of %s", async (plan) => {
  const file = readCases(plan);
  const inForce = await library.load(plan);
  const decider = await deciderFor(plan);
  const prepared = prepareCases(file, inForce, standards);
  const exercise = new Exercise();

  it.each(prepared.map((one) => [one.one.name, one] as const))("%s", (_name, one) => {
    const { mismatches, met } = runCase(one, file, decider);
    for (const [key, outcome] of Object.entries(met)) exercise.add(readKey(key).clause, outcome);
    expect(mismatches).toEqual([]);
  });

  it("decide every binding clause that a rule uses both ways, or the file says why not", () => {
    expect(
      bindingClauses(inForce.plan).filter((id) => exercise.of(id) !== "both"),
      "add a case in which the clause passes and one in which it fails or is reviewed, or a line under oneSided",
    ).toEqual(Object.keys(file.oneSided ?? {}));
  });
});
