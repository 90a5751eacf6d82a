import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GrantedRights } from "../../src/engine/granted/granted-rights.ts";
import type { Finding } from "../../src/model/finding.ts";
import { SEVERITY } from "../../src/model/outcome.ts";
import { RESULTS } from "../../src/model/screen-row.ts";
import { candidate, casesOf, type Fields, inOrder } from "../support/in-order.ts";
import { decide, deciderFor, PLAN_IDS, readApplication } from "../support/world.ts";

/** Batches of a plan's own applications, some of them with a fact less, and registers from empty to overfull. */
function batches(plan: string) {
  const { base, register = {} } = casesOf(plan);
  const bases = Object.keys(base);
  const mines = bases.filter((name) => {
    const { right, operation } = base[name] as Stated;
    return right === "mining" && operation === "new";
  });
  const lacks = ["output", "mineSize", "documents", "date", "explorationDegree", "site", "applicant"];
  const one = fc.record({
    base: seldom(fc.constantFrom(...mines), fc.constantFrom(...bases)),
    lacks: seldom(fc.constant(null), fc.constantFrom(...lacks)),
    size: seldom(fc.constant(null), fc.constantFrom("small", "medium", "large")),
    sameBlock: seldom(fc.constant(false), fc.constant(true)),
  });
  const stated = fc.record({
    mines: seldom(
      fc.integer({ min: -1, max: 3 }).map((left) => (MOST[plan] ?? 30) - left),
      fc.constantFrom(undefined, 0, 20),
    ),
    largeShare: fc.constantFrom(0, 29, 35, 42, 100),
    without: seldom(fc.constant(null), fc.constantFrom("outputOf", "zones", "blocksReleased", "minesOf")),
  });
  return fc
    .record({ list: fc.array(one, { minLength: 2, maxLength: 6 }), stated })
    .map(({ list, stated }) => ({
      candidates: list.map(({ base: name, lacks, size, sameBlock }, index): Fields => {
        const given = candidate(plan, name, index + 1);
        const changed = size === null ? given : { ...given, mineSize: size };
        const asIs = sameBlock ? { ...changed, site: (base[name] as Fields)["site"] } : changed;
        return lacks === null ? asIs : { ...asIs, [lacks]: undefined };
      }),
      register: registerOf(register as Fields, stated),
    }));
}

/** So many mines the plans have, at most. */
const MOST: Readonly<Record<string, number>> = {
  fangcheng: 44,
  kazuo: 30,
  lingbao: 39,
  linxia: 24,
  pingquan: 50,
};

function seldom<A, B>(mostly: fc.Arbitrary<A>, sometimes: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 5, arbitrary: mostly }, { weight: 1, arbitrary: sometimes });
}

function registerOf(
  register: Fields,
  { mines, largeShare, without }: { mines: number | undefined; largeShare: number; without: string | null },
): Fields {
  const largeMediumMines = mines === undefined ? undefined : Math.floor((mines * largeShare) / 100);
  const changed = { ...register, mines, largeMediumMines };
  return without === null ? changed : { ...changed, [without]: undefined };
}

describe.each(PLAN_IDS)("counts in order, %s", (plan) => {
  it("no candidate is better off in order than alone, nor takes more room than there is", async () => {
    await fc.assert(
      fc.asyncProperty(batches(plan), async ({ candidates, register }) => {
        const rows = await inOrder({ plan, register, candidates });
        for (const { verdict, cumulative } of rows) {
          expect(RESULTS.indexOf(cumulative?.verdict ?? "pass")).toBeGreaterThanOrEqual(
            RESULTS.indexOf(verdict),
          );
          if (cumulative?.takes === "yes") expect(cumulative.verdict).toBe("pass");
          for (const { left, rule } of cumulative?.verdict === "pass" ? cumulative.margins : [])
            if (rule === "mine-count" || rule === "zone-capacity")
              expect(Number(left)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 12, seed: 20260101 },
    );
  });

  /**
   * An office that enters each right into its register when it is granted, and checks the next one against that
   * register, passes whatever passes in order.
   */
  it("what passes in order passes against the register that an office would keep", async () => {
    const seen = { passing: 0, worse: 0 };
    await fc.assert(
      fc.asyncProperty(batches(plan), async ({ candidates, register }) => {
        const rows = await inOrder({ plan, register, candidates });
        let kept = register;
        for (const [index, { verdict: verdictAlone, cumulative }] of rows.entries()) {
          const given = candidates[index] as Fields;
          if (verdictAlone === "pass") seen[cumulative?.verdict === "pass" ? "passing" : "worse"] += 1;
          if (cumulative?.verdict === "pass") {
            const { verdict, findings } = await decide(plan, given, kept);
            expect(verdict, told(findings)).toBe("pass");
          }
          if (cumulative?.takes === "yes") kept = entered(kept, given);
        }
      }),
      { numRuns: 12, seed: 20260102 },
    );
    expect(seen.passing, "nothing was tried").toBeGreaterThan(0);
    expect(seen.worse, "no count was ever full").toBeGreaterThan(0);
  });

  it("rights granted before change nothing but what is said to count", async () => {
    const decider = await deciderFor(plan);
    await fc.assert(
      fc.asyncProperty(
        batches(plan),
        fc.constantFrom("least" as const, "most" as const),
        async ({ candidates }, reading) => {
          const applications = await Promise.all(candidates.map(readApplication));
          const granted = new GrantedRights(reading);
          for (const application of applications) {
            const addition = decider.addition(application, {});
            if (addition !== undefined) granted.add(addition);
          }
          for (const application of applications) {
            const alone = decider.decide(application, { file: "甲" }).findings;
            const after = decider.decide(application, { file: "甲", granted }).findings;
            const rules = new Set(after.flatMap(({ rule, counts }) => (counts ? [rule] : [])));
            const recounted = decider.recount(application, { granted }, rules);
            expect(outcomes(recounted)).toEqual(outcomes(after.filter(({ counts }) => counts)));
            expect(outcomes(after.filter(({ counts }) => !counts))).toEqual(
              outcomes(alone.filter(({ counts }) => !counts)),
            );
            for (const [at, { outcome, counts }] of after.entries())
              if (counts)
                expect(SEVERITY.indexOf(outcome)).toBeLessThanOrEqual(
                  SEVERITY.indexOf(alone[at]?.outcome ?? "fail"),
                );
          }
        },
      ),
      { numRuns: 6, seed: 20260103 },
    );
  });
});

function outcomes(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, outcome, clauses: [clause] }) => `${rule}@${clause?.id} ${outcome}`);
}

function told(findings: readonly Finding[]): string {
  return findings
    .filter(({ outcome }) => outcome === "fail" || outcome === "review")
    .map(({ message }) => message().en)
    .join("\n");
}

interface Stated {
  readonly right?: string;
  readonly operation?: string;
  readonly mineSize?: string;
  readonly mineral?: string;
  readonly date?: string;
  readonly base?: { readonly relation?: string };
  readonly output?: Fields | readonly Fields[];
  readonly site?: { readonly zones?: readonly Fields[]; readonly block?: unknown };
}

/** Counts as a clerk carries them on; outputs only of the very mineral and unit that the register has. */
function entered(register: Fields, given: Fields): Fields {
  const { right, operation, mineSize, mineral, output, date = "", site = {}, base } = given as Stated;
  if (right !== "mining" || (operation !== "new" && operation !== "conversion")) return register;
  const is = register as {
    mines?: number;
    largeMediumMines?: number;
    outputOf?: readonly { mineral: string; value: number; unit: string }[];
    zones?: readonly { name: string; rights: number }[];
    blocksReleased?: readonly { from: number; to: number; blocks: number }[];
  };
  const isMore = base?.relation !== "merger" && base?.relation !== "enlargement";
  const first = [output].flat()[0] as { value: number; unit: string } | undefined;
  const year = Number(date.slice(0, 4));
  const inBlock = site.block !== undefined && operation === "new";
  return {
    ...register,
    ...(is.mines === undefined || !isMore ? {} : { mines: is.mines + 1 }),
    ...(is.largeMediumMines === undefined || !isMore || mineSize === "small"
      ? {}
      : { largeMediumMines: is.largeMediumMines + 1 }),
    outputOf: is.outputOf?.map((one) =>
      one.mineral === mineral && one.unit === first?.unit ? { ...one, value: one.value + first.value } : one,
    ),
    zones: is.zones?.map((one) =>
      site.zones?.some(({ name, relation }) => name === one.name && relation !== "outside")
        ? { ...one, rights: one.rights + 1 }
        : one,
    ),
    blocksReleased: is.blocksReleased?.map((one) =>
      inBlock && one.from <= year && year <= one.to ? { ...one, blocks: one.blocks + 1 } : one,
    ),
  };
}
